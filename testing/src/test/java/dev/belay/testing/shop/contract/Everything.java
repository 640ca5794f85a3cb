package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlDateTime;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.Repeated;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * The structure {@code Everything}.
 *
 * <p>Arrays are not copied and are compared by identity; whoever shares them must not change them.
 * Apart from that immutable: any thread may use it.
 *
 * @param bool element {@code Bool}; zero if absent
 * @param int8 element {@code Int8}; zero if absent
 * @param uInt8 element {@code UInt8}; zero if absent
 * @param int16 element {@code Int16}; zero if absent
 * @param uInt16 element {@code UInt16}; zero if absent
 * @param int32 element {@code Int32}; zero if absent
 * @param uInt32 element {@code UInt32}; zero if absent
 * @param int64 element {@code Int64}; zero if absent
 * @param uInt64 element {@code UInt64}; null if absent
 * @param float_ element {@code Float}; zero if absent
 * @param double_ element {@code Double}; zero if absent
 * @param decimal element {@code Decimal}; null if absent
 * @param dateTime element {@code DateTime}; null if absent
 * @param dateTimeOffset element {@code DateTimeOffset}; null if absent
 * @param duration element {@code Duration}; null if absent
 * @param guid element {@code Guid}; null if absent
 * @param char_ element {@code Char}; zero if absent
 * @param string element {@code String}; null if absent or nil, written as nil
 * @param bytes element {@code Bytes}; null if absent or nil, written as nil
 * @param uri element {@code Uri}; null if absent or nil, written as nil
 * @param qName element {@code QName}; null if absent or nil, written as nil
 * @param ints element {@code Ints}; null if absent or nil, written as nil
 * @param doubles element {@code Doubles}; null if absent or nil, written as nil
 * @param bools element {@code Bools}; null if absent or nil, written as nil
 * @param dateTimes element {@code DateTimes}; null if absent or nil, written as nil
 * @param guids element {@code Guids}; null if absent or nil, written as nil
 * @param strings element {@code Strings}; null if absent or nil, written as nil
 * @param map element {@code Map}; null if absent or nil, written as nil
 * @param none element {@code None}; null if absent or nil, written as nil
 * @param any element {@code Any}; null if absent or nil, written as nil
 */
