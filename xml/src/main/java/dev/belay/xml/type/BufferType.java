package dev.belay.xml.type;

import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

/**
 * Any attributes and content, kept as XML. Reading keeps the whole element; writing gives what the
 * buffer's element holds to the element that was started, so that the field's name wins.
 */
final class BufferType extends XmlType<XmlBuffer> {
    private final XmlName name;

    BufferType(XmlName name) {
        this.name = name;
    }

    @Override
    public XmlName name() {
        return name;
    }

    @Override
    public XmlBuffer read(XmlReader reader) {
        return reader.readBuffer();
    }

    @Override
    public void write(XmlWriter writer, XmlBuffer value) {
        writer.content(value);
    }
}
