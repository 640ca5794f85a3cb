package dev.belay.xml;

/**
 * Goes through a document by what counts in comparisons: adjacent text as one, CDATA sections as
 * text, no declarations.
 */
final class Infoset {
    private final XmlReader reader;
    private NodeType type;

    Infoset(XmlReader reader) {
        this.reader = reader;
        this.type = reader.next();
    }

    /** Whether both documents are the same from here on. */
    boolean same(Infoset other) {
        while (true) {
            String ownText = takeText();
            if (!ownText.equals(other.takeText()) || type != other.type) {
                return false;
            }
            switch (type) {
                case ELEMENT -> {
                    if (!sameTag(other)) {
                        return false;
                    }
                }
                case COMMENT -> {
                    if (!reader.text().equals(other.reader.text())) {
                        return false;
                    }
                }
                case END -> {
                    return true;
                }
                default -> {}
            }
            type = reader.next();
            other.type = other.reader.next();
        }
    }

    /** The text up to the next node of another kind. */
    private String takeText() {
        StringBuilder joined = null;
        while (type == NodeType.TEXT || type == NodeType.CDATA || type == NodeType.END_CDATA) {
            if (type == NodeType.TEXT) {
                if (joined == null) {
                    joined = new StringBuilder();
                }
                joined.append(reader.text());
            }
            type = reader.next();
        }
        return joined == null ? "" : joined.toString();
    }

    private boolean sameTag(Infoset other) {
        if (!reader.name().equals(other.reader.name())) {
            return false;
        }
        int count = 0;
        for (int i = 0; i < reader.attributeCount(); i++) {
            if (!reader.isNamespaceDeclaration(i)) {
                count++;
                int match =
                        other.reader.findAttribute(
                                XmlName.of(
                                        reader.attributeNamespace(i),
                                        reader.attributeLocalName(i)));
                if (match < 0
                        || !reader.attributeValue(i).equals(other.reader.attributeValue(match))) {
                    return false;
                }
            }
        }
        return count == other.plainAttributes();
    }

    private int plainAttributes() {
        int count = 0;
        for (int i = 0; i < reader.attributeCount(); i++) {
            if (!reader.isNamespaceDeclaration(i)) {
                count++;
            }
        }
        return count;
    }
}
