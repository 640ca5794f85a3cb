package dev.belay.xml;

/** The names that the recommendation on namespaces reserves, and prefixes of one letter. */
final class Namespaces {
    static final String XML_URI = "http://www.w3.org/XML/1998/namespace";
    static final String XMLNS_URI = "http://www.w3.org/2000/xmlns/";
    static final XmlString XML = XmlString.of(XML_URI);
    static final XmlString XMLNS = XmlString.of(XMLNS_URI);
    static final XmlString XML_PREFIX = XmlString.of("xml");
    static final XmlString XMLNS_PREFIX = XmlString.of("xmlns");

    private static final XmlString[] LETTERS = new XmlString[26];

    static {
        for (int i = 0; i < LETTERS.length; i++) {
            LETTERS[i] = XmlString.of(String.valueOf((char) ('a' + i)));
        }
    }

    private Namespaces() {}

    /** The prefix of one letter, from 0 for a to 25 for z. */
    static XmlString letter(int index) {
        return LETTERS[index];
    }
}
