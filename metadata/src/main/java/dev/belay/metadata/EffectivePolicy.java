package dev.belay.metadata;

import dev.belay.metadata.document.Document;
import dev.belay.metadata.document.Element;
import dev.belay.metadata.policy.Policy;
import dev.belay.metadata.policy.PolicyReader;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Merges all policies that hang on the parts of an endpoint (WS-PolicyAttachment 1.5, section 4).
 * What single operations and messages demand is taken as a demand of the whole endpoint. For one
 * thread at a time.
 */
final class EffectivePolicy {
    private final WsdlSymbols symbols;
    private final PolicyReader policies;
    private final Set<Policy> known = new HashSet<>();
    private Policy merged = Policy.NONE;

    EffectivePolicy(WsdlSymbols symbols, PolicyReader policies) {
        this.symbols = symbols;
        this.policies = policies;
    }

    Policy merged() {
        return merged;
    }

    /** Adds what hangs on this element itself. */
    EffectivePolicy add(Element subject, Document document) {
        Policy added = policies.attachedTo(subject, document);
        // The same policy hangs on many messages; once is enough.
        if (known.add(added) && !holds(added)) {
            merged = policies.merge(merged, added, subject);
        }
        return this;
    }

    private boolean holds(Policy added) {
        if (added.alternatives().size() != 1) {
            return false;
        }
        List<?> demanded = added.alternatives().getFirst().assertions();
        return !merged.alternatives().isEmpty()
                && merged.alternatives().stream()
                        .allMatch(a -> a.assertions().containsAll(demanded));
    }

    /** Adds what hangs on a port type, its operations, and the messages that these name. */
    EffectivePolicy addPortType(WsdlSymbols.Part portType) {
        add(portType.element(), portType.document());
        for (Element operation : Wsdl.children(portType.element(), "operation")) {
            add(operation, portType.document());
            for (Element message : wsdlChildren(operation)) {
                add(message, portType.document());
                addMessage(message);
            }
        }
        return this;
    }

    /** Adds what hangs on a binding, its operations, and the messages of their headers. */
    EffectivePolicy addBinding(WsdlSymbols.Part binding) {
        add(binding.element(), binding.document());
        for (Element operation : Wsdl.children(binding.element(), "operation")) {
            add(operation, binding.document());
            for (Element message : wsdlChildren(operation)) {
                add(message, binding.document());
                for (Element header : Wsdl.soapChildren(message, "header")) {
                    addMessage(header);
                    Wsdl.soapChildren(header, "headerfault").forEach(this::addMessage);
                }
            }
        }
        return this;
    }

    private static List<Element> wsdlChildren(Element element) {
        return element.children().stream()
                .filter(c -> c.namespace().equals(Wsdl.NAMESPACE))
                .toList();
    }

    private void addMessage(Element reference) {
        WsdlSymbols.Part message = symbols.find("message", reference, "message");
        if (message != null) {
            add(message.element(), message.document());
        }
    }
}
