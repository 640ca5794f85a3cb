package dev.belay.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Dates and durations keep what they were written with. */
class XmlDateTimeTest {
    @Test
    void zonesAreToldApart() {
        for (String text :
                new String[] {
                    "2020-01-02T03:04:05", "2020-01-02T03:04:05Z", "2020-01-02T03:04:05+00:00",
                            "2020-01-02T03:04:05-14:00",
                    "2020-01-02T03:04:05.123456789+05:30", "-0001-12-31T23:59:59",
                            "12345-01-01T00:00:00.5Z", "0001-01-01T00:00:00"
                }) {
            assertEquals(text, XmlDateTime.parse(text).toString());
        }
        XmlDateTime utc = XmlDateTime.parse("2020-01-02T03:04:05Z");
        XmlDateTime zero = XmlDateTime.parse("2020-01-02T03:04:05+00:00");
        assertNotEquals(utc, zero);
        assertEquals(utc.toInstant(), zero.toInstant());
        assertEquals(XmlDateTime.Zone.OFFSET, zero.zone());
        assertEquals(utc, XmlDateTime.of(Instant.parse("2020-01-02T03:04:05Z")));
        assertEquals(zero, XmlDateTime.of(OffsetDateTime.parse("2020-01-02T03:04:05Z")));
        XmlDateTime none = XmlDateTime.of(LocalDateTime.parse("2020-01-02T03:04:05"));
        assertNull(none.offset());
        assertThrows(DateTimeException.class, none::toInstant);
        assertEquals(
                Instant.parse("2020-01-02T01:04:05Z"),
                none.toOffsetDateTime(ZoneOffset.ofHours(2)).toInstant());
        assertEquals("2020-01-03T00:00:00", XmlDateTime.parse("2020-01-02T24:00:00").toString());
        assertEquals(
                "2020-01-02T03:04:05.1",
                XmlDateTime.parse("2020-01-02T03:04:05.1000000000000").toString());
    }

    @Test
    void whatIsNoDateIsRefused() {
        for (String text :
                new String[] {
                    "",
                    "2020-01-02",
                    "2020-1-02T03:04:05",
                    "2020-02-30T03:04:05",
                    "2020-13-01T00:00:00",
                    "0000-01-01T00:00:00",
                    "02020-01-01T00:00:00",
                    "2020-01-02T24:00:01",
                    "2020-01-02T03:60:05",
                    "2020-01-02T03:04:05z",
                    "2020-01-02T03:04:05+14:01",
                    "2020-01-02T03:04:05+1:00",
                    "2020-01-02T03:04:05.",
                    "2020-01-02T03:04:05.1234567891",
                    "2020-01-02T03:04:05Zx",
                    "+2020-01-02T03:04:05",
                    "99999999999-01-01T00:00:00"
                }) {
            assertThrows(IllegalArgumentException.class, () -> XmlDateTime.parse(text), text);
        }
    }

    @Test
    void binaryFormKeepsTheKinds() {
        for (String text :
                List.of(
                        "0001-01-01T00:00:00",
                        "9999-12-31T23:59:59.9999999Z",
                        "2020-01-02T03:04:05.1234567+00:00",
                        "2020-01-02T03:04:05+01:00",
                        "2020-01-02T03:04:05.12345678",
                        "10000-01-01T00:00:00")) {
            var out = new XmlOutput();
            XmlWriter writer =
                    XmlWriter.binary(out, XmlDictionary.none(), null, XmlWriterOptions.DEFAULT);
            writer.startElement(XmlName.of("", "a"));
            writer.value(XmlDateTime.parse(text));
            writer.endElement();
            XmlReader reader =
                    Vectors.binary(
                            out.toByteArray(), XmlDictionary.none(), null, XmlQuotas.DEFAULT);
            reader.toElement();
            reader.enter();
            assertEquals(text, reader.readDateTime().toString());
        }
    }

    @Test
    void durationsKeepTheirMembers() {
        for (String text :
                new String[] {
                    "P1Y2M3DT4H5M6.7S",
                    "-PT1M",
                    "PT60S",
                    "P1M",
                    "P30D",
                    "PT0S",
                    "PT0.000000001S",
                    "P9223372036854775807D"
                }) {
            assertEquals(text, XmlDuration.parse(text).toString());
        }
        assertEquals("PT0S", XmlDuration.parse("P0Y").toString());
        assertEquals(Duration.ofMinutes(-1), XmlDuration.parse("-PT1M").toDuration());
        assertThrows(ArithmeticException.class, () -> XmlDuration.parse("P1M").toDuration());
        for (Duration length :
                List.of(
                        Duration.ZERO,
                        Duration.ofNanos(-1),
                        Duration.ofMillis(-1500),
                        Duration.ofDays(400).plusNanos(5),
                        Duration.ofHours(-1))) {
            assertEquals(length, XmlDuration.of(length).toDuration());
            assertEquals(length, XmlDuration.parse(XmlDuration.of(length).toString()).toDuration());
        }
        XmlDuration.of(Duration.ofSeconds(Long.MIN_VALUE));
        for (String text :
                new String[] {
                    "",
                    "P",
                    "PT",
                    "P1DT",
                    "1D",
                    "P1",
                    "P1H",
                    "PT1D",
                    "P1D1Y",
                    "P-1D",
                    "PT1.S",
                    "PT.5S",
                    "P1.5D",
                    "PT1M1H",
                    "--P1D",
                    "P1DT1H ",
                    "P99999999999999999999D"
                }) {
            assertThrows(IllegalArgumentException.class, () -> XmlDuration.parse(text), text);
        }
    }

    @Test
    void spansBeyondTicksAreWrittenAsText() {
        for (Duration span :
                List.of(
                        Duration.ofNanos(5),
                        Duration.ofSeconds(Long.MAX_VALUE / 10_000_000 + 1),
                        Duration.ofSeconds(-5, 100))) {
            var out = new XmlOutput();
            XmlWriter writer =
                    XmlWriter.binary(out, XmlDictionary.none(), null, XmlWriterOptions.DEFAULT);
            writer.startElement(XmlName.of("", "a"));
            writer.timeSpan(span);
            writer.endElement();
            XmlReader reader =
                    Vectors.binary(
                            out.toByteArray(), XmlDictionary.none(), null, XmlQuotas.DEFAULT);
            reader.toElement();
            reader.enter();
            assertEquals(span, reader.readTimeSpan());
        }
    }
}
