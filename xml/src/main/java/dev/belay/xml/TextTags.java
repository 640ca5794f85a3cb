package dev.belay.xml;

/** Reads start tags and end tags of text. */
final class TextTags {
    private final NodeReader reader;
    private final TextScanner scanner;

    TextTags(NodeReader reader, TextScanner scanner) {
        this.reader = reader;
        this.scanner = scanner;
    }

    /** Reads a start tag; returns whether it is the tag of an empty element. */
    boolean startTag() {
        int begin = scanner.position();
        scanner.skip(1);
        OpenElements.OpenElement element = reader.open(begin);
        int nameBegin = scanner.position();
        qualifiedName(element.prefix, element.localName);
        element.setTag(nameBegin, scanner.position() - nameBegin);
        while (true) {
            boolean hasSpace = scanner.skipSpace();
            int c = scanner.peek();
            if (c == '>') {
                scanner.skip(1);
                return false;
            }
            if (c == '/') {
                scanner.skip(1);
                scanner.expect('>', "after '/' in a tag");
                return true;
            }
            if (!hasSpace) {
                throw reader.fail(
                        scanner.position(),
                        "expected white space or '>' in a start tag but found " + scanner.shown());
            }
            attribute();
        }
    }

    private void attribute() {
        int begin = scanner.position();
        // A declaration is one by its name; whether it counts as such must be known when it is
        // added.
        boolean isDeclaration =
                scanner.startsWith("xmlns")
                        && (scanner.peek(5) == ':' || !XmlCharacters.isNameChar(nameCharacter()));
        Attribute attribute = reader.addAttribute(begin, isDeclaration);
        qualifiedName(attribute.prefix, attribute.localName);
        scanner.skipSpace();
        scanner.expect('=', "after an attribute's name");
        scanner.skipSpace();
        scanner.attributeValue(attribute.value);
    }

    /** The character behind {@code xmlns}. */
    private int nameCharacter() {
        scanner.skip(5);
        int c = scanner.character();
        scanner.skip(-5);
        return c;
    }

    private void qualifiedName(Chunk prefix, Chunk localName) {
        scanner.name(localName);
        if (scanner.peek() == ':') {
            prefix.set(localName);
            scanner.skip(1);
            scanner.name(localName);
        } else {
            prefix.clear();
        }
    }

    /** Reads the end tag of the innermost element. */
    void endTag() {
        int begin = scanner.position();
        if (reader.depth() == 0) {
            throw reader.fail(begin, "an end tag where no element is open");
        }
        scanner.skip(2);
        OpenElements.OpenElement element = reader.elements.top();
        if (!scanner.takeTag(element)) {
            throw reader.fail(
                    begin, "expected the end tag of " + Conversions.shown(element.localName));
        }
        scanner.skipSpace();
        scanner.expect('>', "at the end of an end tag");
    }
}
