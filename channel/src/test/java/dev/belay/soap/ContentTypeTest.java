package dev.belay.soap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

/** Content types and actions of HTTP. */
final class ContentTypeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text/xml | text/xml | `` | ``",
                "Text/XML;Charset=UTF-8 | text/xml | utf-8 | ``",
                "text/xml ; charset=\"utf-8\" | text/xml | utf-8 | ``",
                "application/soap+xml; action=\"urn:a;b\"; charset=utf-8 | application/soap+xml |"
                        + " utf-8 | urn:a;b",
                "application/soap+xml; charset=utf-8; action=urn:a/b | application/soap+xml | utf-8"
                        + " | urn:a/b",
                "application/soap+xml;action=\"say \\\"hi\\\"\" | application/soap+xml | `` | say"
                        + " \"hi\"",
                "application/soap+xml; | application/soap+xml | `` | ``",
            })
    void reads(String text, String type, String charset, String action) {
        ContentType read = ContentType.parse(text);
        assertEquals(type, read.mediaType());
        assertEquals(charset, read.charset() == null ? "" : read.charset());
        assertEquals(action, read.action() == null ? "" : read.action());
        assertEquals(read, ContentType.parse(read.toString()));
    }

    @Test
    void tabsAndFoldsAreSpace() {
        assertEquals(
                Map.of("charset", "utf-8"),
                ContentType.parse(" text/xml\t;\r\n charset = utf-8 ").parameters());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "text/",
                "/xml",
                "text/xml charset=utf-8",
                "text/xml; charset",
                "text/xml; charset=",
                "text/xml; charset=\"utf-8",
                "text/xml; charset=a; Charset=b",
                "te xt/xml",
            })
    void refuses(String text) {
        assertThrows(IllegalArgumentException.class, () -> ContentType.parse(text));
    }

    @Test
    void whatEncodingsWrite() {
        assertEquals(
                "text/xml; charset=utf-8",
                MessageEncoding.text(MessageVersion.SOAP_1_1).contentType("urn:a"));
        assertEquals(
                "application/soap+xml; charset=utf-8; action=\"urn:a\"",
                MessageEncoding.text(MessageVersion.SOAP_1_2).contentType("urn:a"));
        assertEquals(
                "application/soap+xml; charset=utf-8",
                MessageEncoding.text(MessageVersion.SOAP_1_2).contentType(null));
        assertEquals(
                "application/soap+msbin1",
                MessageEncoding.binary(MessageVersion.SOAP_1_2_WSA_1_0).contentType("urn:a"));
    }

    @ParameterizedTest
    @CsvSource({
        "text/xml, true",
        "text/xml; charset=UTF-8, true",
        "text/xml; charset=us-ascii, true",
        "text/xml; charset=iso-8859-1, false",
        "application/soap+xml, false",
        "text/html, false",
    })
    void whatTextAccepts(String type, boolean accepted) {
        MessageEncoding encoding = MessageEncoding.text(MessageVersion.SOAP_1_1);
        assertEquals(accepted, encoding.accepts(ContentType.parse(type)));
    }

    @Test
    void soapActions() {
        assertEquals("\"\"", SoapAction.format(null));
        assertEquals("\"urn:a\"", SoapAction.format("urn:a"));
        assertEquals("urn:a", SoapAction.parse(" \"urn:a\" "));
        assertEquals("urn:a", SoapAction.parse("urn:a"));
        assertEquals("", SoapAction.parse("\"\""));
        assertNull(SoapAction.parse(null));
        assertThrows(IllegalArgumentException.class, () -> SoapAction.format("a\r\nb"));
    }
}
