package dev.belay.xml.type;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import org.jspecify.annotations.Nullable;

/**
 * {@code xs:QName}. Its values mean nothing without the namespaces around them, so items of lists
 * cannot have a prefix.
 */
final class QNameType extends SimpleType<XmlName> {
    QNameType(XmlName name) {
        super(name);
    }

    /** A name without namespace can only be written where there is no default namespace. */
    @Override
    @Nullable String prefixFor(XmlName value) {
        return value.namespace().isEmpty() ? "q" : null;
    }

    @Override
    public XmlName readContent(XmlReader reader) {
        return reader.readQName();
    }

    @Override
    public void writeContent(XmlWriter writer, XmlName value) {
        writer.qname(value);
    }

    @Override
    public XmlName parse(String text) {
        return XmlName.of("", text);
    }

    @Override
    public String format(XmlName value) {
        if (!value.namespace().isEmpty()) {
            throw new IllegalArgumentException(
                    "a name in a list cannot have a namespace: " + value);
        }
        return value.localName().toString();
    }
}
