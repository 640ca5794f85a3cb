package dev.belay.xml.type;

import dev.belay.xml.XmlDateTime;
import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * One member of every type that the data contract serializer knows; a class, as a record would have
 * too many parameters.
 */
final class Everything {
    private static final AnyType ANY = XmlTypes.ANY_TYPE.with(Line.class, () -> Line.TYPE);

    static final StructType<Everything, Everything> TYPE =
            StructType.<Everything, Everything>of(Shop.data("Everything"), Everything::new, e -> e)
                    .booleanElement(
                            Shop.data("Bool"), XmlTypes.BOOLEAN, e -> e.bool, (e, v) -> e.bool = v)
                    .optional()
                    .byteElement(
                            Shop.data("Int8"), XmlTypes.BYTE, e -> e.int8, (e, v) -> e.int8 = v)
                    .optional()
                    .shortElement(
                            Shop.data("UInt8"),
                            XmlTypes.UNSIGNED_BYTE,
                            e -> e.uInt8,
                            (e, v) -> e.uInt8 = v)
                    .optional()
                    .shortElement(
                            Shop.data("Int16"), XmlTypes.SHORT, e -> e.int16, (e, v) -> e.int16 = v)
                    .optional()
                    .intElement(
                            Shop.data("UInt16"),
                            XmlTypes.UNSIGNED_SHORT,
                            e -> e.uInt16,
                            (e, v) -> e.uInt16 = v)
                    .optional()
                    .intElement(
                            Shop.data("Int32"), XmlTypes.INT, e -> e.int32, (e, v) -> e.int32 = v)
                    .optional()
                    .longElement(
                            Shop.data("UInt32"),
                            XmlTypes.UNSIGNED_INT,
                            e -> e.uInt32,
                            (e, v) -> e.uInt32 = v)
                    .optional()
                    .longElement(
                            Shop.data("Int64"), XmlTypes.LONG, e -> e.int64, (e, v) -> e.int64 = v)
                    .optional()
                    .element(
                            Shop.data("UInt64"),
                            XmlTypes.UNSIGNED_LONG,
                            e -> e.uInt64,
                            (e, v) -> e.uInt64 = v)
                    .optional()
                    .floatElement(
                            Shop.data("Float"),
                            XmlTypes.FLOAT,
                            e -> e.single,
                            (e, v) -> e.single = v)
                    .optional()
                    .doubleElement(
                            Shop.data("Double"), XmlTypes.DOUBLE, e -> e.dual, (e, v) -> e.dual = v)
                    .optional()
                    .element(
                            Shop.data("Decimal"),
                            XmlTypes.DECIMAL,
                            e -> e.decimal,
                            (e, v) -> e.decimal = v)
                    .optional()
                    .element(
                            Shop.data("DateTime"),
                            XmlTypes.DATE_TIME,
                            e -> e.dateTime,
                            (e, v) -> e.dateTime = v)
                    .optional()
                    .element(
                            Shop.data("DateTimeOffset"),
                            Moment.TYPE,
                            e -> e.dateTimeOffset,
                            (e, v) -> e.dateTimeOffset = v)
                    .optional()
                    .element(
                            Shop.data("Duration"),
                            XmlTypes.TIME_SPAN,
                            e -> e.duration,
                            (e, v) -> e.duration = v)
                    .optional()
                    .element(Shop.data("Guid"), XmlTypes.GUID, e -> e.guid, (e, v) -> e.guid = v)
                    .optional()
                    .element(
                            Shop.data("Char"),
                            XmlTypes.CHAR,
                            e -> e.character,
                            (e, v) -> e.character = v)
                    .optional()
                    .element(
                            Shop.data("String"),
                            XmlTypes.STRING,
                            e -> e.string,
                            (e, v) -> e.string = v)
                    .optional()
                    .nillable()
                    .element(
                            Shop.data("Bytes"), XmlTypes.BYTES, e -> e.bytes, (e, v) -> e.bytes = v)
                    .optional()
                    .nillable()
                    .element(Shop.data("Uri"), XmlTypes.ANY_URI, e -> e.uri, (e, v) -> e.uri = v)
                    .optional()
                    .nillable()
                    .element(
                            Shop.data("QName"), XmlTypes.QNAME, e -> e.qName, (e, v) -> e.qName = v)
                    .optional()
                    .nillable()
                    .element(
                            Shop.data("Ints"),
                            Repeated.ints(Shop.arrays("int")).wrapped(Shop.arrays("ArrayOfint")),
                            e -> e.ints,
                            (e, v) -> e.ints = v)
                    .optional()
                    .nillable()
                    .element(
                            Shop.data("Doubles"),
                            Repeated.doubles(Shop.arrays("double"))
                                    .wrapped(Shop.arrays("ArrayOfdouble")),
                            e -> e.doubles,
                            (e, v) -> e.doubles = v)
                    .optional()
                    .nillable()
                    .element(
                            Shop.data("Bools"),
                            Repeated.booleans(Shop.arrays("boolean"))
                                    .wrapped(Shop.arrays("ArrayOfboolean")),
                            e -> e.bools,
                            (e, v) -> e.bools = v)
                    .optional()
                    .nillable()
                    .element(
                            Shop.data("DateTimes"),
                            Repeated.of(Shop.arrays("dateTime"), XmlTypes.DATE_TIME)
                                    .wrapped(Shop.arrays("ArrayOfdateTime")),
                            e -> e.dateTimes,
                            (e, v) -> e.dateTimes = v)
                    .optional()
                    .nillable()
                    .element(
                            Shop.data("Guids"),
                            Repeated.of(Shop.arrays("guid"), XmlTypes.GUID)
                                    .wrapped(Shop.arrays("ArrayOfguid")),
                            e -> e.guids,
                            (e, v) -> e.guids = v)
                    .optional()
                    .nillable()
                    .element(
                            Shop.data("Strings"),
                            Repeated.nillable(Shop.arrays("string"), XmlTypes.STRING)
                                    .wrapped(Shop.arrays("ArrayOfstring")),
                            e -> e.strings,
                            (e, v) -> e.strings = v)
                    .optional()
                    .nillable()
                    .element(
                            Shop.data("Map"),
                            Repeated.of(Shop.arrays("KeyValueOfstringint"), KeyValue.TYPE)
                                    .wrapped(Shop.arrays("ArrayOfKeyValueOfstringint")),
                            e -> e.map,
                            (e, v) -> e.map = v)
                    .optional()
                    .nillable()
                    .element(Shop.data("None"), XmlTypes.INT, e -> e.none, (e, v) -> e.none = v)
                    .optional()
                    .nillable()
                    .element(Shop.data("Any"), ANY, e -> e.any, (e, v) -> e.any = v)
                    .optional()
                    .nillable()
                    .build();

    private boolean bool;
    private byte int8;
    private short uInt8;
    private short int16;
    private int uInt16;
    private int int32;
    private long uInt32;
    private long int64;
    private BigInteger uInt64 = BigInteger.ZERO;
    private float single;
    private double dual;
    private BigDecimal decimal = BigDecimal.ZERO;
    private XmlDateTime dateTime = XmlDateTime.parse("0001-01-01T00:00:00");
    private Moment dateTimeOffset = new Moment.Draft().build();
    private Duration duration = Duration.ZERO;
    private UUID guid = new UUID(0, 0);
    private char character;
    private @Nullable String string;
    private byte @Nullable [] bytes;
    private @Nullable String uri;
    private @Nullable XmlName qName;
    private int @Nullable [] ints;
    private double @Nullable [] doubles;
    private boolean @Nullable [] bools;
    private @Nullable List<XmlDateTime> dateTimes;
    private @Nullable List<UUID> guids;
    private @Nullable List<@Nullable String> strings;
    private @Nullable List<KeyValue> map;
    private @Nullable Integer none;
    private @Nullable Object any;
}
