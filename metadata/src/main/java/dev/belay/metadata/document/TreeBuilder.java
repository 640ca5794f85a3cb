package dev.belay.metadata.document;

import dev.belay.metadata.document.Element.Attribute;
import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts elements together, innermost first. For one document. */
final class TreeBuilder {
    private static final class Open {
        final Element.Start start;
        final List<Element> children = new ArrayList<>();
        final StringBuilder text = new StringBuilder();

        Open(Element.Start start) {
            this.start = start;
        }
    }

    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable Element root;

    /** The namespaces of the innermost open element, with more declared on top of them. */
    Map<String, String> namespaces(Map<String, String> declared) {
        Open parent = open.peek();
        Map<String, String> outer = parent == null ? Map.of() : parent.start.namespaces();
        if (declared.isEmpty()) {
            return outer;
        }
        Map<String, String> all = new HashMap<>(outer);
        all.putAll(declared);
        return Map.copyOf(all);
    }

    void start(
            XmlName name,
            String prefix,
            List<Attribute> attributes,
            Map<String, String> declared,
            Place place) {
        open.push(
                new Open(
                        new Element.Start(
                                name,
                                prefix,
                                List.copyOf(attributes),
                                namespaces(declared),
                                place)));
    }

    void text(String text) {
        Open innermost = open.peek();
        if (innermost != null) {
            innermost.text.append(text);
        }
    }

    void end() {
        Open ended = open.pop();
        Element element = new Element(ended.start, ended.children, ended.text.toString());
        Open parent = open.peek();
        if (parent == null) {
            root = element;
            return;
        }
        parent.children.add(element);
        if (isDocumentation(parent.start.name())) {
            // Marked-up documentation is read as its text.
            parent.text.append(element.text());
        }
    }

    private boolean isDocumentation(XmlName name) {
        return name.localName().toString().equals("documentation")
                || open.stream()
                        .anyMatch(
                                o -> o.start.name().localName().toString().equals("documentation"));
    }

    @Nullable Element root() {
        return root;
    }
}
