package dev.belay.xml.type;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Structs: every kind of field, what may be absent, and what errors say. */
final class StructTypeTest {
    private static final XmlName ROOT = Sample.name("S");

    private static final StructType<Sample, Sample> SEQUENCE =
            Sample.describe()
                    .element(
                            Sample.name("First"),
                            XmlTypes.STRING,
                            s -> s.first,
                            (s, v) -> s.first = v)
                    .intElement(
                            Sample.name("Number"),
                            XmlTypes.INT,
                            s -> s.number,
                            (s, v) -> s.number = v)
                    .optional()
                    .element(Sample.name("Wide"), XmlTypes.LONG, s -> s.wide, (s, v) -> s.wide = v)
                    .nillable()
                    .build();

    private static Sample read(StructType<Sample, Sample> type, String content) {
        return Documents.read(type, document(content));
    }

    private static String document(String content) {
        return "<S xmlns='urn:s' xmlns:i='http://www.w3.org/2001/XMLSchema-instance'"
                + " xmlns:o='urn:o'"
                + (content.startsWith("@") ? content.substring(1) : ">" + content)
                + "</S>";
    }

    private static BelayException refused(StructType<Sample, Sample> type, String content) {
        var thrown = assertThrows(BelayException.class, () -> read(type, content));
        assertEquals(ErrorCode.INVALID_FORMAT, thrown.code());
        return thrown;
    }

    private static void assertSays(String part, BelayException thrown) {
        assertTrue(thrown.getMessage().contains(part), thrown.getMessage());
    }

    /** The content that a value is written as, without the root. */
    private static String written(StructType<Sample, Sample> type, Sample value) {
        String text = Documents.write(type, ROOT, value);
        Sample again = Documents.read(type, text);
        assertEquals(text, Documents.write(type, ROOT, again));
        byte[] binary = Documents.writeBinary(type, ROOT, value);
        Sample fromBinary = Documents.read(type, Documents.binary(binary));
        assertEquals(text, Documents.write(type, ROOT, fromBinary));
        int begin = text.indexOf('>') + 1;
        int end = text.lastIndexOf("</");
        return end < begin ? "" : text.substring(begin, end);
    }

    @Test
    void fieldsComeInOrder() {
        Sample sample = read(SEQUENCE, "<First>a</First><Number> 3 </Number><Wide>4</Wide>");
        assertEquals("a", sample.first);
        assertEquals(3, sample.number);
        assertEquals(4L, sample.wide);
        assertEquals("<First>a</First><Number>3</Number><Wide>4</Wide>", written(SEQUENCE, sample));
    }

    @Test
    void anAbsentOptionalFieldKeepsItsDefault() {
        Sample sample = read(SEQUENCE, "<First/><Wide i:nil='true'/>");
        assertEquals("", sample.first);
        assertEquals(10, sample.number);
        assertNull(sample.wide);
        assertEquals(
                "<First></First><Number>10</Number><Wide i:nil=\"true\"/>",
                written(SEQUENCE, sample));
    }

    @ParameterizedTest
    @CsvSource({
        "<Number>1</Number>, element {urn:s}First of type {urn:s}Sample is missing",
        "<First>a</First>, element {urn:s}Wide of type {urn:s}Sample is missing",
        "<First>a</First><First>b</First>, stands in the wrong place or once too often",
        "<First>a</First><Wide>1</Wide><Number>1</Number>, stands in the wrong place",
        "<First i:nil='1'/>, element {urn:s}First of type {urn:s}Sample must not be nil",
        "<First>a</First><Number i:nil='true'/>, must not be nil",
        "<First>a</First><Number>x</Number>, ''",
        "<First>a</First>text<Wide>1</Wide>, ''",
        "<First>a<b/></First>, ''",
    })
    void whatDoesNotFitIsToldWithItsPlace(String content, String message) {
        BelayException thrown = refused(SEQUENCE, content);
        assertSays(message, thrown);
        assertSays("byte", thrown);
    }

    @Test
    void whatIsNotDescribedIsSkippedAnywhere() {
        Sample sample =
                read(
                        SEQUENCE,
                        "@ o:more='1' other='2'><o:A><B>x</B></o:A><First>a</First><Zero/>"
                                + "<Wide>4</Wide><Later/>");
        assertEquals("a", sample.first);
        assertEquals(4L, sample.wide);
    }

