package dev.belay.metadata;

import dev.belay.channel.Encoding;
import dev.belay.metadata.PortModel.Requirement;
import dev.belay.metadata.document.Element;
import dev.belay.metadata.policy.Assertion;
import dev.belay.metadata.policy.Policy;
import dev.belay.soap.AddressingVersion;
import dev.belay.xml.XmlName;

import java.util.ArrayList;
import java.util.List;

/**
 * What one alternative of a policy means for a port. Immutable.
 *
 * @param addressing the version that it demands
 * @param encoding the encoding that it demands
 * @param unsupported the assertions that nobody here can fulfil
 */
record EndpointPolicy(
        AddressingVersion addressing, Encoding encoding, List<Requirement> unsupported) {
    private static final String BINARY =
            "http://schemas.microsoft.com/ws/06/2004/mspolicy/netbinary1";

    private static final XmlName NO_ALTERNATIVE =
            XmlName.of("http://www.w3.org/ns/ws-policy", "ExactlyOne");

    EndpointPolicy {
        unsupported = List.copyOf(unsupported);
    }

    /**
     * The first alternative that can be fulfilled, else the first one at all. A policy without any
     * alternative is satisfied by nothing (WS-Policy 1.5, section 4.3).
     *
     * @param at what the policy is for
     */
    static EndpointPolicy choose(Policy policy, Element at) {
        EndpointPolicy first = null;
        for (Policy.Alternative alternative : policy.alternatives()) {
            EndpointPolicy candidate = of(alternative);
            if (candidate.unsupported.isEmpty()) {
                return candidate;
            }
            first = first == null ? candidate : first;
        }
        return first == null ? unsatisfiable(at) : first;
    }

    private static EndpointPolicy unsatisfiable(Element at) {
        return new EndpointPolicy(
                AddressingVersion.TRANSPORT,
                Encoding.TEXT_UTF8,
                List.of(new Requirement(NO_ALTERNATIVE, at.place())));
    }

    private static EndpointPolicy of(Policy.Alternative alternative) {
        AddressingVersion addressing = AddressingVersion.TRANSPORT;
        Encoding encoding = Encoding.TEXT_UTF8;
        List<Requirement> unsupported = new ArrayList<>();
        for (Assertion assertion : alternative.assertions()) {
            unsupported.addAll(unsupportedInside(assertion));
            String namespace = assertion.element().namespace();
            String name = assertion.element().localName();
            if (name.equals("UsingAddressing") && namespace.equals(Wsdl.WSAW)
                    || name.equals("Addressing") && namespace.equals(Wsdl.WSAM)) {
                addressing = AddressingVersion.WSA_1_0;
            } else if (name.equals("UsingAddressing") && namespace.equals(Wsdl.WSA_2004_POLICY)) {
                addressing = AddressingVersion.WSA_2004;
            } else if (name.equals("BinaryEncoding") && namespace.equals(BINARY)) {
                encoding = Encoding.BINARY;
            } else if (!assertion.isIgnorable()) {
                unsupported.add(new Requirement(assertion.name(), assertion.element().place()));
            }
        }
        return new EndpointPolicy(addressing, encoding, unsupported);
    }

    /** What the policy inside {@code wsam:Addressing} demands; anonymous replies can be had. */
    private static List<Requirement> unsupportedInside(Assertion assertion) {
        Policy nested = assertion.nested();
        if (nested == null || !assertion.element().is(Wsdl.WSAM, "Addressing")) {
            return List.of();
        }
        List<Requirement> first = null;
        for (Policy.Alternative alternative : nested.alternatives()) {
            List<Requirement> demanded = new ArrayList<>();
            for (Assertion inside : alternative.assertions()) {
                if (!inside.element().is(Wsdl.WSAM, "AnonymousResponses")) {
                    demanded.add(new Requirement(inside.name(), inside.element().place()));
                }
            }
            if (demanded.isEmpty()) {
                return demanded;
            }
            first = first == null ? demanded : first;
        }
        return first == null
                ? List.of(new Requirement(NO_ALTERNATIVE, assertion.element().place()))
                : first;
    }
}
