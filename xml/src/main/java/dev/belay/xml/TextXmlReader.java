package dev.belay.xml;

import java.util.Objects;

/**
 * Reads UTF-8 text (XML 1.0 fifth edition, namespaces in XML 1.0) without document type
 * declarations.
 */
final class TextXmlReader extends ValueReader {
    private final TextScanner scanner;
    private final TextTags tags;
    private final int begin;
    private int position;
    private boolean isEmptyTag;
    private boolean inCData;

    TextXmlReader(byte[] document, int offset, int length, XmlQuotas quotas) {
        super(quotas);
        Objects.checkFromIndexSize(offset, length, document.length);
        begin = offset;
        position = offset;
        scanner = new TextScanner(this, document, offset, offset + length);
        tags = new TextTags(this, scanner);
    }

    @Override
    int position() {
        return position;
    }

    @Override
    Location locate(int at) {
        return scanner.locate(begin, at, elements.path());
    }

    @Override
    int maxExpansion() {
        return Integer.MAX_VALUE;
    }

    @Override
    boolean repeatsElement() {
        return false;
    }

    @Override
    int takeItems(int itemRecord, int length) {
        return 0;
    }

    @Override
    byte[] itemBytes() {
        throw new IllegalStateException("no items in a row in text");
    }

    @Override
    int itemOffset() {
        throw new IllegalStateException("no items in a row in text");
    }

    // Nodes

    @Override
    void advance() {
        position = scanner.position();
        if (isEmptyTag) {
            isEmptyTag = false;
            setNode(NodeType.END_ELEMENT);
        } else if (inCData) {
            characterData();
        } else {
            if (nodeType() == NodeType.BEGIN) {
                new TextDeclaration(this, scanner).read();
            }
            if (depth() == 0) {
                scanner.skipSpace();
            }
            position = scanner.position();
            if (scanner.atEnd()) {
                end();
            } else if (scanner.peek() == '<') {
                markup();
            } else if (depth() == 0) {
                throw fail(position, "text outside of the root element");
            } else {
                scanner.text(value());
                setNode(NodeType.TEXT);
            }
        }
    }

    private void end() {
        if (depth() > 0) {
            throw fail(position, "the document ends with an element open");
        }
        if (!hasRoot()) {
            throw fail(position, "the document ends without a root element");
        }
        setNode(NodeType.END);
    }

    private void markup() {
        switch (scanner.peek(1)) {
            case '/' -> {
                tags.endTag();
                setNode(NodeType.END_ELEMENT);
            }
            case '!' -> declarationOrSection();
            case '?' ->
                    throw fail(
                            position,
                            scanner.startsWith("<?xml ")
                                    ? "an XML declaration that is not at the beginning"
                                    : "processing instructions are not supported");
            default -> {
                isEmptyTag = tags.startTag();
                resolveTag(position);
            }
        }
    }

    private void declarationOrSection() {
        if (scanner.startsWith("<!--")) {
            scanner.skip(4);
            scanner.section(value(), (byte) '-');
            setNode(NodeType.COMMENT);
        } else if (scanner.startsWith("<![CDATA[") && depth() > 0) {
            scanner.skip(9);
            inCData = true;
            setNode(NodeType.CDATA);
        } else if (scanner.startsWith("<!DOCTYPE")) {
            throw fail(position, "document type declarations are not supported");
        } else {
            throw fail(position, "expected a tag, a comment or a CDATA section after '<'");
        }
    }

    /** Inside a CDATA section: its text in one node, then its end. */
    private void characterData() {
        if (nodeType() == NodeType.CDATA) {
            scanner.section(value(), (byte) ']');
            if (!value().isEmpty()) {
                setNode(NodeType.TEXT);
                return;
            }
        }
        inCData = false;
        setNode(NodeType.END_CDATA);
    }
}
