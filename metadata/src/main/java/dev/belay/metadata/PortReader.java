package dev.belay.metadata;

import dev.belay.metadata.PortModel.Requirement;
import dev.belay.metadata.PortModel.Transport;
import dev.belay.metadata.document.Diagnostic;
import dev.belay.metadata.document.Diagnostics;
import dev.belay.metadata.document.Element;
import dev.belay.metadata.document.Severity;
import dev.belay.metadata.policy.Policy;
import dev.belay.metadata.policy.PolicyReader;
import dev.belay.soap.AddressingVersion;
import dev.belay.xml.XmlName;

import java.util.ArrayList;
import java.util.List;

/** Reads services with their ports: addresses, and what their policies demand. */
final class PortReader {
    private final WsdlSymbols symbols;
    private final PolicyReader policies;
    private final Diagnostics diagnostics;

    PortReader(WsdlSymbols symbols, PolicyReader policies, Diagnostics diagnostics) {
        this.symbols = symbols;
        this.policies = policies;
        this.diagnostics = diagnostics;
    }

    ServiceModel service(WsdlSymbols.Part service) {
        List<PortModel> ports = new ArrayList<>();
        for (Element port : Wsdl.children(service.element(), "port")) {
            WsdlSymbols.Part bindingPart = symbols.referenced("binding", port, "binding");
            SoapBinding binding = bindingPart == null ? null : SoapBinding.of(bindingPart);
            WsdlSymbols.Part portType =
                    binding == null
                            ? null
                            : symbols.referenced("portType", binding.element(), "type");
            if (binding != null && portType != null) {
                ports.add(port(service, port, binding, portType));
            }
        }
        return new ServiceModel(service.name(), Wsdl.documentation(service.element()), ports);
    }

    private PortModel port(
            WsdlSymbols.Part service,
            Element port,
            SoapBinding binding,
            WsdlSymbols.Part portType) {
        Policy policy =
                new EffectivePolicy(symbols, policies)
                        .add(service.element(), service.document())
                        .add(port, service.document())
                        .addBinding(binding.part())
                        .addPortType(portType)
                        .merged();
        EndpointPolicy chosen = EndpointPolicy.choose(policy, port);
        List<Requirement> unsupported = new ArrayList<>(chosen.unsupported());
        if (binding.transport() == Transport.OTHER) {
            unsupported.add(
                    new Requirement(
                            XmlName.of(Wsdl.NAMESPACE, "transport"), binding.element().place()));
        }
        for (Requirement requirement : unsupported) {
            diagnostics.add(warning(requirement, port));
        }
        return new PortModel(
                port.attributeOr("name", ""),
                portType.name(),
                address(port),
                binding.transport(),
                binding.envelope(),
                addressing(chosen, port, binding),
                chosen.encoding(),
                unsupported,
                port.place());
    }

    private static Diagnostic warning(Requirement requirement, Element port) {
        return new Diagnostic(
                Severity.WARNING,
                requirement.place(),
                "<" + requirement.name().localName() + ">",
                "not supported, so opening port "
                        + port.attributeOr("name", "")
                        + " at "
                        + port.place()
                        + " will fail");
    }

    private static AddressingVersion addressing(
            EndpointPolicy policy, Element port, SoapBinding binding) {
        if (policy.addressing() != AddressingVersion.TRANSPORT) {
            return policy.addressing();
        }
        boolean extension =
                binding.element().child(Wsdl.WSAW, "UsingAddressing") != null
                        || port.child(Wsdl.WSAW, "UsingAddressing") != null;
        return extension || binding.transport() != Transport.HTTP
                ? AddressingVersion.WSA_1_0
                : AddressingVersion.TRANSPORT;
    }

    private static String address(Element port) {
        Element soap = Wsdl.soapChild(port, "address");
        String location = soap == null ? null : soap.attribute("location");
        if (location != null) {
            return location;
        }
        for (String namespace : List.of(Wsdl.WSA_1_0, Wsdl.WSA_2004)) {
            Element reference = port.child(namespace, "EndpointReference");
            Element address = reference == null ? null : reference.child(namespace, "Address");
            if (address != null) {
                return address.text().strip();
            }
        }
        return "";
    }
}
