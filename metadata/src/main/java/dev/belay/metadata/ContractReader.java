package dev.belay.metadata;

import dev.belay.metadata.PortModel.Requirement;
import dev.belay.metadata.document.Diagnostics;
import dev.belay.metadata.document.Element;
import dev.belay.metadata.policy.PolicyReader;
import dev.belay.metadata.schema.SchemaReader;
import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads port types into contracts. */
final class ContractReader {
    private final WsdlSymbols symbols;
    private final MessageReader messages;
    private final PolicyReader policies;
    private final Diagnostics diagnostics;

    ContractReader(
            WsdlSymbols symbols,
            SchemaReader schemas,
            PolicyReader policies,
            Diagnostics diagnostics) {
        this.policies = policies;
        this.symbols = symbols;
        this.messages = new MessageReader(symbols, schemas, diagnostics);
        this.diagnostics = diagnostics;
    }

    /**
     * The contracts of all SOAP bindings; if there is no binding at all, those of all port types,
     * as document-style ones.
     */
    List<ContractModel> read(List<SoapBinding> bindings) {
        Map<XmlName, SoapBinding> first = new LinkedHashMap<>();
        Map<XmlName, WsdlSymbols.Part> portTypes = new LinkedHashMap<>();
        for (SoapBinding binding : bindings) {
            WsdlSymbols.Part portType = symbols.referenced("portType", binding.element(), "type");
            if (portType != null) {
                portTypes.put(portType.name(), portType);
                compare(first.putIfAbsent(portType.name(), binding), binding);
            }
        }
        if (symbols.all("binding").isEmpty()) {
            symbols.all("portType").forEach(p -> portTypes.put(p.name(), p));
        }
        List<ContractModel> contracts = new ArrayList<>();
        portTypes.forEach((name, part) -> contracts.add(contract(part, first.get(name))));
        return contracts;
    }

    private ContractModel contract(WsdlSymbols.Part portType, @Nullable SoapBinding binding) {
        OperationReader reader =
                new OperationReader(messages, symbols, diagnostics, portType, binding);
        List<OperationModel> operations = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Element element : Wsdl.children(portType.element(), "operation")) {
            OperationModel operation = reader.read(element);
            if (operation != null && names.add(operation.name())) {
                operations.add(operation);
            } else if (operation != null) {
                diagnostics.error(element, "an operation of this name is there already");
            }
        }
        return new ContractModel(
                portType.name(),
                Wsdl.documentation(portType.element()),
                Element.isTrue(portType.element().attribute(Wsdl.MICROSOFT, "usingSession")),
                operations,
                unsupported(portType),
                portType.element().place());
    }

    private List<Requirement> unsupported(WsdlSymbols.Part portType) {
        EffectivePolicy policy = new EffectivePolicy(symbols, policies).addPortType(portType);
        Set<WsdlSymbols.Part> withPort = new HashSet<>();
        for (WsdlSymbols.Part service : symbols.all("service")) {
            for (Element port : Wsdl.children(service.element(), "port")) {
                withPort.add(symbols.find("binding", port, "binding"));
            }
        }
        for (WsdlSymbols.Part binding : symbols.all("binding")) {
            boolean mine = portType.equals(symbols.find("portType", binding.element(), "type"));
            if (mine && !withPort.contains(binding)) {
                policy.addBinding(binding);
            }
        }
        return EndpointPolicy.choose(policy.merged(), portType.element()).unsupported();
    }

    /** The first binding of a port type counts; another one should say the same. */
    private void compare(@Nullable SoapBinding first, SoapBinding other) {
        if (first == null) {
            return;
        }
        for (Element operation : Wsdl.children(other.element(), "operation")) {
            String name = operation.attributeOr("name", "");
            if (first.operation(name) == null) {
                continue;
            }
            boolean same =
                    first.isRpc(name) == other.isRpc(name)
                            && headers(first, name).equals(headers(other, name));
            if (!same) {
                diagnostics.warning(
                        operation,
                        "bound differently at "
                                + first.element().place()
                                + ", and that binding is used");
            }
        }
    }

    private static List<String> headers(SoapBinding binding, String operation) {
        List<String> headers = new ArrayList<>();
        for (String direction : List.of("input", "output")) {
            Element bound = binding.direction(operation, direction);
            if (bound != null) {
                for (Element header : Wsdl.soapChildren(bound, "header")) {
                    headers.add(direction + " " + header.attribute("part"));
                }
            }
        }
        headers.sort(null);
        return headers;
    }
}
