package dev.belay.xml;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Writes what a reader stands on, with names, prefixes and typed values as they are. */
final class NodeCopier {
    private NodeCopier() {}

    /**
     * Copies the current node and moves the reader behind it: of an element its subtree, of BEGIN
     * the document.
     *
     * @param withScope whether the namespaces in scope around an element are declared on its copy
     */
    static void copy(NodeReader reader, ValueWriter writer, boolean withScope) {
        reader.checkUsable();
        switch (reader.nodeType()) {
            case BEGIN -> {
                while (reader.next() != NodeType.END) {
                    node(reader, writer, false);
                }
            }
            case ELEMENT -> {
                int depth = reader.depth();
                startTag(reader, writer, withScope);
                while (reader.next() != NodeType.END_ELEMENT || reader.depth() != depth) {
                    node(reader, writer, false);
                }
                writer.endElement();
                reader.next();
            }
            case TEXT -> {
                if (reader.enteredValue() != null) {
                    throw new IllegalStateException(
                            "XmlWriter.copy with the reader inside an attribute");
                }
                node(reader, writer, false);
                reader.next();
            }
            case COMMENT, CDATA, END_CDATA -> {
                node(reader, writer, false);
                reader.next();
            }
            case END_ELEMENT, END ->
                    throw new IllegalStateException("XmlWriter.copy at " + reader.nodeType());
        }
    }

    /**
     * Copies attributes and content of the current element into the element just opened. Text may
     * hold prefixes that only its reader knows of. So all declarations are copied, and if one has
     * the prefix of the element just opened, that gets another.
     */
    static void content(NodeReader reader, ValueWriter writer) {
        AttributeList attributes = reader.attributes;
        String prefix = writer.tagPrefix();
        if (prefix != null) {
            String namespace = writer.namespaceOf(prefix);
            String declared = declaredNamespace(attributes, prefix);
            if (declared != null && !declared.equals(namespace) && !namespace.isEmpty()) {
                writer.changeTagPrefix(otherPrefix(attributes, namespace));
            }
        }
        for (int i = 0; i < attributes.count(); i++) {
            Attribute attribute = attributes.at(i);
            if (attribute.isDeclaration()) {
                writer.namespaceIfFree(
                        declaredPrefix(attribute), XmlString.of(attribute.value.toString()));
            }
        }
        attributes(attributes, writer);
        int depth = reader.depth();
        while (reader.next() != NodeType.END_ELEMENT || reader.depth() != depth) {
            node(reader, writer, false);
        }
    }

    private static @Nullable String declaredNamespace(AttributeList attributes, String prefix) {
        for (int i = 0; i < attributes.count(); i++) {
            Attribute attribute = attributes.at(i);
            if (attribute.isDeclaration() && declaredPrefix(attribute).equals(prefix)) {
                return attribute.value.toString();
            }
        }
        return null;
    }

    /** A prefix that means the namespace with these declarations, or that they leave free. */
    private static String otherPrefix(AttributeList attributes, String namespace) {
        for (int i = 0; i < attributes.count(); i++) {
            Attribute attribute = attributes.at(i);
            if (attribute.isDeclaration() && attribute.value.toString().equals(namespace)) {
                return declaredPrefix(attribute);
            }
        }
        int n = 1;
        while (declaredNamespace(attributes, "n" + n) != null) {
            n++;
        }
        return "n" + n;
    }

    private static String declaredPrefix(Attribute declaration) {
        return declaration.prefix.isEmpty() ? "" : declaration.localName.toString();
    }

    private static void node(NodeReader reader, ValueWriter writer, boolean withScope) {
        switch (reader.nodeType()) {
            case ELEMENT -> {
                if (!array(reader, writer)) {
                    startTag(reader, writer, withScope);
                }
            }
            case END_ELEMENT -> writer.endElement();
            case TEXT -> value(reader.value(), writer);
            case COMMENT -> writer.comment(reader.value().toString());
            case CDATA -> writer.startCData();
            case END_CDATA -> writer.endCData();
            case BEGIN, END -> {}
        }
    }

    /**
     * Copies an array whole, if both encodings have arrays; the reader is then at the end of its
     * last item.
     */
    private static boolean array(NodeReader reader, ValueWriter writer) {
        if (!(reader instanceof BinaryXmlReader binary)
                || !(writer instanceof BinaryXmlWriter copy)) {
            return false;
        }
        int record = binary.arrayRecord();
        if (record == 0) {
            return false;
        }
        copy.writeArray();
        startTag(reader, writer, false);
        writer.endElement();
        int count = binary.takeArray();
        copy.writeItems(
                record,
                count,
                binary.itemBytes(),
                binary.itemOffset(),
                count * Records.itemSize(record));
        return true;
    }

    private static void startTag(NodeReader reader, ValueWriter writer, boolean withScope) {
        OpenElements.OpenElement element = reader.elements.top();
        writer.startElement(
                element.prefix.toString(),
                element.localName.toString(),
                element.localName.known(),
                element.namespace().toString(),
                element.namespace().known());
        AttributeList attributes = reader.attributes;
        for (int i = 0; i < attributes.count(); i++) {
            Attribute attribute = attributes.at(i);
            if (attribute.isDeclaration()) {
                writer.namespace(
                        declaredPrefix(attribute),
                        attribute.value.toString(),
                        attribute.value.known());
            }
        }
        if (withScope) {
            NamespaceScope scope = reader.scope;
            for (int i = 0; i < scope.count(); i++) {
                NamespaceScope.Binding binding = scope.at(i);
                if (scope.isVisible(i)) {
                    writer.namespace(
                            binding.prefix.toString(),
                            binding.namespace.toString(),
                            binding.namespace.known());
                }
            }
        }
        attributes(attributes, writer);
    }

    private static void attributes(AttributeList attributes, ValueWriter writer) {
        for (int i = 0; i < attributes.count(); i++) {
            Attribute attribute = attributes.at(i);
            if (!attribute.isDeclaration()) {
                writer.startAttribute(
                        attribute.prefix.toString(),
                        attribute.localName.toString(),
                        attribute.localName.known(),
                        attribute.namespace().toString(),
                        attribute.namespace().known());
                value(attribute.value, writer);
                writer.endAttribute();
            }
        }
    }

    private static void value(TypedValue value, ValueWriter writer) {
        switch (value.kind()) {
            case TEXT -> {
                XmlString known = value.known();
                if (known != null) {
                    writer.text(known);
                } else {
                    writer.toNewValue();
                    writer.writeUtf8(value.bytes(), value.offset(), value.length());
                }
            }
            case INTEGER -> writer.value(value.bits());
            case UNSIGNED_LONG -> writer.unsignedLong(value.bits());
            case BOOLEAN -> writer.value(value.bits() != 0);
            case FLOAT -> writer.value(Float.intBitsToFloat((int) value.bits()));
            case DOUBLE -> writer.value(Double.longBitsToDouble(value.bits()));
            case DECIMAL -> writer.value(DecimalRecord.read(value.bytes(), value.offset()));
            case DATE_TIME -> writer.value(Ticks.toDateTime(value.bits()));
            case TIME_SPAN -> writer.timeSpan(Ticks.toDuration(value.bits()));
            case UUID -> writer.value(new UUID(Guid.high(value), Guid.low(value)));
            case UNIQUE_ID -> writer.uniqueId(value.toString());
            case BYTES -> writer.value(value.bytes(), value.offset(), value.length());
        }
    }
}