@SuppressWarnings("ArrayRecordComponent")
public record Everything(
        boolean bool,
        byte int8,
        short uInt8,
        short int16,
        int uInt16,
        int int32,
        long uInt32,
        long int64,
        @Nullable BigInteger uInt64,
        float float_,
        double double_,
        @Nullable BigDecimal decimal,
        @Nullable XmlDateTime dateTime,
        @Nullable DateTimeOffset dateTimeOffset,
        @Nullable Duration duration,
        @Nullable UUID guid,
        char char_,
        @Nullable String string,
        byte @Nullable [] bytes,
        @Nullable String uri,
        @Nullable XmlName qName,
        int @Nullable [] ints,
        double @Nullable [] doubles,
        boolean @Nullable [] bools,
        @Nullable List<XmlDateTime> dateTimes,
        @Nullable List<UUID> guids,
        @Nullable List<@Nullable String> strings,
        @Nullable List<KeyValueOfstringint> map,
        @Nullable Integer none,
        @Nullable XmlBuffer any) {
    private static final String NAMESPACE = "http://example.org/shop/data";

    static final StructType<Everything, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "Everything"), Draft::new, Draft::build)
                    .booleanElement(
                            XmlName.of(NAMESPACE, "Bool"),
                            XmlTypes.BOOLEAN,
                            Everything::bool,
                            (d, v) -> d.bool = v)
                    .optional()
                    .byteElement(
                            XmlName.of(NAMESPACE, "Int8"),
                            XmlTypes.BYTE,
                            Everything::int8,
                            (d, v) -> d.int8 = v)
                    .optional()
                    .shortElement(
                            XmlName.of(NAMESPACE, "UInt8"),
                            XmlTypes.UNSIGNED_BYTE,
                            Everything::uInt8,
                            (d, v) -> d.uInt8 = v)
                    .optional()
                    .shortElement(
                            XmlName.of(NAMESPACE, "Int16"),
                            XmlTypes.SHORT,
                            Everything::int16,
                            (d, v) -> d.int16 = v)
                    .optional()
                    .intElement(
                            XmlName.of(NAMESPACE, "UInt16"),
                            XmlTypes.UNSIGNED_SHORT,
                            Everything::uInt16,
                            (d, v) -> d.uInt16 = v)
                    .optional()
                    .intElement(
                            XmlName.of(NAMESPACE, "Int32"),
                            XmlTypes.INT,
                            Everything::int32,
                            (d, v) -> d.int32 = v)
                    .optional()
                    .longElement(
                            XmlName.of(NAMESPACE, "UInt32"),
                            XmlTypes.UNSIGNED_INT,
                            Everything::uInt32,
                            (d, v) -> d.uInt32 = v)
                    .optional()
                    .longElement(
                            XmlName.of(NAMESPACE, "Int64"),
                            XmlTypes.LONG,
                            Everything::int64,
                            (d, v) -> d.int64 = v)
                    .optional()
                    .element(
                            XmlName.of(NAMESPACE, "UInt64"),
                            XmlTypes.UNSIGNED_LONG,
                            Everything::uInt64,
                            (d, v) -> d.uInt64 = v)
                    .optional()
                    .floatElement(
                            XmlName.of(NAMESPACE, "Float"),
                            XmlTypes.FLOAT,
                            Everything::float_,
                            (d, v) -> d.float_ = v)
                    .optional()
                    .doubleElement(
                            XmlName.of(NAMESPACE, "Double"),
                            XmlTypes.DOUBLE,
                            Everything::double_,
                            (d, v) -> d.double_ = v)
                    .optional()
                    .element(
                            XmlName.of(NAMESPACE, "Decimal"),
                            XmlTypes.DECIMAL,
                            Everything::decimal,
                            (d, v) -> d.decimal = v)
                    .optional()
                    .element(
                            XmlName.of(NAMESPACE, "DateTime"),
                            XmlTypes.DATE_TIME,
                            Everything::dateTime,
                            (d, v) -> d.dateTime = v)
                    .optional()
                    .element(
                            XmlName.of(NAMESPACE, "DateTimeOffset"),
                            DateTimeOffset.TYPE,
                            Everything::dateTimeOffset,
                            (d, v) -> d.dateTimeOffset = v)
                    .optional()
                    .element(
                            XmlName.of(NAMESPACE, "Duration"),
                            XmlTypes.TIME_SPAN,
                            Everything::duration,
                            (d, v) -> d.duration = v)
                    .optional()
                    .element(
                            XmlName.of(NAMESPACE, "Guid"),
                            XmlTypes.GUID,
                            Everything::guid,
                            (d, v) -> d.guid = v)
                    .optional()
                    .element(
                            XmlName.of(NAMESPACE, "Char"),
                            XmlTypes.CHAR,
                            Everything::char_,
                            (d, v) -> d.char_ = v)
                    .optional()
                    .element(
                            XmlName.of(NAMESPACE, "String"),
                            XmlTypes.STRING,
                            Everything::string,
                            (d, v) -> d.string = v)
                    .optional()
                    .nillable()
                    .element(
                            XmlName.of(NAMESPACE, "Bytes"),
                            XmlTypes.BYTES,
                            Everything::bytes,
                            (d, v) -> d.bytes = v)
                    .optional()
                    .nillable()
                    .element(
                            XmlName.of(NAMESPACE, "Uri"),
                            XmlTypes.ANY_URI,
                            Everything::uri,
                            (d, v) -> d.uri = v)
                    .optional()
                    .nillable()
                    .element(
                            XmlName.of(NAMESPACE, "QName"),
                            XmlTypes.QNAME,
                            Everything::qName,
                            (d, v) -> d.qName = v)
                    .optional()
                    .nillable()
                    .element(
                            XmlName.of(NAMESPACE, "Ints"),
                            Repeated.ints(
                                            XmlName.of(
                                                    "http://schemas.microsoft.com/2003/10/Serialization/Arrays",
                                                    "int"))
                                    .wrapped(
                                            XmlName.of(
                                                    "http://schemas.microsoft.com/2003/10/Serialization/Arrays",
                                                    "ArrayOfint")),
                            Everything::ints,
                            (d, v) -> d.ints = v)
                    .optional()
                    .nillable()
                    .element(
                            XmlName.of(NAMESPACE, "Doubles"),
                            Repeated.doubles(
                                            XmlName.of(
                                                    "http://schemas.microsoft.com/2003/10/Serialization/Arrays",
                                                    "double"))
                                    .wrapped(
                                            XmlName.of(
                                                    "http://schemas.microsoft.com/2003/10/Serialization/Arrays",
                                                    "ArrayOfdouble")),
                            Everything::doubles,
                            (d, v) -> d.doubles = v)
                    .optional()
                    .nillable()
                    .element(
                            XmlName.of(NAMESPACE, "Bools"),
                            Repeated.booleans(
                                            XmlName.of(
                                                    "http://schemas.microsoft.com/2003/10/Serialization/Arrays",
                                                    "boolean"))
                                    .wrapped(
                                            XmlName.of(
                                                    "http://schemas.microsoft.com/2003/10/Serialization/Arrays",
                                                    "ArrayOfboolean")),
                            Everything::bools,
                            (d, v) -> d.bools = v)
                    .optional()
                    .nillable()
                    .element(
                            XmlName.of(NAMESPACE, "DateTimes"),
                            Repeated.of(
                                            XmlName.of(
                                                    "http://schemas.microsoft.com/2003/10/Serialization/Arrays",
                                                    "dateTime"),
                                            XmlTypes.DATE_TIME)
                                    .wrapped(
                                            XmlName.of(
                                                    "http://schemas.microsoft.com/2003/10/Serialization/Arrays",
                                                    "ArrayOfdateTime")),
                            Everything::dateTimes,
                            (d, v) -> d.dateTimes = v)
                    .optional()
                    .nillable()
                    .element(
                            XmlName.of(NAMESPACE, "Guids"),
                            Repeated.of(
                                            XmlName.of(
                                                    "http://schemas.microsoft.com/2003/10/Serialization/Arrays",
                                                    "guid"),
                                            XmlTypes.GUID)
                                    .wrapped(
                                            XmlName.of(
                                                    "http://schemas.microsoft.com/2003/10/Serialization/Arrays",
                                                    "ArrayOfguid")),
                            Everything::guids,
                            (d, v) -> d.guids = v)
                    .optional()
                    .nillable()
                    .element(
                            XmlName.of(NAMESPACE, "Strings"),
                            Repeated.nillable(
                                            XmlName.of(
                                                    "http://schemas.microsoft.com/2003/10/Serialization/Arrays",
                                                    "string"),
                                            XmlTypes.STRING)
                                    .wrapped(
                                            XmlName.of(
                                                    "http://schemas.microsoft.com/2003/10/Serialization/Arrays",
                                                    "ArrayOfstring")),
                            Everything::strings,
                            (d, v) -> d.strings = v)
                    .optional()
                    .nillable()
                    .element(
                            XmlName.of(NAMESPACE, "Map"),
                            Repeated.of(
                                            XmlName.of(
                                                    "http://schemas.microsoft.com/2003/10/Serialization/Arrays",
                                                    "KeyValueOfstringint"),
                                            KeyValueOfstringint.TYPE)
                                    .wrapped(
                                            XmlName.of(
                                                    "http://schemas.microsoft.com/2003/10/Serialization/Arrays",
                                                    "ArrayOfKeyValueOfstringint")),
                            Everything::map,
                            (d, v) -> d.map = v)
                    .optional()
                    .nillable()
                    .element(
                            XmlName.of(NAMESPACE, "None"),
                            XmlTypes.INT,
                            Everything::none,
                            (d, v) -> d.none = v)
                    .optional()
                    .nillable()
                    .element(
                            XmlName.of(NAMESPACE, "Any"),
                            XmlTypes.XML,
                            Everything::any,
                            (d, v) -> d.any = v)
                    .optional()
                    .nillable()
                    .build();

    /** Refuses null where a value is required; copies lists. */
    public Everything {
        dateTimes = dateTimes == null ? null : List.copyOf(dateTimes);
        guids = guids == null ? null : List.copyOf(guids);
        strings = strings == null ? null : Collections.unmodifiableList(new ArrayList<>(strings));
        map = map == null ? null : List.copyOf(map);
    }

    /** What reading fills. For one thread. */
    static final class Draft {
        boolean bool;
        byte int8;
        short uInt8;
        short int16;
        int uInt16;
        int int32;
        long uInt32;
        long int64;
        @Nullable BigInteger uInt64;
        float float_;
        double double_;
        @Nullable BigDecimal decimal;
        @Nullable XmlDateTime dateTime;
        @Nullable DateTimeOffset dateTimeOffset;
        @Nullable Duration duration;
        @Nullable UUID guid;
        char char_;
        @Nullable String string;
        byte @Nullable [] bytes;
        @Nullable String uri;
        @Nullable XmlName qName;
        int @Nullable [] ints;
        double @Nullable [] doubles;
        boolean @Nullable [] bools;
        @Nullable List<XmlDateTime> dateTimes;
        @Nullable List<UUID> guids;
        @Nullable List<@Nullable String> strings;
        @Nullable List<KeyValueOfstringint> map;
        @Nullable Integer none;
        @Nullable XmlBuffer any;

        Everything build() {
            return new Everything(
                    bool,
                    int8,
                    uInt8,
                    int16,
                    uInt16,
                    int32,
                    uInt32,
                    int64,
                    uInt64,
                    float_,
                    double_,
                    decimal,
                    dateTime,
                    dateTimeOffset,
                    duration,
                    guid,
                    char_,
                    string,
                    bytes,
                    uri,
                    qName,
                    ints,
                    doubles,
                    bools,
                    dateTimes,
                    guids,
                    strings,
                    map,
                    none,
                    any);
        }
    }
}
