package dev.belay.metadata.schema;

import dev.belay.metadata.document.Document;
import dev.belay.metadata.document.Element;
import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

/**
 * One {@code xs:schema} with the namespace that it describes, which is that of the including schema
 * if it names none itself (a chameleon).
 */
record SchemaDocument(Document document, Element root, String namespace, boolean chameleon) {
    /** Resolves a reference inside this schema; null if its prefix is unbound. */
    @Nullable XmlName resolve(Element at, String reference) {
        XmlName name = at.qualifiedName(reference);
        if (name != null && chameleon && name.namespace().isEmpty()) {
            return XmlName.of(namespace, name.localName().toString());
        }
        return name;
    }

    XmlName global(String localName) {
        return XmlName.of(namespace, localName);
    }

    /** The name of a local element or attribute. */
    XmlName local(Element declaration, String localName, String formDefault) {
        String form = declaration.attributeOr("form", root.attributeOr(formDefault, "unqualified"));
        return XmlName.of(form.equals("qualified") ? namespace : "", localName);
    }
}
