package dev.belay.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.belay.error.BelayException;

import org.junit.jupiter.api.Test;

import java.util.HexFormat;

/** Typed reads of lexical forms and of records, beside those of .NET. */
class TypedReadsTest {
    private static String outcome(String type, XmlReader reader) {
        try {
            String value = TypedReads.read(type, reader);
            return value == null ? null : "=" + value;
        } catch (BelayException e) {
            return "!";
        }
    }

    private static void compare(Deviations deviations, String name, String theirs, String ours) {
        if (ours != null) {
            if (theirs.equals(ours)) {
                deviations.passed();
            } else {
                deviations.add(name, theirs + " there, " + ours + " here");
            }
        }
    }

    @Test
    void lexicalFormsReadAsDotnetReadsThem() {
        var deviations = new Deviations("typed-text");
        String[] lines = Vectors.text("dotnet/typed-text.tsv").split("\n");
        for (int i = 1; i < lines.length; i++) {
            String[] cells = lines[i].split("\t", -1);
            String text = TypedReads.unescape(cells[0]);
            var out = new XmlOutput();
            XmlWriter writer = XmlWriter.text(out, XmlWriterOptions.DEFAULT);
            writer.startElement(XmlName.of("", "a"));
            writer.namespace("p", XmlString.of("urn:p"));
            writer.text(text);
            writer.endElement();
            XmlReader reader = Vectors.text(out.toByteArray(), XmlQuotas.DEFAULT);
            reader.toElement();
            reader.enter();
            String theirs = cells[2].equals("!") ? "!" : "=" + TypedReads.unescape(cells[3]);
            compare(deviations, cells[1] + " of " + cells[0], theirs, outcome(cells[1], reader));
        }
        deviations.assertAsDecided(2926);
    }

    @Test
    void recordsReadAsDotnetReadsThem() {
        var deviations = new Deviations("typed-binary");
        String[] lines = Vectors.text("dotnet/typed-binary.tsv").split("\n");
        for (int i = 1; i < lines.length; i++) {
            String[] cells = lines[i].split("\t", -1);
            boolean isAttribute = cells[3].equals("attribute");
            String document =
                    isAttribute
                            ? "400161"
                                    + "040174"
                                    + cells[0]
                                    + "09017005"
                                    + HexFormat.of().formatHex("urn:p".getBytes(UTF_8))
                                    + "01"
                            : "400161"
                                    + "09017005"
                                    + HexFormat.of().formatHex("urn:p".getBytes(UTF_8))
                                    + cells[0]
                                    + "01";
            XmlReader reader =
                    Vectors.binary(
                            HexFormat.of().parseHex(document),
                            XmlDictionary.nbfs(),
                            null,
                            XmlQuotas.DEFAULT);
            String ours;
            try {
                reader.toElement();
                if (isAttribute) {
                    reader.enterAttribute(0);
                } else {
                    reader.enter();
                }
                ours = outcome(cells[2], reader);
            } catch (BelayException e) {
                ours = TypedReads.isKnown(cells[2]) ? "!" : null;
            }
            String theirs = cells[4].equals("!") ? "!" : "=" + TypedReads.unescape(cells[5]);
            compare(deviations, cells[2] + " of " + cells[1] + " in " + cells[3], theirs, ours);
        }
        deviations.assertAsDecided(1824);
    }
}
