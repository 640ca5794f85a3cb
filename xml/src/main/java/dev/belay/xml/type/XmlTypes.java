package dev.belay.xml.type;

import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlDateTime;
import dev.belay.xml.XmlDuration;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The built-in types of XML Schema, and those of the data contract serializer of .NET that go with
 * them. Unsigned numbers take the next wider type. Immutable, for any number of threads.
 */
public final class XmlTypes {
    /** The namespace of XML Schema. */
    public static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";

    /** The namespace of .NET's serialization types: char, duration, guid. */
    public static final String SERIALIZATION =
            "http://schemas.microsoft.com/2003/10/Serialization/";

    /** {@code xs:string}. */
    public static final SimpleType<String> STRING =
            new ValueType<>(
                    xs("string"),
                    XmlReader::readString,
                    XmlWriter::text,
                    Function.<String>identity(),
                    Function.<String>identity());

    /** {@code xs:token} and the types derived from it, white space collapsed. */
    public static final SimpleType<String> TOKEN = collapsed("token");

    /** {@code xs:anyURI}. */
    public static final SimpleType<String> ANY_URI = collapsed("anyURI");

    /** {@code xs:language}. */
    public static final SimpleType<String> LANGUAGE = collapsed("language");

    /** {@code xs:boolean}. */
    public static final BooleanType BOOLEAN =
            new BooleanType(
                    xs("boolean"),
                    XmlReader::readBoolean,
                    XmlWriter::value,
                    Lexical::toBoolean,
                    Object::toString);

    /** {@code xs:byte}. */
    public static final ByteType BYTE =
            new ByteType(
                    xs("byte"),
                    XmlReader::readByte,
                    (w, v) -> w.value((int) v),
                    Byte::valueOf,
                    Object::toString);

    /** {@code xs:short}. */
    public static final ShortType SHORT =
            new ShortType(
                    xs("short"),
                    XmlReader::readShort,
                    (w, v) -> w.value((int) v),
                    Short::valueOf,
                    Object::toString);

    /** {@code xs:int}. */
    public static final IntType INT =
            new IntType(
                    xs("int"),
                    XmlReader::readInt,
                    XmlWriter::value,
                    Integer::valueOf,
                    Object::toString);

    /** {@code xs:long}. */
    public static final LongType LONG =
            new LongType(
                    xs("long"),
                    XmlReader::readLong,
                    XmlWriter::value,
                    Long::valueOf,
                    Object::toString);

    /** {@code xs:unsignedByte}, 0 to 255. */
    public static final ShortType UNSIGNED_BYTE =
            new ShortType(
                    xs("unsignedByte"),
                    XmlReader::readUnsignedByte,
                    (w, v) -> w.value((int) Lexical.within(v, 0xFF)),
                    text -> (short) Lexical.within(Short.parseShort(text), 0xFF),
                    Object::toString);

    /** {@code xs:unsignedShort}, 0 to 65535. */
    public static final IntType UNSIGNED_SHORT =
            new IntType(
                    xs("unsignedShort"),
                    XmlReader::readUnsignedShort,
                    (w, v) -> w.value((int) Lexical.within(v, 0xFFFF)),
                    text -> (int) Lexical.within(Integer.parseInt(text), 0xFFFF),
                    Object::toString);

    /** {@code xs:unsignedInt}, 0 to 4294967295. */
    public static final LongType UNSIGNED_INT =
            new LongType(
                    xs("unsignedInt"),
                    XmlReader::readUnsignedInt,
                    (w, v) -> w.value(Lexical.within(v, 0xFFFF_FFFFL)),
                    text -> Lexical.within(Long.parseLong(text), 0xFFFF_FFFFL),
                    Object::toString);

    /** {@code xs:unsignedLong}. */
    public static final SimpleType<BigInteger> UNSIGNED_LONG =
            new ValueType<>(
                    xs("unsignedLong"),
                    XmlReader::readUnsignedLong,
                    (w, v) -> w.value(Lexical.unsignedLong(v)),
                    text -> Lexical.unsignedLong(new BigInteger(text)),
                    BigInteger::toString);

    /** {@code xs:integer}; the types derived from it go by {@link SimpleType#named}. */
    public static final SimpleType<BigInteger> INTEGER =
            new ValueType<>(
                    xs("integer"),
                    XmlReader::readInteger,
                    XmlWriter::value,
                    BigInteger::new,
                    BigInteger::toString);

    /** {@code xs:decimal}; the scale is kept. */
    public static final SimpleType<BigDecimal> DECIMAL =
            new ValueType<>(
                    xs("decimal"),
                    XmlReader::readDecimal,
                    XmlWriter::value,
                    Lexical::toDecimal,
                    BigDecimal::toPlainString);

    /** {@code xs:float}. */
    public static final FloatType FLOAT =
            new FloatType(
                    xs("float"),
                    XmlReader::readFloat,
                    XmlWriter::value,
                    Lexical::toFloat,
                    Lexical::format);

    /** {@code xs:double}. */
    public static final DoubleType DOUBLE =
            new DoubleType(
                    xs("double"),
                    XmlReader::readDouble,
                    XmlWriter::value,
                    Lexical::toDouble,
                    Lexical::format);

