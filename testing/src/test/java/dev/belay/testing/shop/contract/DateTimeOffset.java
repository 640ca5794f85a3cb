package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlDateTime;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

import java.util.Objects;

/**
 * The structure {@code DateTimeOffset}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param dateTime element {@code DateTime}
 * @param offsetMinutes element {@code OffsetMinutes}
 */
public record DateTimeOffset(XmlDateTime dateTime, short offsetMinutes) {
    private static final String NAMESPACE = "http://schemas.datacontract.org/2004/07/System";

    static final StructType<DateTimeOffset, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "DateTimeOffset"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "DateTime"),
                            XmlTypes.DATE_TIME,
                            DateTimeOffset::dateTime,
                            (d, v) -> d.dateTime = v)
                    .shortElement(
                            XmlName.of(NAMESPACE, "OffsetMinutes"),
                            XmlTypes.SHORT,
                            DateTimeOffset::offsetMinutes,
                            (d, v) -> d.offsetMinutes = v)
                    .build();

    /** Refuses null where a value is required; copies lists. */
    public DateTimeOffset {
        Objects.requireNonNull(dateTime, "dateTime");
    }

    /** What reading fills. For one thread. */
    @SuppressWarnings("NullAway.Init")
    static final class Draft {
        XmlDateTime dateTime;
        short offsetMinutes;

        DateTimeOffset build() {
            return new DateTimeOffset(dateTime, offsetMinutes);
        }
    }
}
