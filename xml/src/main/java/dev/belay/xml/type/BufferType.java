package dev.belay.xml.type;

import dev.belay.xml.NodeType;
import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlString;
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
        XmlReader reader = value.reader();
        reader.toElement();
        copyAttributes(reader, writer);
        reader.enter();
        while (reader.nodeType() != NodeType.END_ELEMENT) {
            writer.copy(reader);
        }
    }

    private static void copyAttributes(XmlReader reader, XmlWriter writer) {
        for (int i = 0; i < reader.attributeCount(); i++) {
            if (reader.isNamespaceDeclaration(i)) {
                copyDeclaration(reader, i, writer);
            }
        }
        for (int i = 0; i < reader.attributeCount(); i++) {
            if (!reader.isNamespaceDeclaration(i)) {
                String prefix = reader.attributePrefix(i);
                writer.startAttribute(
                        prefix.isEmpty() ? null : prefix,
                        reader.attributeLocalName(i),
                        reader.attributeNamespace(i));
                writer.text(reader.attributeValue(i));
                writer.endAttribute();
            }
        }
    }

    /**
     * The default namespace belongs to the element that was started; children declare their own.
     */
    private static void copyDeclaration(XmlReader reader, int index, XmlWriter writer) {
        if (!reader.attributePrefix(index).isEmpty()) {
            writer.namespace(
                    reader.attributeLocalName(index), XmlString.of(reader.attributeValue(index)));
        }
    }
}
