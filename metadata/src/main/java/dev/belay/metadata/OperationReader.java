package dev.belay.metadata;

import dev.belay.metadata.document.Diagnostics;
import dev.belay.metadata.document.Element;
import dev.belay.metadata.schema.ElementShape;
import dev.belay.metadata.schema.Member;
import dev.belay.metadata.schema.StructShape;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Reads the operations of one port type with what its SOAP binding says about them. */
final class OperationReader {
    private final MessageReader messages;
    private final WsdlSymbols symbols;
    private final Diagnostics diagnostics;
    private final WsdlSymbols.Part portType;
    private final @Nullable SoapBinding binding;

    OperationReader(
            MessageReader messages,
            WsdlSymbols symbols,
            Diagnostics diagnostics,
            WsdlSymbols.Part portType,
            @Nullable SoapBinding binding) {
        this.messages = messages;
        this.symbols = symbols;
        this.diagnostics = diagnostics;
        this.portType = portType;
        this.binding = binding;
    }

    /** The operation; null, and a problem, if it cannot be called. */
    @Nullable OperationModel read(Element operation) {
        String name = operation.attributeOr("name", "");
        if (name.isEmpty()) {
            diagnostics.error(operation, "needs a name");
            return null;
        }
        Element input = Wsdl.child(operation, "input");
        Element output = Wsdl.child(operation, "output");
        if (input == null || startsWithOutput(operation)) {
            diagnostics.warning(
                    operation,
                    "a service calling its client (notification, solicit-response) is left out");
            return null;
        }
        if (binding != null && binding.operation(name) == null) {
            diagnostics.warning(
                    operation, "left out: the binding at " + place(binding) + " does not bind it");
            return null;
        }
        String inputName = input.attributeOr("name", output == null ? name : name + "Request");
        MessageModel in = message(name, input, "input", inputName, name);
        MessageModel out = null;
        if (output != null) {
            String outputName = output.attributeOr("name", name + "Response");
            out = message(name, output, "output", outputName, name + "Response");
        }
        if (in == null || output != null && out == null) {
            return null;
        }
        return new OperationModel(
                name,
                Wsdl.documentation(operation),
                in,
                out,
                faults(operation, name),
                flag(operation, "isInitiating", true),
                flag(operation, "isTerminating", false),
                operation.place());
    }

    private static String place(SoapBinding binding) {
        return binding.element().place().toString();
    }

    private static boolean startsWithOutput(Element operation) {
        for (Element child : operation.children()) {
            if (Wsdl.is(child, "input")) {
                return false;
            }
            if (Wsdl.is(child, "output")) {
                return true;
            }
        }
        return false;
    }

    private static boolean flag(Element operation, String name, boolean otherwise) {
        String value = operation.attribute(Wsdl.MICROSOFT, name);
        return value == null ? otherwise : Element.isTrue(value);
    }

    private @Nullable MessageModel message(
            String operation, Element reference, String direction, String name, String wrapper) {
        boolean rpc = binding != null && binding.isRpc(operation);
        MessageReader.Content content =
                messages.read(
                        new MessageReader.Request(
                                operation,
                                reference,
                                binding == null ? null : binding.direction(operation, direction),
                                rpc,
                                portType.name().namespace().toString(),
                                wrapper));
        if (content == null) {
            return null;
        }
        String soapAction =
                direction.equals("input") && binding != null ? binding.soapAction(operation) : null;
        String action = action(reference, soapAction, name);
        return new MessageModel(
                reference.attribute("name"),
                action,
                soapAction == null ? action : soapAction,
                content.headers(),
                content.body(),
                content.body() != null && isWrapped(content, operation, direction, rpc),
                content.any(),
                reference.place());
    }

    private String action(Element reference, @Nullable String soapAction, String name) {
        String explicit = Actions.explicit(reference);
        if (explicit != null) {
            return explicit;
        }
        return soapAction == null || soapAction.isEmpty()
                ? Actions.byDefault(portType.name(), name)
                : soapAction;
    }

    /** Whether the members of the body are parameters: by its part's name, or by its own name. */
    private static boolean isWrapped(
            MessageReader.Content content, String operation, String direction, boolean rpc) {
        ElementShape body = content.body();
        if (body == null || body.nillable() || !(body.shape() instanceof StructShape struct)) {
            return false;
        }
        String expected = direction.equals("input") ? operation : operation + "Response";
        boolean named =
                content.parametersPart() || body.name().localName().toString().equals(expected);
        return rpc || named && struct.base() == null && isPlain(struct);
    }

    private static boolean isPlain(StructShape struct) {
        return !struct.isAbstract()
                && struct.members().stream().allMatch(m -> m.kind() == Member.Kind.ELEMENT);
    }

    private List<FaultModel> faults(Element operation, String operationName) {
        List<FaultModel> faults = new ArrayList<>();
        for (Element fault : Wsdl.children(operation, "fault")) {
            String name = fault.attributeOr("name", "");
            WsdlSymbols.Part message = symbols.referenced("message", fault, "message");
            if (message == null) {
                continue;
            }
            List<Element> parts = Wsdl.children(message.element(), "part");
            if (parts.size() != 1 || parts.getFirst().attribute("element") == null) {
                diagnostics.warning(
                        fault, "left out: a fault's detail is one part that names an element");
                continue;
            }
            checkBound(operationName, name);
            ElementShape detail = messages.element(parts.getFirst());
            if (detail != null) {
                String explicit = Actions.explicit(fault);
                String action =
                        explicit == null
                                ? Actions.byDefault(portType.name(), operationName, "Fault", name)
                                : explicit;
                faults.add(new FaultModel(name, action, detail, fault.place()));
            }
        }
        return faults;
    }

    private void checkBound(String operation, String fault) {
        Element bound = binding == null ? null : binding.operation(operation);
        if (bound == null) {
            return;
        }
        for (Element candidate : Wsdl.children(bound, "fault")) {
            Element body = Wsdl.soapChild(candidate, "body");
            if (candidate.attributeOr("name", "").equals(fault) && body != null) {
                diagnostics.warning(body, "a fault is bound by soap:fault; taken as if it were so");
            }
        }
    }
}
