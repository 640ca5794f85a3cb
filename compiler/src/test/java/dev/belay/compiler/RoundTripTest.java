package dev.belay.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** The generated code does what it is for: values become XML and come back. */
class RoundTripTest {
    private static String run(String wsdl, String packageName, String body) throws Exception {
        Compilation compilation = InMemory.compile(InMemory.resource(wsdl));
        List<SourceFile> files = new ArrayList<>(compilation.files());
        String source =
                """
                package %s;

                import dev.belay.xml.*;
                import dev.belay.xml.type.*;
                import java.math.*;
                import java.util.*;
                import java.util.function.Supplier;

                public final class Driver implements Supplier<String> {
                    private static final XmlName ROOT = XmlName.of("urn:r", "r");

                    /** Does nothing. */
                    public Driver() {}

                    private static <T> T again(XmlType<T> type, T value) {
                        byte[] text = write(type, value);
                        XmlReader reader =
                                XmlReader.text(text, 0, text.length, XmlQuotas.DEFAULT);
                        return type.readElement(reader, ROOT);
                    }

                    private static <T> byte[] write(XmlType<T> type, T value) {
                        XmlOutput out = new XmlOutput(100_000);
                        XmlWriter writer = XmlWriter.text(out, XmlWriterOptions.DEFAULT);
                        type.writeElement(writer, ROOT, value);
                        writer.flush();
                        return out.toByteArray();
                    }

                    @Override
                    public String get() {
                %s
                    }
                }
                """
                        .formatted(packageName, body.indent(8));
        files.add(new SourceFile(packageName.replace('.', '/') + "/Driver.java", source));
        InMemory.Java java = InMemory.javac(files);
        assertEquals(List.of(), java.problems());
        Class<?> driver = java.loader().loadClass(packageName + ".Driver");
        return String.valueOf(
                driver.getMethod("get").invoke(driver.getConstructor().newInstance()));
    }

    @Test
    void recursiveRecordsWithEverythingOptional() throws Exception {
        String result =
                run(
                        "wsdl/shop-nettcp/shop.wsdl",
                        "org.example.shop",
                        """
                        Order parent = new Order(null, null, null, null, null, null, null, null, null);
                        Order order = new Order(
                                UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"),
                                XmlDateTime.parse("2026-01-02T03:04:05Z"), new BigDecimal("1.50"), 7,
                                Status.SENT_OUT, List.of(Extras.GIFT, Extras.INSURED),
                                Arrays.asList(new Line("a", 2, BigDecimal.ONE), null), "note", parent);
                        return String.valueOf(again(Order.TYPE, order).equals(order));\
                        """);
        assertEquals("true", result);
    }

    @Test
    void concreteTypesAreKeptBehindTheSealedInterface() throws Exception {
        String result =
                run(
                        "wsdl/shop-nettcp/shop.wsdl",
                        "org.example.shop",
                        """
                        String all = "";
                        for (Shape shape : List.of(new PlainShape("p"), new Circle("c", 1.5), new Square(null, 2))) {
                            all += again(Shape.TYPE, shape).equals(shape);
                        }
                        return all;\
                        """);
        assertEquals("truetruetrue", result);
    }

    @Test
    void absentNumbersOfDataContractsAreZero() throws Exception {
        String result =
                run(
                        "wsdl/shop-nettcp/shop.wsdl",
                        "org.example.shop",
                        """
                        byte[] text = "<r xmlns='urn:r'/>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
                        XmlReader reader = XmlReader.text(text, 0, text.length, XmlQuotas.DEFAULT);
                        return String.valueOf(Line.TYPE.readElement(reader, ROOT).quantity());\
                        """);
        assertEquals("0", result);
    }

    @Test
    void choicesGroupsAttributesAndDefaults() throws Exception {
        String result =
                run(
                        "golden/tickets.wsdl",
                        "org.example.tickets",
                        """
                        PlainTrip leg = new PlainTrip("b", List.of(), null, 3, null, "BBB", 3, Map.of());
                        Return trip = new Return("a", List.of(leg), XmlDate.parse("2026-05-01"), null,
                                Arrays.asList("x", null), "AAA", 9, Map.of(XmlName.of("urn:o", "k"), "v"),
                                List.of(new ReturnChoice.Open(true), new ReturnChoice.On(XmlDateTime.parse("2026-01-02T03:04:05"))));
                        byte[] text = "<r xmlns='urn:r' xmlns:t='http://example.org/tickets' code='C'><t:from>x</t:from><t:hours>2</t:hours></r>"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
                        XmlReader reader = XmlReader.text(text, 0, text.length, XmlQuotas.DEFAULT);
                        return again(Trip.TYPE, trip).equals(trip) + " " + Trip.TYPE.readElement(reader, ROOT).rank();\
                        """);
        assertEquals("true 3", result);
    }

    @Test
    void portsThatCannotBeUsedSayWhy() throws Exception {
        String result =
                run(
                        "golden/tickets.wsdl",
                        "org.example.tickets",
                        """
                        try {
                            Tickets.CONTRACT.binding("net.tcp://h/");
                            return "no failure";
                        } catch (dev.belay.error.BelayException e) {
                            return e.code() + " " + e.getMessage();
                        }\
                        """);
        assertEquals(
                "NOT_SUPPORTED port Secret demands what is not supported yet: {urn:secret}Whisper"
                        + " (tickets.wsdl:131:17)",
                result);
    }
}