    /** {@code xs:dateTime}. */
    public static final SimpleType<XmlDateTime> DATE_TIME =
            new ValueType<>(
                    xs("dateTime"),
                    XmlReader::readDateTime,
                    XmlWriter::value,
                    XmlDateTime::parse,
                    XmlDateTime::toString);

    /** {@code xs:date}. */
    public static final SimpleType<XmlDate> DATE = text("date", XmlDate::parse, XmlDate::toString);

    /** {@code xs:time}. */
    public static final SimpleType<XmlTime> TIME = text("time", XmlTime::parse, XmlTime::toString);

    /** {@code xs:gYear}, as text: its zone and digits matter to nobody but the application. */
    public static final SimpleType<String> G_YEAR = collapsed("gYear");

    /** {@code xs:gYearMonth}, as text. */
    public static final SimpleType<String> G_YEAR_MONTH = collapsed("gYearMonth");

    /** {@code xs:gMonth}, as text. */
    public static final SimpleType<String> G_MONTH = collapsed("gMonth");

    /** {@code xs:gMonthDay}, as text. */
    public static final SimpleType<String> G_MONTH_DAY = collapsed("gMonthDay");

    /** {@code xs:gDay}, as text. */
    public static final SimpleType<String> G_DAY = collapsed("gDay");

    /** {@code xs:duration}. */
    public static final SimpleType<XmlDuration> DURATION =
            new ValueType<>(
                    xs("duration"),
                    XmlReader::readDuration,
                    XmlWriter::value,
                    XmlDuration::parse,
                    XmlDuration::toString);

    /** {@code ser:duration} of .NET: a span of time without years and months. */
    public static final SimpleType<Duration> TIME_SPAN =
            new ValueType<>(
                    ser("duration"),
                    XmlReader::readTimeSpan,
                    XmlWriter::timeSpan,
                    text -> XmlDuration.parse(text).toDuration(),
                    span -> XmlDuration.of(span).toString());

    /** {@code ser:guid} of .NET. */
    public static final SimpleType<UUID> GUID =
            new ValueType<>(
                    ser("guid"),
                    XmlReader::readUuid,
                    XmlWriter::value,
                    UUID::fromString,
                    UUID::toString);

    /** {@code ser:char} of .NET: the number of a UTF-16 code unit. */
    public static final SimpleType<Character> CHAR =
            UNSIGNED_SHORT
                    .map(code -> (char) code.intValue(), (Character c) -> (int) c.charValue())
                    .named(ser("char"));

    /** {@code xs:QName}. Items of lists cannot have a prefix. */
    public static final SimpleType<XmlName> QNAME = new QNameType(xs("QName"));

    /** {@code xs:base64Binary}. The array is the caller's. */
    public static final SimpleType<byte[]> BYTES =
            new ValueType<>(
                    xs("base64Binary"),
                    XmlReader::readBytes,
                    XmlWriter::value,
                    text -> Base64.getDecoder().decode(text),
                    bytes -> Base64.getEncoder().encodeToString(bytes));

    /** {@code xs:hexBinary}. The array is the caller's. */
    public static final SimpleType<byte[]> HEX =
            text("hexBinary", HexFormat.of()::parseHex, HexFormat.of().withUpperCase()::formatHex);

    /**
     * Whatever an element holds, as XML: wildcard content, mixed content, {@code xs:anyType}
     * without a look inside.
     */
    public static final XmlType<XmlBuffer> XML = new BufferType(xs("anyType"));

    /**
     * {@code xs:anyType} by {@code xsi:type}: built-in types as their Java values, all else as
     * {@link XmlBuffer}.
     */
    public static final AnyType ANY_TYPE = new AnyType(List.of());

    private XmlTypes() {}

    /**
     * An enumeration.
     *
     * @param constants all constants of the enum that are allowed, normally {@code values()}
     * @param text the lexical value of each
     */
    public static <E extends Enum<E>> SimpleType<E> enumeration(
            XmlName name, E[] constants, Function<? super E, String> text) {
        return new EnumType<>(name, constants, text);
    }

    /** {@code xs:list} of items of a type; with an enumeration what .NET calls flags. */
    public static <F> SimpleType<List<F>> list(XmlName name, SimpleType<F> item) {
        return new ListType<>(name, item);
    }

    /** A type that is written as text in every encoding. */
    public static <F> SimpleType<F> text(
            XmlName name,
            Function<? super String, ? extends F> parse,
            Function<? super F, String> format) {
        return new MappedType<>(name, TOKEN, parse, format);
    }

    private static <F> SimpleType<F> text(
            String name,
            Function<? super String, ? extends F> parse,
            Function<? super F, String> format) {
        return text(xs(name), parse, format);
    }

    private static SimpleType<String> collapsed(String name) {
        return new ValueType<>(
                xs(name),
                reader -> Lexical.collapse(reader.readString()),
                XmlWriter::text,
                Lexical::collapse,
                Function.<String>identity());
    }

    private static XmlName xs(String name) {
        return XmlName.of(SCHEMA, name);
    }

    private static XmlName ser(String name) {
        return XmlName.of(SERIALIZATION, name);
    }
}
