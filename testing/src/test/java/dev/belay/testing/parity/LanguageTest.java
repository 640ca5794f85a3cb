package dev.belay.testing.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.belay.xml.XmlDateTime;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** What the class library of Java does in place of functions of WWSAPI. */
class LanguageTest {
    @Test
    void urlsAreTakenApart() {
        URI url = URI.create("net.tcp://host:8080/a%20b/c?d=e%26f#g");
        assertEquals("net.tcp", url.getScheme());
        assertEquals("host", url.getHost());
        assertEquals(8080, url.getPort());
        assertEquals("/a b/c", url.getPath());
        assertEquals("d=e&f", url.getQuery());
        assertEquals("g", url.getFragment());
        assertEquals(-1, URI.create("http://host/").getPort());
        assertThrows(IllegalArgumentException.class, () -> URI.create("http://host/a b"));
    }

    @Test
    void urlsArePutTogether() throws URISyntaxException {
        URI url = new URI("http", null, "host", 8080, "/a b/\u00e9", "c=d e", null);
        assertEquals("http://host:8080/a%20b/%C3%A9?c=d%20e", url.toASCIIString());
    }

    @Test
    void urlsAreResolved() {
        URI base = URI.create("http://host/a/b/c");
        assertEquals("http://host/a/d?e", base.resolve("../d?e").toString());
        assertEquals("net.tcp://other/x", base.resolve("net.tcp://other/x").toString());
    }

    @Test
    void timesAreInstants() {
        FileTime file = FileTime.from(Instant.parse("2026-01-02T03:04:05.1234567Z"));
        XmlDateTime time = XmlDateTime.of(file.toInstant());
        assertEquals("2026-01-02T03:04:05.1234567Z", time.toString());
        assertEquals(file, FileTime.from(time.toInstant()));
        XmlDateTime other = XmlDateTime.parse("2026-01-02T05:04:05.1234567+02:00");
        assertEquals(file, FileTime.from(other.toInstant()));
    }
}
