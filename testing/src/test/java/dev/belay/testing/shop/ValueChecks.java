package dev.belay.testing.shop;

import dev.belay.service.ServiceProxy;
import dev.belay.testing.shop.contract.Circle;
import dev.belay.testing.shop.contract.DateTimeOffset;
import dev.belay.testing.shop.contract.Everything;
import dev.belay.testing.shop.contract.KeyValueOfstringint;
import dev.belay.testing.shop.contract.Line;
import dev.belay.testing.shop.contract.Shape;
import dev.belay.testing.shop.contract.Shop;
import dev.belay.testing.shop.contract.Square;
import dev.belay.testing.shop.contract.TagReply;
import dev.belay.testing.shop.contract.TagRequest;
import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlDateTime;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values that go to the server and come back. */
final class ValueChecks {
    private static final int[][] NUMBERS = {
        {2, 3},
        {-2, 2},
        {0, 0},
        {Integer.MAX_VALUE, 0},
        {Integer.MIN_VALUE, 0},
        {Integer.MIN_VALUE, Integer.MAX_VALUE},
        {127, 1},
        {-128, -1},
        {32767, 1}
    };

    private static final List<String> TEXTS =
            List.of(
                    "hello",
                    "",
                    " ",
                    "  two  blanks  ",
                    "\n",
                    "line\nline",
                    "\r",
                    "carriage\rreturn",
                    "both\r\nends\r\n",
                    "\ttab\t",
                    "\"quotes\" and 'single'",
                    "<&>",
                    "]]>",
                    "<![CDATA[no]]>",
                    "&amp;lt;",
                    "Grüße aus Köln: äöüß ÄÖÜ",
                    "你好，世界 日本語テキスト שלום مرحبا",
                    "😀 𝄞 \uDBFF\uDFFD",
                    "e\u0301 \u00e9 \u00a0\u2028\u200b\ufeff\u0085\u007f\ud7ff\ue000\ufffd",
                    "true",
                    "123",
                    "-1.50",
                    "NaN",
                    "2026-01-02T03:04:05Z",
                    "AAEC/w==",
                    "x".repeat(255),
                    "x".repeat(256),
                    "ä".repeat(128),
                    IntStream.range(0, 10_000)
                            .mapToObj(i -> (1_000_000 + i) + " ü\n")
                            .collect(Collectors.joining()));

    private static final int[] SIZES = {
        0, 1, 2, 3, 4, 5, 255, 256, 257, 767, 768, 65535, 65536, 1_000_000
    };

    private static final List<String> TOTALS =
            List.of(
                    "1",
                    "-1",
                    "1.0",
                    "1.50",
                    "79228162514264337593543950335",
                    "-79228162514264337593543950335",
                    "0.0000000000000000000000000001",
                    "-7.9228162514264337593543950335",
                    "12345678901234567890.12345678");

    private static final List<String> DOCUMENTS =
            List.of(
                    "<a/>",
                    "<a xmlns='urn:a'/>",
                    "<p:a xmlns:p='urn:a' p:x='1' x='2'/>",
                    "<a>text</a>",
                    "<a> </a>",
                    "<doc xmlns='urn:b' xmlns:q='urn:q' xml:lang='de' xml:space='preserve'>mixed "
                            + "<b q:at='&lt;&quot;&#10;'>bold <i xmlns=''>none</i></b> tail"
                            + "<!-- note --><q:e/><![CDATA[<raw> & ]]>\n  </doc>",
                    "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'>"
                            + "<s:Body>nested</s:Body></s:Envelope>");

    private ValueChecks() {}

    /** Sends values that shall come back the same. */
    private static <T extends @Nullable Object> void same(List<T> values, UnaryOperator<T> echo)
            throws Unexpected {
        for (T value : values) {
            Expect.equal(value, echo.apply(value), "");
        }
    }

    static String add(Site site) throws Unexpected {
        try (ServiceProxy<Shop> proxy = site.open()) {
            for (int[] pair : NUMBERS) {
                int sum = proxy.contract().add(pair[0], pair[1]);
                Expect.equal(pair[0] + pair[1], sum, pair[0] + "+" + pair[1]);
            }
            return "";
        }
    }

    static String echo(Site site) throws Unexpected {
        try (ServiceProxy<Shop> proxy = site.open()) {
            ValueChecks.<@Nullable String>same(TEXTS, proxy.contract()::echo);
            return "";
        }
    }

    static String echoNull(Site site) throws Unexpected {
        try (ServiceProxy<Shop> proxy = site.open()) {
            Expect.equal(null, proxy.contract().echo(null), "");
            return "";
        }
    }

    static String bytes(Site site) throws Unexpected {
        try (ServiceProxy<Shop> proxy = site.open()) {
            for (int size : SIZES) {
                byte[] pattern = new byte[size];
                for (int i = 0; i < size; i++) {
                    pattern[i] = (byte) (i * 7);
                }
                Expect.equal(pattern, proxy.contract().echoBytes(pattern), "");
            }
            Expect.equal(null, proxy.contract().echoBytes(null), "");
            return "";
        }
    }

