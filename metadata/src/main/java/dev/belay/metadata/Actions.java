package dev.belay.metadata;

import dev.belay.metadata.document.Element;
import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

/** What messages are named by (WS-Addressing 1.0, Metadata, section 4.4). */
final class Actions {
    private Actions() {}

    /** The action written on an input, output or fault of a port type; null if there is none. */
    static @Nullable String explicit(Element message) {
        String action = message.attribute(Wsdl.WSAM, "Action");
        action = action == null ? message.attribute(Wsdl.WSAW, "Action") : action;
        return action == null ? message.attribute(Wsdl.WSA_2004, "Action") : action;
    }

    /** The default for an input or output: namespace, port type, name of the message. */
    static String byDefault(XmlName portType, String... rest) {
        String namespace = portType.namespace().toString();
        char delimiter = namespace.startsWith("urn:") ? ':' : '/';
        StringBuilder action = new StringBuilder(namespace);
        if (action.isEmpty() || action.charAt(action.length() - 1) != delimiter) {
            action.append(delimiter);
        }
        action.append(portType.localName().toString());
        for (String part : rest) {
            action.append(delimiter).append(part);
        }
        return action.toString();
    }
}
