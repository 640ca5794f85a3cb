package dev.belay.xml;

import org.jspecify.annotations.Nullable;

/**
 * An element kept for later, with all that it holds and the namespaces in scope around it, which
 * are declared on it. Immutable, for any number of threads and readers at once.
 *
 * <p>Equal if the infosets are: names by namespace and local name, attributes in any order, text
 * joined, comments; prefixes, namespace declarations, CDATA sections and the kinds of typed values
 * do not count.
 */
public final class XmlBuffer {
    private static final XmlWriterOptions UNLIMITED =
            XmlWriterOptions.builder()
                    .maxDepth(Integer.MAX_VALUE)
                    .maxAttributes(Integer.MAX_VALUE)
                    .maxNamespaces(Integer.MAX_VALUE)
                    .build();

    private final byte[] document;
    private final int length;
    private final SessionStringTable strings;

    private XmlBuffer(XmlOutput out, SessionStringTable strings) {
        this.document = out.array();
        this.length = out.size();
        this.strings = strings;
    }

    /**
     * Reads a document of UTF-8 text, with the default quotas; comments around the root are left
     * out.
     *
     * @throws dev.belay.error.BelayException INVALID_FORMAT or QUOTA_EXCEEDED
     */
    public static XmlBuffer parse(byte[] text) {
        return parse(text, XmlQuotas.DEFAULT);
    }

    /** As {@link #parse(byte[])}, with other quotas. */
    public static XmlBuffer parse(byte[] text, XmlQuotas quotas) {
        XmlReader reader = XmlReader.text(text, 0, text.length, quotas);
        reader.toElement();
        XmlBuffer buffer = reader.readBuffer();
        while (reader.nodeType() != NodeType.END) {
            reader.next();
        }
        return buffer;
    }

    /** The element that a reader stands on, which is then behind it. */
    static XmlBuffer read(NodeReader reader) {
        var out = new XmlOutput();
        var strings = new BufferStrings();
        NodeCopier.copy(
                reader, new BinaryXmlWriter(out, XmlDictionary.nbfs(), strings, UNLIMITED), true);
        return new XmlBuffer(out, strings.table());
    }

    /** The size of the kept form in memory, the strings that it uses not counted. */
    int octets() {
        return document.length;
    }

    /** A reader before the element. */
    public XmlReader reader() {
        return XmlReader.binary(
                document, 0, length, XmlDictionary.nbfs(), strings, XmlQuotas.UNLIMITED);
    }

    /** The name of the element. */
    public XmlName name() {
        XmlReader reader = reader();
        reader.next();
        return reader.name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof XmlBuffer that
                        && new Infoset(reader()).same(new Infoset(that.reader())));
    }

    @Override
    public int hashCode() {
        return name().hashCode();
    }

    /** The element as text. */
    @Override
    public String toString() {
        var out = new XmlOutput();
        XmlWriter.text(out, UNLIMITED).buffer(this);
        return Utf8.toString(out.array(), 0, out.size());
    }
}
