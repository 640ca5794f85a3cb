package dev.belay.metadata.policy;

import dev.belay.metadata.document.Diagnostics;
import dev.belay.metadata.document.Document;
import dev.belay.metadata.document.DocumentLoader;
import dev.belay.metadata.document.Element;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads policies, follows references and brings them into normal form. For one thread at a time.
 */
public final class PolicyReader {
    static final List<String> NAMESPACES =
            List.of(
                    "http://schemas.xmlsoap.org/ws/2004/09/policy",
                    "http://www.w3.org/ns/ws-policy");

    private static final String UTILITY =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private final DocumentLoader loader;
    private final Diagnostics diagnostics;
    private final Map<Document, Map<String, Element>> policies = new HashMap<>();
    private final Map<Element, Policy> attached = new HashMap<>();
    private final Set<Element> open = new HashSet<>();

    public PolicyReader(DocumentLoader loader, Diagnostics diagnostics) {
        this.loader = loader;
        this.diagnostics = diagnostics;
    }

    /** Whether this names, from outside, what a policy is attached to. */
    public static boolean isAttachment(Element element) {
        return is(element, "PolicyAttachment");
    }

    /** The policy attached to an element: inside it, by reference, or by {@code PolicyURIs}. */
    public Policy attachedTo(Element subject, Document document) {
        Policy known = attached.get(subject);
        if (known == null) {
            known = readAttached(subject, document);
            attached.put(subject, known);
        }
        return known;
    }

    private Policy readAttached(Element subject, Document document) {
        Policy policy = Policy.NONE;
        for (Element child : subject.children()) {
            if (is(child, "Policy") || is(child, "PolicyReference")) {
                policy = merge(policy, normalise(child, document), child);
            }
        }
        for (String namespace : NAMESPACES) {
            String references = subject.attribute(namespace, "PolicyURIs");
            if (references != null) {
                for (String reference : references.split("\\s+", -1)) {
                    policy = merge(policy, referenced(reference, subject, document), subject);
                }
            }
        }
        return policy;
    }

    /** Both policies together; too many alternatives are an error at {@code at}. */
    public Policy merge(Policy a, Policy b, Element at) {
        if (a.canMerge(b)) {
            return a.merge(b);
        }
        tooMany(at);
        return a;
    }

    private void tooMany(Element at) {
        diagnostics.error(at, "more than " + Policy.MAX_ALTERNATIVES + " policy alternatives");
    }

    private static boolean is(Element element, String localName) {
        return element.localName().equals(localName) && NAMESPACES.contains(element.namespace());
    }

    private Policy normalise(Element at, Document document) {
        if (!NAMESPACES.contains(at.namespace())) {
            return assertion(at, document);
        }
        return switch (at.localName()) {
            case "Policy", "All" -> all(at, document);
            case "ExactlyOne" -> exactlyOne(at, document);
            case "PolicyReference" -> referenced(at.attributeOr("URI", ""), at, document);
            default -> {
                diagnostics.error(at, "unknown policy operator");
                yield Policy.NONE;
            }
        };
    }

    private Policy all(Element at, Document document) {
        Policy policy = Policy.NONE;
        for (Element child : at.children()) {
            policy = merge(policy, normalise(child, document), child);
        }
        return policy;
    }

    private Policy exactlyOne(Element at, Document document) {
        List<Policy.Alternative> alternatives = new ArrayList<>();
        for (Element child : at.children()) {
            alternatives.addAll(normalise(child, document).alternatives());
            if (alternatives.size() > Policy.MAX_ALTERNATIVES) {
                tooMany(at);
                return Policy.NONE;
            }
        }
        return new Policy(alternatives);
    }

    private Policy assertion(Element at, Document document) {
        Policy nested = null;
        for (Element child : at.children()) {
            if (is(child, "Policy")) {
                nested = normalise(child, document);
            }
        }
        List<Policy.Alternative> alternatives = new ArrayList<>();
        alternatives.add(new Policy.Alternative(List.of(new Assertion(at, nested))));
        if (isOptional(at)) {
            alternatives.add(new Policy.Alternative(List.of()));
        }
        return new Policy(alternatives);
    }

    private static boolean isOptional(Element assertion) {
        return NAMESPACES.stream()
                .anyMatch(n -> Element.isTrue(assertion.attribute(n, "Optional")));
    }

    private Policy referenced(String reference, Element at, Document document) {
        int hash = reference.indexOf('#');
        Document target = document;
        if (hash != 0) {
            target = loader.load(document, reference, at);
        }
        Element policy = target == null ? null : find(target, reference.substring(hash + 1));
        if (target == null) {
            return Policy.NONE;
        }
        if (policy == null) {
            diagnostics.error(at, "there is no policy " + reference);
            return Policy.NONE;
        }
        if (!open.add(policy)) {
            diagnostics.error(at, "the policy refers to itself");
            return Policy.NONE;
        }
        Policy normal = normalise(policy, target);
        open.remove(policy);
        return normal;
    }

    private @Nullable Element find(Document document, String id) {
        Map<String, Element> known =
                policies.computeIfAbsent(
                        document,
                        d -> {
                            Map<String, Element> found = new HashMap<>();
                            index(d.root(), found);
                            return found;
                        });
        return known.get(id);
    }

    private static void index(Element at, Map<String, Element> to) {
        if (is(at, "Policy")) {
            String id = at.attribute(UTILITY, "Id");
            id = id == null ? at.attribute(XML, "id") : id;
            id = id == null ? at.attribute("Name") : id;
            if (id != null) {
                to.putIfAbsent(id, at);
            }
        }
        at.children().forEach(child -> index(child, to));
    }
}
