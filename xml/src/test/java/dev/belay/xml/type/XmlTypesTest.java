package dev.belay.xml.type;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Simple types in elements, attributes and lists, in both encodings. */
final class XmlTypesTest {
    private static final XmlName ROOT = Sample.name("V");

    private static String element(String content) {
        return "<V xmlns=\"urn:s\">" + content + "</V>";
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(XmlTypes.STRING, "a < b", "a &lt; b"),
                Arguments.of(XmlTypes.BOOLEAN, true, "true"),
                Arguments.of(XmlTypes.BYTE, (byte) -128, "-128"),
                Arguments.of(XmlTypes.SHORT, (short) -32768, "-32768"),
                Arguments.of(XmlTypes.INT, Integer.MIN_VALUE, "-2147483648"),
                Arguments.of(XmlTypes.LONG, Long.MIN_VALUE, "-9223372036854775808"),
                Arguments.of(XmlTypes.UNSIGNED_BYTE, (short) 255, "255"),
                Arguments.of(XmlTypes.UNSIGNED_SHORT, 65535, "65535"),
                Arguments.of(XmlTypes.UNSIGNED_INT, 4294967295L, "4294967295"),
                Arguments.of(
                        XmlTypes.UNSIGNED_LONG,
                        new BigInteger("18446744073709551615"),
                        "18446744073709551615"),
                Arguments.of(
                        XmlTypes.INTEGER,
                        new BigInteger("-123456789012345678901234567890"),
                        "-123456789012345678901234567890"),
                Arguments.of(XmlTypes.DECIMAL, new BigDecimal("1.500"), "1.500"),
                Arguments.of(XmlTypes.FLOAT, 1.5f, "1.5"),
                Arguments.of(XmlTypes.DOUBLE, Double.NEGATIVE_INFINITY, "-INF"),
                Arguments.of(XmlTypes.DOUBLE, Double.NaN, "NaN"),
                Arguments.of(XmlTypes.GUID, new UUID(1, 2), new UUID(1, 2).toString()),
                Arguments.of(XmlTypes.TIME_SPAN, Duration.ofSeconds(-90), "-PT1M30S"),
                Arguments.of(XmlTypes.CHAR, 'é', "233"),
                Arguments.of(
                        XmlTypes.DATE,
                        new XmlDate(LocalDate.of(2026, 1, 2), "+02:00"),
                        "2026-01-02+02:00"),
                Arguments.of(XmlTypes.TIME, new XmlTime(LocalTime.of(3, 4, 5), "Z"), "03:04:05Z"),
                Arguments.of(XmlTypes.G_YEAR_MONTH, "2026-01", "2026-01"));
    }

    @ParameterizedTest
    @MethodSource("values")
    <T> void goThereAndBack(SimpleType<T> type, T value, String text) {
        assertEquals(element(text), Documents.write(type, ROOT, value));
        boolean isString = type == XmlTypes.STRING;
        String spaced = isString ? text : "\n " + text + " ";
        assertEquals(value, Documents.read(type, element(spaced)));
        byte[] binary = Documents.writeBinary(type, ROOT, value);
        assertEquals(value, Documents.read(type, Documents.binary(binary)));
        if (!isString) {
            assertEquals(value, type.parse(type.format(value)));
            SimpleType<List<T>> list = XmlTypes.list(Sample.name("L"), type);
            List<T> items = List.of(value, value);
            assertEquals(items, Documents.read(list, Documents.write(list, ROOT, items)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "256, NUMERIC_OVERFLOW",
        "-1, NUMERIC_OVERFLOW",
        "x, INVALID_FORMAT",
        "'', INVALID_FORMAT",
    })
    void unsignedBytesAreBounded(String text, ErrorCode code) {
        var thrown =
                assertThrows(
                        BelayException.class,
                        () -> Documents.read(XmlTypes.UNSIGNED_BYTE, element(text)));
        assertEquals(code, thrown.code());
    }

    @Test
    void unsignedNumbersAreCheckedOnWriting() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Documents.write(XmlTypes.UNSIGNED_BYTE, ROOT, (short) 256));
        assertThrows(
                IllegalArgumentException.class,
                () -> Documents.write(XmlTypes.UNSIGNED_INT, ROOT, -1L));
        assertThrows(
                IllegalArgumentException.class,
                () -> Documents.write(XmlTypes.UNSIGNED_LONG, ROOT, BigInteger.TWO.pow(64)));
    }

    @Test
    void bytes() {
        byte[] octets = {0, 1, -1};
        assertEquals(element("AAH/"), Documents.write(XmlTypes.BYTES, ROOT, octets));
        assertArrayEquals(octets, Documents.read(XmlTypes.BYTES, element(" AAH/\n")));
        assertEquals(element("0001FF"), Documents.write(XmlTypes.HEX, ROOT, octets));
        assertArrayEquals(octets, Documents.read(XmlTypes.HEX, element(" 0001ff ")));
        assertThrows(BelayException.class, () -> Documents.read(XmlTypes.HEX, element("0001f")));
        assertArrayEquals(new byte[0], Documents.read(XmlTypes.BYTES, element("")));
    }

    @Test
    void whiteSpaceCollapses() {
        assertEquals("a b", Documents.read(XmlTypes.TOKEN, element(" a\n\t b ")));
        assertEquals(" a ", Documents.read(XmlTypes.STRING, element(" a ")));
        assertEquals("", Documents.read(XmlTypes.TOKEN, element("  ")));
    }

    @Test
    void enumerations() {
        assertEquals(Status.SENT, Documents.read(Status.TYPE, element("Sent-Out")));
        assertEquals(Status.SENT, Documents.read(Status.TYPE, element(" Sent-Out\n")));
        assertEquals(element("Sent-Out"), Documents.write(Status.TYPE, ROOT, Status.SENT));
        var thrown =
                assertThrows(
                        BelayException.class, () -> Documents.read(Status.TYPE, element("SENT")));
        assertEquals(ErrorCode.INVALID_FORMAT, thrown.code());
        assertThrows(
                IllegalArgumentException.class,
                () -> XmlTypes.enumeration(ROOT, Status.values(), s -> "same"));
    }

    @Test
    void lists() {
        SimpleType<List<Integer>> type = XmlTypes.list(Sample.name("L"), XmlTypes.INT);
        assertEquals(List.of(1, -2, 3), Documents.read(type, element("\n1 \t-2  3 ")));
        assertEquals(List.of(), Documents.read(type, element(" ")));
        assertThrows(BelayException.class, () -> Documents.read(type, element("1 x")));
        assertThrows(BelayException.class, () -> Documents.read(type, element("1 99999999999")));
        assertEquals(
                List.of(Extra.GIFT, Extra.EXPRESS),
                Documents.read(Extra.FLAGS, element("Gift Express")));
        assertThrows(BelayException.class, () -> Documents.read(Extra.FLAGS, element("Gift x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02",
                "2026-01-02Z",
                "2026-01-02+00:00",
                "2026-01-02-14:00",
                "-0044-03-15"
            })
    void datesKeepTheirForm(String text) {
        assertEquals(text, XmlDate.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-13-01",
                "2026-01-02+15:00",
                "2026-01-02T00:00:00",
                "2026-1-2",
                "x"
            })
    void datesThatAreNone(String text) {
        assertThrows(IllegalArgumentException.class, () -> XmlDate.parse(text));
        assertThrows(BelayException.class, () -> Documents.read(XmlTypes.DATE, element(text)));
    }

    @ParameterizedTest
    @CsvSource({
        "03:04:05, 03:04:05",
        "03:04:05.1230000, 03:04:05.123",
        "03:04:05.1234567891, 03:04:05.123456789",
        "24:00:00, 00:00:00",
        "24:00:00.0Z, 00:00:00Z",
        "00:00:00.0000000+00:00, 00:00:00+00:00",
    })
    void times(String text, String form) {
        assertEquals(form, XmlTime.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "03:04",
                "25:00:00",
                "24:00:01",
                "03:04:05+1:00",
                "03:04:05.12345678901x"
            })
    void timesThatAreNone(String text) {
        assertThrows(IllegalArgumentException.class, () -> XmlTime.parse(text));
    }
}