    @Test
    void aStrictTypeSkipsNothing() {
        StructType<Sample, Sample> strict =
                Sample.describe()
                        .intAttribute(
                                Sample.plain("id"), XmlTypes.INT, s -> s.id, (s, v) -> s.id = v)
                        .optional()
                        .strict()
                        .build();
        read(strict, "@ id='1' i:type='x'>");
        assertSays("has no element {urn:o}A", refused(strict, "<o:A/>"));
        assertSays("has no attribute other", refused(strict, "@ other='1'>"));
    }

    @Test
    void aNullThatMustBeWrittenIsMisuse() {
        var sample = new Sample();
        var thrown =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Documents.write(SEQUENCE, ROOT, sample));
        assertEquals(
                "element {urn:s}First of type {urn:s}Sample must have a value",
                thrown.getMessage());
    }

    @Test
    void attributes() {
        StructType<Sample, Sample> type =
                Sample.describe()
                        .intAttribute(
                                Sample.plain("id"), XmlTypes.INT, s -> s.id, (s, v) -> s.id = v)
                        .attribute(
                                Sample.name("color"),
                                XmlTypes.STRING,
                                s -> s.color,
                                (s, v) -> s.color = v)
                        .optional()
                        .booleanAttribute(
                                Sample.plain("flag"),
                                XmlTypes.BOOLEAN,
                                s -> s.flag,
                                (s, v) -> s.flag = v)
                        .optional()
                        .anyAttributes(Wildcard.ANY, s -> s.attributes, (s, v) -> s.attributes = v)
                        .build();
        Sample sample =
                read(
                        type,
                        "@ id=' 7 ' o:b='2' i:type='ignored' xmlns:p='urn:s' p:color='red' a='1'>");
        assertEquals(7, sample.id);
        assertEquals("red", sample.color);
        assertTrue(sample.flag);
        assertEquals(
                Map.of(Sample.plain("a"), "1", XmlName.of("urn:o", "b"), "2"), sample.attributes);
        written(type, sample);
        assertEquals(Map.of(), read(type, "@ id='1'>").attributes);
        assertSays("attribute id of type {urn:s}Sample is missing", refused(type, ""));
    }

    @Test
    void textWithAttributes() {
        StructType<Sample, Sample> type =
                Sample.describe()
                        .intAttribute(
                                Sample.plain("id"), XmlTypes.INT, s -> s.id, (s, v) -> s.id = v)
                        .text(XmlTypes.STRING, s -> s.text, (s, v) -> s.text = v)
                        .build();
        Sample sample = read(type, "@ id='1'> a <!-- c -->b");
        assertEquals(" a b", sample.text);
        assertEquals(" a b", written(type, sample));
        refused(type, "@ id='1'>a<b/>");
        StructType<Sample, Sample> number =
                Sample.describe()
                        .intText(XmlTypes.INT, s -> s.number, (s, v) -> s.number = v)
                        .build();
        assertEquals(5, read(number, "5").number);
    }

    @Test
    void repeatedElementsWithoutAWrapper() {
        StructType<Sample, Sample> type =
                Sample.describe()
                        .repeating(
                                Sample.name("Item"),
                                XmlTypes.STRING,
                                s -> s.items,
                                (s, v) -> s.items = v)
                        .repeating(
                                Repeated.ints(Sample.name("N")),
                                s -> s.numbers,
                                (s, v) -> s.numbers = v)
                        .required()
                        .build();
        Sample sample =
                read(type, "<Item>a</Item><Item/> <!-- c --><N>1</N><N>2</N><N>-3</N><End/>");
        assertEquals(List.of("a", ""), sample.items);
        assertArrayEquals(new int[] {1, 2, -3}, sample.numbers);
        written(type, sample);
        assertEquals(List.of(), read(type, "<N>1</N>").items);
        assertSays("item {urn:s}N of type {urn:s}Sample is missing", refused(type, "<Item/>"));
        refused(type, "<Item i:nil='true'/><N>1</N>");
        int[] many = new int[1000];
        Arrays.setAll(many, i -> i * i);
        sample.numbers = many;
        written(type, sample);
    }

    @Test
    void fieldsOfAChoiceExcludeEachOther() {
        StructType<Sample, Sample> type =
                Sample.describe()
                        .choice(
                                one ->
                                        one.element(
                                                        Sample.name("Left"),
                                                        XmlTypes.STRING,
                                                        s -> s.left,
                                                        (s, v) -> s.left = v)
                                                .sequence(
                                                        both ->
                                                                both.element(
                                                                                Sample.name(
                                                                                        "Right"),
                                                                                XmlTypes.INT,
                                                                                s -> s.right,
                                                                                (s, v) ->
                                                                                        s.right = v)
                                                                        .element(
                                                                                Sample.name("Wide"),
                                                                                XmlTypes.LONG,
                                                                                s -> s.wide,
                                                                                (s, v) ->
                                                                                        s.wide = v)
                                                                        .optional()))
                        .build();
        assertEquals("<Left>a</Left>", written(type, read(type, "<Left>a</Left>")));
        assertEquals("<Right>1</Right>", written(type, read(type, "<Right>1</Right>")));
        assertEquals(
                "<Right>1</Right><Wide>2</Wide>",
                written(type, read(type, "<Right>1</Right><Wide>2</Wide>")));
        assertSays("element {urn:s}Left or element {urn:s}Right", refused(type, ""));
        refused(type, "<Left>a</Left><Right>1</Right>");
        var both = new Sample();
        both.left = "a";
        both.right = 1;
        var thrown =
                assertThrows(
                        IllegalArgumentException.class, () -> Documents.write(type, ROOT, both));
        assertTrue(thrown.getMessage().contains("exclude each other"), thrown.getMessage());
    }

    @Test
    void nilOfAChoiceIsWrittenAsTheAlternativeThatMayBeNil() {
        StructType<Sample, Sample> type =
                Sample.describe()
                        .choice(
                                one ->
                                        one.element(
                                                        Sample.name("Left"),
                                                        XmlTypes.STRING,
                                                        s -> s.left,
                                                        (s, v) -> s.left = v)
                                                .element(
                                                        Sample.name("Wide"),
                                                        XmlTypes.LONG,
                                                        s -> s.wide,
                                                        (s, v) -> s.wide = v)
                                                .nillable())
                        .build();
        Sample nil = read(type, "<Wide i:nil='true'/>");
        assertNull(nil.left);
        assertNull(nil.wide);
        assertEquals(
                Documents.buffer(document("<Wide i:nil='true'/>")),
                Documents.buffer(Documents.write(type, ROOT, nil)));
        assertEquals("a", read(type, "<Left>a</Left>").left);
    }

    @Test
    void aChoiceIsAlsoAValueOfASealedInterface() {
        StructType<Sample, Sample> type =
                Sample.describe()
                        .choice(Sample.Choice.TYPE, s -> s.choice, (s, v) -> s.choice = v)
                        .optional()
                        .intElement(
                                Sample.name("Number"),
                                XmlTypes.INT,
                                s -> s.number,
                                (s, v) -> s.number = v)
                        .repeating(
                                Repeated.choice(Sample.Choice.TYPE),
                                s -> s.choices,
                                (s, v) -> s.choices = v)
                        .build();
        Sample sample =
                read(
                        type,
                        "<Word>w</Word><Number>1</Number><Count>1</Count><o:x"
                                + " a='1'/><Word>v</Word>");
        assertEquals(new Sample.Choice.Word("w"), sample.choice);
        assertEquals(
                List.of(
                        new Sample.Choice.Count(1),
                        new Sample.Choice.Strange(Documents.buffer("<x xmlns='urn:o' a='1'/>")),
                        new Sample.Choice.Word("v")),
                sample.choices);
        written(type, sample);
        assertNull(read(type, "<Number>1</Number>").choice);
    }

    @Test
    void groupsRepeatAsAWhole() {
        StructType<Sample, Sample> type =
                Sample.describe()
                        .repeating(
                                Repeated.group(Sample.Pair.TYPE),
                                s -> s.pairs,
                                (s, v) -> s.pairs = v)
                        .build();
        Sample sample =
                read(type, "<Key>a</Key><Value>1</Value><Key>b</Key><Value>2</Value><More/>");
        assertEquals(List.of(new Sample.Pair("a", 1), new Sample.Pair("b", 2)), sample.pairs);
        written(type, sample);
        assertSays(
                "element {urn:s}Value of type {urn:s}Pair is missing",
                refused(type, "<Key>a</Key><Key>b</Key><Value>2</Value>"));
    }

    @Test
    void allComesInAnyOrder() {
        StructType<Sample, Sample> type =
                Sample.describe()
                        .all(
                                any ->
                                        any.element(
                                                        Sample.name("First"),
                                                        XmlTypes.STRING,
                                                        s -> s.first,
                                                        (s, v) -> s.first = v)
                                                .intElement(
                                                        Sample.name("Number"),
                                                        XmlTypes.INT,
                                                        s -> s.number,
                                                        (s, v) -> s.number = v)
                                                .optional())
                        .build();
        assertEquals(1, read(type, "<Number>1</Number><First>a</First>").number);
        assertEquals(10, read(type, "<First>a</First>").number);
        assertSays("{urn:s}First", refused(type, "<Number>1</Number>"));
        refused(type, "<First>a</First><Number>1</Number><First>b</First>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<o:a>1</o:a><o:b x='1'><c xmlns=''>t</c></o:b><o:c/>",
                "<o:a><![CDATA[<>]]></o:a>",
                "",
            })
    void wildcards(String content) {
        StructType<Sample, Sample> type =
                Sample.describe()
                        .any(Wildcard.of("urn:o"), s -> s.any, (s, v) -> s.any = v)
                        .optional()
                        .repeating(Repeated.any(Wildcard.ANY), s -> s.rest, (s, v) -> s.rest = v)
                        .build();
        Sample sample = read(type, content);
        assertEquals(
                Documents.buffer(document(content)),
                Documents.buffer(Documents.write(type, ROOT, sample)));
        written(type, sample);
    }

    @Test
    void elementsWithoutNamespace() {
        StructType<Sample, Sample> type =
                Sample.describe()
                        .intElement(
                                Sample.plain("number"),
                                XmlTypes.INT,
                                s -> s.number,
                                (s, v) -> s.number = v)
                        .build();
        assertEquals(
                "<q:S xmlns:q=\"urn:s\"><number>10</number></q:S>",
                Documents.write(type, ROOT, new Sample()));
    }

    @Test
    void nilCanBeReadAndLeftOut() {
        StructType<Sample, Sample> type =
                Sample.describe()
                        .element(
                                Sample.name("Wide"),
                                XmlTypes.LONG,
                                s -> s.wide,
                                (s, v) -> s.wide = v)
                        .optional()
                        .nillable()
                        .omitNull()
                        .build();
        assertEquals(null, read(type, "<Wide i:nil='true'/>").wide);
        assertEquals(null, read(type, "").wide);
        assertEquals(5L, read(type, "<Wide>5</Wide>").wide);
        assertEquals("<S xmlns=\"urn:s\"/>", Documents.write(type, ROOT, new Sample()));
    }

    @Test
    void aDescriptionThatMakesNoSenseIsRefused() {
        assertThrows(
                IllegalStateException.class,
                () ->
                        Sample.describe()
                                .element(
                                        Sample.name("N"),
                                        XmlTypes.STRING,
                                        s -> s.text,
                                        (s, v) -> s.text = v)
                                .nillable()
                                .omitNull());
        assertThrows(IllegalStateException.class, () -> Sample.describe().optional());
        assertThrows(
                IllegalStateException.class,
                () ->
                        Sample.describe()
                                .intElement(
                                        Sample.name("N"),
                                        XmlTypes.INT,
                                        s -> s.id,
                                        (s, v) -> s.id = v)
                                .nillable());
        assertThrows(
                IllegalStateException.class,
                () ->
                        Sample.describe()
                                .text(XmlTypes.STRING, s -> s.text, (s, v) -> s.text = v)
                                .element(
                                        Sample.name("N"),
                                        XmlTypes.STRING,
                                        s -> s.text,
                                        (s, v) -> s.text = v)
                                .build());
    }
}
