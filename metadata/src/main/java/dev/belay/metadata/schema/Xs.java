package dev.belay.metadata.schema;

import dev.belay.metadata.document.Element;
import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The vocabulary of XML Schema and of .NET's data contracts. */
final class Xs {
    static final String NAMESPACE = "http://www.w3.org/2001/XMLSchema";
    static final String XML = "http://www.w3.org/XML/1998/namespace";
    static final String SERIALIZATION = "http://schemas.microsoft.com/2003/10/Serialization/";
    static final XmlName ANY_TYPE = XmlName.of(NAMESPACE, "anyType");

    private static final Map<String, ValueKind> BUILT_IN =
            Map.ofEntries(
                    Map.entry("anyType", ValueKind.XML),
                    Map.entry("boolean", ValueKind.BOOLEAN),
                    Map.entry("byte", ValueKind.BYTE),
                    Map.entry("short", ValueKind.SHORT),
                    Map.entry("int", ValueKind.INT),
                    Map.entry("long", ValueKind.LONG),
                    Map.entry("unsignedByte", ValueKind.UNSIGNED_BYTE),
                    Map.entry("unsignedShort", ValueKind.UNSIGNED_SHORT),
                    Map.entry("unsignedInt", ValueKind.UNSIGNED_INT),
                    Map.entry("unsignedLong", ValueKind.UNSIGNED_LONG),
                    Map.entry("integer", ValueKind.INTEGER),
                    Map.entry("nonNegativeInteger", ValueKind.INTEGER),
                    Map.entry("nonPositiveInteger", ValueKind.INTEGER),
                    Map.entry("positiveInteger", ValueKind.INTEGER),
                    Map.entry("negativeInteger", ValueKind.INTEGER),
                    Map.entry("decimal", ValueKind.DECIMAL),
                    Map.entry("float", ValueKind.FLOAT),
                    Map.entry("double", ValueKind.DOUBLE),
                    Map.entry("dateTime", ValueKind.DATE_TIME),
                    Map.entry("date", ValueKind.DATE),
                    Map.entry("time", ValueKind.TIME),
                    Map.entry("gYearMonth", ValueKind.YEAR_MONTH),
                    Map.entry("gYear", ValueKind.YEAR),
                    Map.entry("gMonthDay", ValueKind.MONTH_DAY),
                    Map.entry("gDay", ValueKind.DAY),
                    Map.entry("gMonth", ValueKind.MONTH),
                    Map.entry("duration", ValueKind.DURATION),
                    Map.entry("base64Binary", ValueKind.BASE64),
                    Map.entry("hexBinary", ValueKind.HEX),
                    Map.entry("QName", ValueKind.QNAME),
                    Map.entry("NOTATION", ValueKind.QNAME),
                    Map.entry("anyURI", ValueKind.ANY_URI),
                    Map.entry("anySimpleType", ValueKind.STRING),
                    Map.entry("string", ValueKind.STRING),
                    Map.entry("normalizedString", ValueKind.STRING),
                    Map.entry("token", ValueKind.STRING),
                    Map.entry("language", ValueKind.STRING),
                    Map.entry("NMTOKEN", ValueKind.STRING),
                    Map.entry("Name", ValueKind.STRING),
                    Map.entry("NCName", ValueKind.STRING),
                    Map.entry("ID", ValueKind.STRING),
                    Map.entry("IDREF", ValueKind.STRING),
                    Map.entry("ENTITY", ValueKind.STRING));

    private Xs() {}

    /** The shape of a type that every processor knows; null if there is none of that name. */
    static @Nullable Shape builtIn(XmlName name) {
        String localName = name.localName().toString();
        if (name.namespace().toString().equals(SERIALIZATION)) {
            return switch (localName) {
                case "guid" -> ValueShape.of(ValueKind.GUID);
                case "duration" -> ValueShape.of(ValueKind.TIME_SPAN);
                case "char" -> ValueShape.of(ValueKind.CHAR);
                default -> null;
            };
        }
        if (!name.namespace().toString().equals(NAMESPACE)) {
            return null;
        }
        ValueKind kind = BUILT_IN.get(localName);
        if (kind != null) {
            return ValueShape.of(kind);
        }
        return switch (localName) {
            case "NMTOKENS", "IDREFS", "ENTITIES" ->
                    new ListShape(ShapeName.declared(name), ValueShape.of(ValueKind.STRING));
            default -> null;
        };
    }

    static boolean is(Element element, String localName) {
        return element.is(NAMESPACE, localName);
    }

    static @Nullable Element child(Element element, String localName) {
        return element.child(NAMESPACE, localName);
    }

    /** Whether .NET's data contracts leave the element out where it has its default value. */
    static boolean omitsDefault(Element component) {
        for (Element annotation : component.children(NAMESPACE, "annotation")) {
            for (Element information : annotation.children(NAMESPACE, "appinfo")) {
                Element value = information.child(SERIALIZATION, "DefaultValue");
                if (value != null && "false".equals(value.attribute("EmitDefaultValue"))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The text of all {@code xs:documentation} of a component; "" if there is none. */
    static String documentation(Element component) {
        List<String> texts = new ArrayList<>();
        for (Element annotation : component.children(NAMESPACE, "annotation")) {
            for (Element documentation : annotation.children(NAMESPACE, "documentation")) {
                String text = documentation.text().strip();
                if (!text.isEmpty()) {
                    texts.add(text);
                }
            }
        }
        return String.join("\n\n", texts);
    }
}
