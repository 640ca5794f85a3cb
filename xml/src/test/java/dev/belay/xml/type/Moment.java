package dev.belay.xml.type;

import dev.belay.xml.XmlDateTime;

/** The DateTimeOffset of .NET. */
record Moment(XmlDateTime dateTime, short offsetMinutes) {
    static final StructType<Moment, Draft> TYPE =
            StructType.of(Shop.system("DateTimeOffset"), Draft::new, Draft::build)
                    .element(
                            Shop.system("DateTime"),
                            XmlTypes.DATE_TIME,
                            Moment::dateTime,
                            (d, v) -> d.dateTime = v)
                    .shortElement(
                            Shop.system("OffsetMinutes"),
                            XmlTypes.SHORT,
                            Moment::offsetMinutes,
                            (d, v) -> d.offsetMinutes = v)
                    .build();

    /** The record in the making. */
    static final class Draft {
        private XmlDateTime dateTime = XmlDateTime.parse("0001-01-01T00:00:00Z");
        private short offsetMinutes;

        Moment build() {
            return new Moment(dateTime, offsetMinutes);
        }
    }
}
