package dev.belay.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cases of the W3C conformance suite and of libxml2, as far as UTF-8 without document type goes;
 * not checked in.
 */
class TextConformanceTest {
    private static final XmlQuotas WIDE =
            XmlQuotas.builder().maxDepth(2000).maxAttributes(2000).maxNamespaces(2000).build();

    private static Path vectors() {
        Path folder = Path.of(System.getProperty("belay.shared", "../../shared"), "vectors", "xml");
        boolean isThere = Files.isDirectory(folder);
        if (!isThere) {
            System.out.println("skipped: no XML cases in " + folder);
        }
        assumeTrue(isThere, "no XML cases");
        return folder;
    }

    /** What the reader makes of a document: accept, format, quota, or what it should not throw. */
    private static String outcome(byte[] document) {
        try {
            CanonicalForm.of(Vectors.text(document, WIDE));
            return "accept";
        } catch (BelayException e) {
            return e.code() == ErrorCode.INVALID_FORMAT
                    ? "reject: " + e.getMessage()
                    : e.code().toString();
        } catch (RuntimeException e) {
            return "threw " + e;
        }
    }

    @Test
    void conformanceCasesEndAsExpected() throws IOException {
        Path suite = vectors().resolve("xmlconf");
        var deviations = new Deviations("xmlconf");
        List<String> lines = Files.readAllLines(suite.resolve("cases.tsv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t");
            byte[] document = Files.readAllBytes(suite.resolve(cells[1]));
            if (cells[3].equals("strip-doctype")) {
                document = withoutDoctype(document);
            }
            String outcome = outcome(document);
            if (isAsExpected(outcome, cells[5])) {
                deviations.passed();
            } else {
                deviations.add(cells[0], cells[5] + " expected, but " + outcome);
            }
        }
        deviations.assertAsDecided(862);
    }

    private static boolean isAsExpected(String outcome, String expected) {
        return switch (expected) {
            case "accept" -> outcome.equals("accept");
            case "reject" -> outcome.startsWith("reject");
            default -> outcome.startsWith("reject: document type declarations");
        };
    }

    @Test
    void malformedDocumentsFailInOrder() throws IOException {
        Path suite = vectors().resolve("malformed");
        var wrong = new StringBuilder();
        int cases = 0;
        try (Stream<Path> files = Files.walk(suite)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".xml")).sorted().toList()) {
                cases++;
                byte[] document = Files.readAllBytes(file);
                String outcome = outcome(document);
                if (outcome.startsWith("threw")) {
                    wrong.append(file).append(": ").append(outcome).append('\n');
                }
                if (new String(document, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")
                        && outcome.equals("accept")) {
                    wrong.append(file).append(": accepted with a document type\n");
                }
            }
        }
        assertTrue(wrong.isEmpty(), wrong.toString());
        assertEquals(29, cases);
    }

    /** Removes the document type declaration with its internal subset. */
    static byte[] withoutDoctype(byte[] document) {
        String text = new String(document, StandardCharsets.ISO_8859_1);
        int begin = text.indexOf("<!DOCTYPE");
        if (begin < 0) {
            return document;
        }
        int depth = 0;
        int i = begin;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (text.startsWith("<!--", i)) {
                i = text.indexOf("-->", i) + 3;
                continue;
            }
            if (text.startsWith("<?", i)) {
                i = text.indexOf("?>", i) + 2;
                continue;
            }
            if (c == '"' || c == '\'') {
                i = text.indexOf(c, i + 1) + 1;
                continue;
            }
            if (c == '<') {
                depth++;
            } else if (c == '>' && --depth == 0) {
                break;
            }
            i++;
        }
        return (text.substring(0, begin) + text.substring(i + 1))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