    static String orders(Site site) throws Unexpected {
        try (ServiceProxy<Shop> proxy = site.open()) {
            Shop shop = proxy.contract();
            Line line = new Line("deep", 0, BigDecimal.ZERO);
            ValueChecks.same(
                    Arrays.asList(
                            Orders.full(),
                            Orders.empty(),
                            null,
                            Orders.order(BigDecimal.ZERO, List.of(), "", null),
                            Orders.order(BigDecimal.ZERO, Arrays.asList(null, line), null, null),
                            Orders.order(BigDecimal.ONE, null, null, Orders.full()),
                            Orders.order(
                                    BigDecimal.ONE,
                                    null,
                                    "1",
                                    Orders.order(
                                            BigDecimal.TEN,
                                            null,
                                            "2",
                                            Orders.order(
                                                    BigDecimal.TEN, List.of(line), "3", null)))),
                    shop::echoOrder);
            for (String total : TOTALS) {
                Expect.equal(
                        Orders.order(new BigDecimal(total), null, null, null),
                        shop.echoOrder(Orders.order(new BigDecimal(total), null, null, null)),
                        "");
            }
            return "";
        }
    }

    static String everything(Site site) throws Unexpected {
        try (ServiceProxy<Shop> proxy = site.open()) {
            ValueChecks.same(
                    Arrays.asList(smallest(), largest(), null), proxy.contract()::echoEverything);
            return "";
        }
    }

    private static Everything smallest() {
        XmlDateTime never = XmlDateTime.parse("0001-01-01T00:00:00");
        return new Everything(
                false,
                Byte.MIN_VALUE,
                (short) 0,
                Short.MIN_VALUE,
                0,
                Integer.MIN_VALUE,
                0,
                Long.MIN_VALUE,
                BigInteger.ZERO,
                -Float.MAX_VALUE,
                -Double.MAX_VALUE,
                new BigDecimal("-79228162514264337593543950335"),
                never,
                new DateTimeOffset(XmlDateTime.parse("0001-01-01T00:00:00Z"), (short) 0),
                Duration.ZERO,
                new UUID(0, 0),
                'a',
                null,
                null,
                null,
                null,
                new int[0],
                new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY},
                null,
                List.of(),
                null,
                null,
                List.of(),
                null,
                null);
    }

    private static Everything largest() {
        XmlDateTime last = XmlDateTime.parse("9999-12-31T23:59:59.9999999");
        return new Everything(
                true,
                Byte.MAX_VALUE,
                (short) 255,
                Short.MAX_VALUE,
                65535,
                Integer.MAX_VALUE,
                4294967295L,
                Long.MAX_VALUE,
                new BigInteger("18446744073709551615"),
                Float.MAX_VALUE,
                Double.MAX_VALUE,
                new BigDecimal("79228162514264337593543950335"),
                last,
                new DateTimeOffset(XmlDateTime.parse("2026-07-01T12:30:00.123Z"), (short) -690),
                Duration.ofDays(400).plusNanos(100),
                new UUID(-1, -1),
                '\ud83d',
                "all",
                new byte[] {-1},
                "http://example.org/",
                XmlName.of("urn:names", "local"),
                IntStream.range(-500, 500).toArray(),
                new double[] {1, 1.5, 1e300},
                new boolean[] {true, false, true},
                List.of(last, last),
                List.of(new UUID(0, 0)),
                Arrays.asList("a", null, "", " ", "<&>"),
                List.of(new KeyValueOfstringint("one", 1), new KeyValueOfstringint("", -34)),
                0,
                null);
    }

    static String shapes(Site site) throws Unexpected {
        try (ServiceProxy<Shop> proxy = site.open()) {
            List<@Nullable Shape> named =
                    List.of(new Circle("round", 1.5), new Square("sharp", -2));
            List<@Nullable Shape> holes =
                    Arrays.asList(null, new Square(null, 0), new Circle("", 0), null);
            ValueChecks.same(
                    Arrays.asList(named, holes, List.of(), null), proxy.contract()::echoShapes);
            return "";
        }
    }

    /** The parameter and the result are each an element around the document. */
    static String xml(Site site) throws Unexpected {
        try (ServiceProxy<Shop> proxy = site.open()) {
            for (String text : DOCUMENTS) {
                XmlBuffer got = proxy.contract().echoXml(parse("<xml>" + text + "</xml>"));
                if (got == null) {
                    throw new Unexpected(text, "null");
                }
                XmlReader reader = got.reader();
                reader.toElement();
                reader.enter();
                Expect.that(reader.toElement(), text, got.toString());
                XmlBuffer document = reader.readBuffer();
                Expect.that(parse(text).equals(document), text, document.toString());
            }
            return "";
        }
    }

    private static XmlBuffer parse(String text) {
        return XmlBuffer.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    static String tag(Site site) throws Unexpected {
        try (ServiceProxy<Shop> proxy = site.open()) {
            Line basket = new Line("basket", 3, new BigDecimal("1.25"));
            TagReply reply = proxy.contract().tag(new TagRequest(basket, "T-<1>", "hello"));
            Expect.equal(new TagReply("T-<1>/basket", "hello"), reply, "reply");
            TagReply sparse = proxy.contract().tag(new TagRequest(null, null, null));
            Expect.equal(new TagReply("/-", null), sparse, "reply to an empty request");
            return "";
        }
    }
}
