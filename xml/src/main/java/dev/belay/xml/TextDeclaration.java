package dev.belay.xml;

import java.util.Locale;

/** Reads what may come before a document of text: a byte order mark and the XML declaration. */
final class TextDeclaration {
    private static final String ENDS = "in the XML declaration";

    private final NodeReader reader;
    private final TextScanner scanner;
    private final TypedValue value = new TypedValue();

    TextDeclaration(NodeReader reader, TextScanner scanner) {
        this.reader = reader;
        this.scanner = scanner;
    }

    void read() {
        mark();
        if (!scanner.startsWith("<?xml") || !XmlCharacters.isSpace(scanner.peek(5))) {
            return;
        }
        scanner.skip(5);
        int at = scanner.position();
        if (!attribute("version")) {
            throw reader.fail(at, "the version is missing " + ENDS);
        }
        if (!value.toString().equals("1.0")) {
            throw reader.fail(
                    at, "XML version " + Conversions.shown(value) + " is not supported, only 1.0");
        }
        at = scanner.position();
        if (attribute("encoding") && !value.toString().toUpperCase(Locale.ROOT).equals("UTF-8")) {
            throw reader.fail(
                    at, "encoding " + Conversions.shown(value) + " is not supported, only UTF-8");
        }
        at = scanner.position();
        if (attribute("standalone") && !isYesOrNo()) {
            throw reader.fail(
                    at, "standalone is neither 'yes' nor 'no' but " + Conversions.shown(value));
        }
        scanner.skipSpace();
        scanner.expect('?', ENDS);
        scanner.expect('>', ENDS);
    }

    private boolean isYesOrNo() {
        String text = value.toString();
        return text.equals("yes") || text.equals("no");
    }

    /** Skips the mark of UTF-8 and refuses what begins as another encoding. */
    private void mark() {
        int first = scanner.peek() & 0xFF;
        int second = scanner.peek(1) & 0xFF;
        if (first == 0xEF && second == 0xBB && (scanner.peek(2) & 0xFF) == 0xBF) {
            scanner.skip(3);
        } else if ((first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE)) {
            throw reader.fail(
                    scanner.position(), "the byte order mark of UTF-16; only UTF-8 is supported");
        } else if ((first == '<' && second == 0) || (first == 0 && second == '<')) {
            throw reader.fail(
                    scanner.position(),
                    "this looks like UTF-16 or UTF-32; only UTF-8 is supported");
        }
    }

    /** Reads a part of the declaration, if it comes next. */
    private boolean attribute(String name) {
        int ahead = 0;
        while (XmlCharacters.isSpace(scanner.peek(ahead))) {
            ahead++;
        }
        scanner.skip(ahead);
        if (ahead == 0 || !scanner.startsWith(name)) {
            scanner.skip(-ahead);
            return false;
        }
        scanner.skip(name.length());
        scanner.skipSpace();
        scanner.expect('=', ENDS);
        scanner.skipSpace();
        int at = scanner.position();
        scanner.attributeValue(value);
        if (value.isScratch()) {
            throw reader.fail(at, "a reference or a line end " + ENDS);
        }
        return true;
    }
}
