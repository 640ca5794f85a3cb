package dev.belay.xml.type;

import dev.belay.xml.XmlDateTime;
import dev.belay.xml.XmlDuration;
import dev.belay.xml.XmlName;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What {@link AnyType} knows without being told. */
final class BuiltIn {
    /** Types with the class whose values are written as them. */
    static final List<AnyType.Known<?>> KNOWN =
            List.of(
                    new AnyType.Known<>(String.class, XmlTypes.STRING),
                    new AnyType.Known<>(Boolean.class, XmlTypes.BOOLEAN),
                    new AnyType.Known<>(Byte.class, XmlTypes.BYTE),
                    new AnyType.Known<>(Short.class, XmlTypes.SHORT),
                    new AnyType.Known<>(Integer.class, XmlTypes.INT),
                    new AnyType.Known<>(Long.class, XmlTypes.LONG),
                    new AnyType.Known<>(Float.class, XmlTypes.FLOAT),
                    new AnyType.Known<>(Double.class, XmlTypes.DOUBLE),
                    new AnyType.Known<>(BigDecimal.class, XmlTypes.DECIMAL),
                    new AnyType.Known<>(XmlDateTime.class, XmlTypes.DATE_TIME),
                    new AnyType.Known<>(XmlDate.class, XmlTypes.DATE),
                    new AnyType.Known<>(XmlTime.class, XmlTypes.TIME),
                    new AnyType.Known<>(XmlDuration.class, XmlTypes.DURATION),
                    new AnyType.Known<>(Duration.class, XmlTypes.TIME_SPAN),
                    new AnyType.Known<>(UUID.class, XmlTypes.GUID),
                    new AnyType.Known<>(Character.class, XmlTypes.CHAR),
                    new AnyType.Known<>(XmlName.class, XmlTypes.QNAME),
                    new AnyType.Known<>(byte[].class, XmlTypes.BYTES));

    /** Types whose values have a class that is written as another type. */
    static final List<XmlType<?>> READ_ONLY =
            List.of(
                    XmlTypes.TOKEN,
                    XmlTypes.ANY_URI,
                    XmlTypes.LANGUAGE,
                    XmlTypes.UNSIGNED_BYTE,
                    XmlTypes.UNSIGNED_SHORT,
                    XmlTypes.UNSIGNED_INT,
                    XmlTypes.UNSIGNED_LONG,
                    XmlTypes.INTEGER,
                    XmlTypes.HEX,
                    XmlTypes.G_YEAR,
                    XmlTypes.G_YEAR_MONTH,
                    XmlTypes.G_MONTH,
                    XmlTypes.G_MONTH_DAY,
                    XmlTypes.G_DAY);

    private BuiltIn() {}
}
