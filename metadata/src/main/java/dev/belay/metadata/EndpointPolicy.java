package dev.belay.metadata;

import dev.belay.channel.Encoding;
import dev.belay.metadata.PortModel.Requirement;
import dev.belay.metadata.policy.Assertion;
import dev.belay.metadata.policy.Policy;
import dev.belay.soap.AddressingVersion;

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

    EndpointPolicy {
        unsupported = List.copyOf(unsupported);
    }

    /** The first alternative that can be fulfilled, else the first one at all. */
    static EndpointPolicy choose(Policy policy) {
        EndpointPolicy first = null;
        for (Policy.Alternative alternative : policy.alternatives()) {
            EndpointPolicy candidate = of(alternative);
            if (candidate.unsupported.isEmpty()) {
                return candidate;
            }
            first = first == null ? candidate : first;
        }
        return first == null ? of(new Policy.Alternative(List.of())) : first;
    }

    private static EndpointPolicy of(Policy.Alternative alternative) {
        AddressingVersion addressing = AddressingVersion.TRANSPORT;
        Encoding encoding = Encoding.TEXT_UTF8;
        List<Requirement> unsupported = new ArrayList<>();
        for (Assertion assertion : alternative.assertions()) {
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
}
