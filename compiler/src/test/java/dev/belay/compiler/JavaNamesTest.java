package dev.belay.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class JavaNamesTest {
    @ParameterizedTest
    @CsvSource({
        "order, Order",
        "check-vat, CheckVat",
        "tCurrency, TCurrency",
        "a.b_c, ABC",
        "3D, Type3D",
        "größe, Größe",
        "record, Record",
        "'', Type",
    })
    void types(String name, String expected) {
        assertEquals(expected, JavaNames.type(name));
    }

    @ParameterizedTest
    @CsvSource({
        "Id, id",
        "URL, url",
        "ISOCode, isoCode",
        "sISOCode, sISOCode",
        "UInt8, uInt8",
        "class, class_",
        "true, true_",
        "record, record_",
        "1st, value1st",
        "toString, toString_",
        "a-b, aB",
    })
    void components(String name, String expected) {
        assertEquals(expected, JavaNames.component(name));
    }

    @ParameterizedTest
    @CsvSource({
        "New, NEW",
        "Sent-Out, SENT_OUT",
        "camelCase, CAMEL_CASE",
        "HTTPServer, HTTP_SERVER",
        "1, VALUE_1",
        "'', VALUE_EMPTY",
        "'+', VALUE_EMPTY",
        "a b, A_B",
    })
    void constants(String value, String expected) {
        assertEquals(expected, JavaNames.constant(value));
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.org/shop/data, org.example.shop.data",
        "http://www.oorsprong.org/websamples.countryinfo, org.oorsprong.websamples.countryinfo",
        "urn:ec.europa.eu:taxud:vies, ec.europa.eu.taxud.vies",
        "http://x.org/new/1.0, org.x.new_._1._0",
        "'', generated",
        "??, generated",
    })
    void packages(String namespace, String expected) {
        assertEquals(expected, JavaNames.packageOf(namespace));
        assertTrue(JavaNames.isPackage(expected));
    }

    @Test
    void methodsLeaveThoseOfObjectAlone() {
        assertEquals("notify", JavaNames.method("Notify", 1));
        assertEquals("notify_", JavaNames.method("Notify", 0));
        assertEquals("wait_", JavaNames.method("wait", 1));
        assertEquals("proxy_", JavaNames.method("proxy", 1));
    }

    @Test
    void interfaceMarksGo() {
        assertEquals("Shop", JavaNames.withoutInterfaceMark("IShop"));
        assertEquals("IPAddress", JavaNames.withoutInterfaceMark("IPAddress"));
        assertEquals("Interface", JavaNames.withoutInterfaceMark("Interface"));
    }

    @Test
    void namesThatDifferInCaseOnlyAreNotApart() {
        NameSpace names = new NameSpace("Draft");
        assertEquals("Order", names.take("Order"));
        assertEquals("ORDER2", names.take("ORDER"));
        assertEquals("MyOrder", names.take(List.of("order", "MyOrder")));
        assertEquals("draft2", names.take("draft"));
        assertFalse(names.isTaken("Line"));
    }

    @Test
    void documentationCannotLeaveItsComment() {
        assertEquals(
                "/** a &#42;/ &#123;&#64;code b&#125; &lt;c&gt; &#92;u002a &amp; */",
                Javadoc.of("a */ {@code b} <c> \\u002a &", "").text(0));
    }

    @Test
    void textsAreQuoted() {
        assertEquals("\"a\\\"b\\\\c\\nd\\u0001\"", JavaFile.quoted("a\"b\\c\nd\u0001"));
    }
}
