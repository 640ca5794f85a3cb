package dev.belay.xml;

/**
 * An element kept for later, with all that it holds and the namespaces in scope around it.
 * Immutable, for any number of threads and readers at once.
 *
 * <p>Equal if the infosets are: names by namespace and local name, attributes in any order, text
 * joined; prefixes, namespace declarations and CDATA sections do not count.
 */
public final class XmlBuffer {
    XmlBuffer() {}

    /** Reads UTF-8 text. */
    public static XmlBuffer parse(byte[] text) {
        return Unfinished.part();
    }

    /** A reader before the element. */
    public XmlReader reader() {
        return Unfinished.part();
    }
}
