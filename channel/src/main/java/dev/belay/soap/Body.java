package dev.belay.soap;

import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlWriter;

import java.util.List;

/**
 * What an outgoing message carries in its body. An encoder may ask for it more than once, for a
 * binary session whose new strings must be announced first, so it must write the same each time.
 * Called on the thread that sends.
 */
@FunctionalInterface
public interface Body {
    /** No body content. */
    Body EMPTY = writer -> {};

    /** Writes the elements of the body. */
    void write(XmlWriter writer);

    /** A body of elements kept as XML. */
    static Body of(XmlBuffer... elements) {
        List<XmlBuffer> all = List.of(elements);
        return writer -> all.forEach(writer::buffer);
    }
}
