package dev.belay.xml;

import dev.belay.error.BelayException;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.UUID;

/**
 * Writes one XML document as text or binary; what writes through it cannot tell which. Prefixes
 * that are not given are chosen, and namespace declarations written where they are needed.
 *
 * <p>Text that XML cannot hold and limits of {@link XmlWriterOptions} or {@link XmlOutput} are
 * {@link BelayException}s, INVALID_FORMAT and QUOTA_EXCEEDED; they fault the writer, and later
 * calls fail with OBJECT_FAULTED. A call that does not fit the state is an {@link
 * IllegalStateException}, a name that is none an {@link IllegalArgumentException}; they change
 * nothing.
 *
 * <p>For one thread at a time. It never blocks and takes no lock.
 */
public sealed interface XmlWriter permits NodeWriter {
    /** A writer of UTF-8 text. */
    static XmlWriter text(XmlOutput out, XmlWriterOptions options) {
        return new TextXmlWriter(out, options);
    }

    /**
     * A writer of binary XML (MC-NBFX).
     *
     * @param dictionary the strings that may be written as even ids
     * @param session the strings that may be written as odd ids; null if the encoding has none
     */
    static XmlWriter binary(
            XmlOutput out,
            XmlDictionary dictionary,
            @Nullable SessionStringCollector session,
            XmlWriterOptions options) {
        return new BinaryXmlWriter(
                out, dictionary, session == null ? null : session::idOf, options);
    }

    // Structure

    /**
     * Opens an element with a prefix in scope for its namespace, or else as the default namespace.
     */
    void startElement(XmlName name);

    /** Opens an element; a null prefix leaves the choice to the writer. */
    void startElement(@Nullable String prefix, XmlName name);

    /** Opens an element; a null prefix leaves the choice to the writer. */
    void startElement(@Nullable String prefix, String localName, String namespace);

    /** Closes the innermost element. */
    void endElement();

    /** Writes a whole attribute. */
    void attribute(XmlName name, String value);

    /** Begins an attribute of the element just opened; values and text then go into it. */
    void startAttribute(@Nullable String prefix, XmlName name);

    /** Begins an attribute of the element just opened; values and text then go into it. */
    void startAttribute(@Nullable String prefix, String localName, String namespace);

    /** Ends the attribute. */
    void endAttribute();

    /**
     * Declares a namespace on the element just opened, unless the same declaration is in scope
     * already.
     */
    void namespace(String prefix, XmlString namespace);

    /**
     * Sees to it that names of a namespace need no declaration of their own inside of the element
     * just opened: declares it there with a prefix of the writer's choice, unless it is in scope.
     */
    void declare(XmlString namespace);

    /** Writes a comment. */
    void comment(String text);

    /** Begins a CDATA section; encodings without them write text. */
    void startCData();

    /** Ends the CDATA section. */
    void endCData();

    // Text and values

    /** Writes text, escaped as needed. */
    void text(String text);

    /** Writes text; encodings with a dictionary write its id. */
    void text(XmlString text);

    /** Writes an xs:boolean. */
    void value(boolean value);

    /** Writes an xs:int. */
    void value(int value);

    /** Writes an xs:long. */
    void value(long value);

    /** Writes an xs:float in the shortest form that reads back the same. */
    void value(float value);

    /** Writes an xs:double in the shortest form that reads back the same. */
    void value(double value);

    /** Writes an xs:decimal. */
    void value(BigDecimal value);

    /** Writes an xs:integer. */
    void value(BigInteger value);

    /** Writes an xs:dateTime. */
    void value(XmlDateTime value);

    /** Writes an xs:duration. */
    void value(XmlDuration value);

    /** Writes a GUID. */
    void value(UUID value);

    /** Writes xs:base64Binary. Calls that follow each other add up to one value. */
    void value(byte[] value);

    /** Writes xs:base64Binary. Calls that follow each other add up to one value. */
    void value(byte[] value, int offset, int length);

    /** Writes a span of time as xs:duration. */
    void timeSpan(Duration value);

    /** Writes a URI; {@code urn:uuid:…} takes the short form where there is one. */
    void uniqueId(String value);

    /** Writes an xs:QName, with a prefix in scope or one declared here if that can be done. */
    void qname(XmlName value);

    /** Writes {@code <item>value</item>} for each value. */
    void array(XmlName item, boolean[] values, int offset, int length);

    /** As the other. */
    void array(XmlName item, short[] values, int offset, int length);

    /** As the other. */
    void array(XmlName item, int[] values, int offset, int length);

    /** As the other. */
    void array(XmlName item, long[] values, int offset, int length);

    /** As the other. */
    void array(XmlName item, float[] values, int offset, int length);

    /** As the other. */
    void array(XmlName item, double[] values, int offset, int length);

    /** As the other. */
    void array(XmlName item, BigDecimal[] values, int offset, int length);

    /** As the other. */
    void array(XmlName item, XmlDateTime[] values, int offset, int length);

    /** As the other. */
    void array(XmlName item, Duration[] values, int offset, int length);

    /** As the other. */
    void array(XmlName item, UUID[] values, int offset, int length);

    /**
     * Writes the node that the reader stands on and moves it on behind: of a start tag the whole
     * element, of BEGIN the whole document.
     */
    void copy(XmlReader reader);

    /** Writes the element that the buffer holds. */
    void buffer(XmlBuffer buffer);

    /**
     * Writes what the buffer's element holds into the element just opened: attributes, namespace
     * declarations, and content. Where a declaration has the prefix of the element just opened, the
     * element gets another prefix; declarations of prefixes that its attributes have are left out.
     */
    void content(XmlBuffer buffer);

    // State

    /** A prefix in scope for a namespace, or null; {@code xml} for its own. */
    @Nullable String prefixOf(String namespace);

    /** The number of open elements. */
    int depth();

    /**
     * Completes what was begun, an open start tag but no open element, so that the output holds all
     * that was written.
     */
    void flush();
}
