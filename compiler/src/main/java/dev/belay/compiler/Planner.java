package dev.belay.compiler;

import dev.belay.metadata.ContractModel;
import dev.belay.metadata.FaultModel;
import dev.belay.metadata.MessageModel;
import dev.belay.metadata.Metadata;
import dev.belay.metadata.OperationModel;
import dev.belay.metadata.PortModel;
import dev.belay.metadata.schema.ElementShape;
import dev.belay.metadata.schema.Member;
import dev.belay.metadata.schema.StructShape;
import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides what contracts, operations and messages become, and names all of it. */
final class Planner {
    /** More parameters than a person can tell apart are one record. */
    private static final int MAX_PARAMETERS = 12;

    private final Metadata metadata;
    private final Shapes shapes = new Shapes();
    private final TypeNames names = new TypeNames();
    private final Map<ContractModel, String> contractNames = new LinkedHashMap<>();
    private final Map<ContractModel, String> clientNames = new LinkedHashMap<>();
    private final Map<XmlName, String> exceptions = new LinkedHashMap<>();
    private final Map<XmlName, ElementShape> details = new LinkedHashMap<>();
    private final Set<StructShape> visibleWrappers =
            Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<StructShape> wrappers = new ArrayList<>();

    Planner(Metadata metadata) {
        this.metadata = metadata;
    }

    /** All contracts; after that, names and shapes are complete. */
    List<ContractPlan> plan() {
        metadata.contracts().forEach(this::collect);
        Set<String> types = TypeNames.declared(shapes);
        for (ContractModel contract : metadata.contracts()) {
            String local = JavaNames.type(contract.name().localName().toString());
            String bare = JavaNames.withoutInterfaceMark(local);
            String name =
                    names.take(types.contains(bare) ? local : bare, local, local + "Contract");
            contractNames.put(contract, name);
            clientNames.put(contract, names.take(name + "Client"));
        }
        names.name(shapes);
        List<ContractPlan> plans = new ArrayList<>();
        for (ContractModel contract : metadata.contracts()) {
            plans.add(contract(contract));
        }
        return plans;
    }

    Shapes shapes() {
        return shapes;
    }

    TypeNames names() {
        return names;
    }

    /** The wrappers that have a record but are no types of their own. */
    List<StructShape> wrappers() {
        return wrappers;
    }

    boolean isVisible(StructShape wrapper) {
        return visibleWrappers.contains(wrapper);
    }

    /** The exceptions by the name of the element in the detail. */
    Map<XmlName, String> exceptions() {
        return exceptions;
    }

    ElementShape detail(XmlName element) {
        ElementShape detail = details.get(element);
        if (detail == null) {
            throw new IllegalStateException("no fault " + element);
        }
        return detail;
    }

    private void collect(ContractModel contract) {
        for (OperationModel operation : contract.operations()) {
            collect(operation.input());
            MessageModel output = operation.output();
            if (output != null) {
                collect(output);
            }
            for (FaultModel fault : operation.faults()) {
                shapes.add(fault.detail().shape());
            }
        }
    }

    private void collect(MessageModel message) {
        message.headers().forEach(h -> shapes.add(h.element().shape()));
        ElementShape body = message.body();
        StructShape wrapper = wrapper(message);
        if (wrapper != null) {
            shapes.addMembersOf(wrapper);
        } else if (body != null) {
            shapes.add(body.shape());
        }
    }

    /** The structure whose members are parameters or results; null if the message is bare. */
    private static @Nullable StructShape wrapper(MessageModel message) {
        ElementShape body = message.body();
        return message.wrapped()
                        && body != null
                        && body.shape() instanceof StructShape struct
                        && !struct.isPolymorphic()
                        && struct.members().size() <= MAX_PARAMETERS
                ? struct
                : null;
    }

    private ContractPlan contract(ContractModel contract) {
        NameSpace methods = new NameSpace();
        NameSpace constants = new NameSpace("NAMESPACE", "CONTRACT");
        List<OperationPlan> operations = new ArrayList<>();
        for (OperationModel operation : contract.operations()) {
            String word = JavaNames.type(operation.name());
            MessagePlan input = message(operation.input(), word + "Request", contract, false);
            MessageModel outputModel = operation.output();
            MessagePlan output =
                    outputModel == null
                            ? null
                            : message(outputModel, word + "Response", contract, true);
            String method = JavaNames.method(operation.name(), parameterCount(input));
            operations.add(
                    new OperationPlan(
                            operation,
                            constants.take(JavaNames.constant(operation.name())),
                            methods.take(method),
                            input,
                            output,
                            faults(operation)));
        }
        return new ContractPlan(
                contract,
                known(contractNames.get(contract)),
                known(clientNames.get(contract)),
                operations,
                ports(contract));
    }

    private static int parameterCount(MessagePlan input) {
        StructShape struct = input.struct();
        return switch (input.form()) {
            case EMPTY -> 0;
            case BARE, CONTRACT, ANY -> 1;
            case WRAPPED -> struct == null ? 0 : struct.members().size();
        };
    }

    private List<PortModel> ports(ContractModel contract) {
        return metadata.services().stream()
                .flatMap(s -> s.ports().stream())
                .filter(p -> p.contract().equals(contract.name()))
                .toList();
    }

    private MessagePlan message(
            MessageModel message, String name, ContractModel contract, boolean output) {
        String owner = known(contractNames.get(contract));
        StructShape wrapper = wrapper(message);
        if (!message.headers().isEmpty()) {
            return withHeaders(message, wrapper, name, owner);
        }
        if (wrapper != null) {
            if (!shapes.contains(wrapper) && !wrappers.contains(wrapper)) {
                names.nameWrapper(wrapper, name, owner + name);
                wrappers.add(wrapper);
            }
            if (output && wrapper.members().size() > 1) {
                visibleWrappers.add(wrapper);
            }
            String typeName = names.recordOf(wrapper);
            return new MessagePlan(message, MessagePlan.Form.WRAPPED, wrapper, List.of(), typeName);
        }
        MessagePlan.Form form =
                message.anyBody()
                        ? MessagePlan.Form.ANY
                        : message.body() == null ? MessagePlan.Form.EMPTY : MessagePlan.Form.BARE;
        return new MessagePlan(message, form, null, List.of(), "");
    }

    private MessagePlan withHeaders(
            MessageModel message, @Nullable StructShape wrapper, String name, String owner) {
        List<Member> headers = new ArrayList<>();
        for (MessageModel.Header header : message.headers()) {
            ElementShape element = header.element();
            headers.add(Member.header(element));
        }
        String given = message.name();
        String typeName =
                given == null
                        ? names.take(name, owner + name)
                        : names.take(JavaNames.type(given), name, owner + name);
        StructShape struct = wrapper;
        if (struct == null) {
            struct = StructShape.bodyOf(message.body(), message.anyBody(), message.place());
        }
        return new MessagePlan(message, MessagePlan.Form.CONTRACT, struct, headers, typeName);
    }

    private List<OperationPlan.Fault> faults(OperationModel operation) {
        Map<XmlName, OperationPlan.Fault> faults = new LinkedHashMap<>();
        for (FaultModel fault : operation.faults()) {
            XmlName element = fault.detail().name();
            details.putIfAbsent(element, fault.detail());
            String exception = exceptions.computeIfAbsent(element, this::exceptionName);
            faults.putIfAbsent(element, new OperationPlan.Fault(fault, exception));
        }
        return List.copyOf(faults.values());
    }

    private String exceptionName(XmlName element) {
        String name = JavaNames.type(element.localName().toString());
        String stem = name.endsWith("Exception") ? name.substring(0, name.length() - 9) : name;
        return name.equals(stem)
                ? names.take(name + "Exception", name + "FaultException")
                : names.take(stem + "FaultException");
    }

    private static String known(@Nullable String name) {
        if (name == null) {
            throw new IllegalStateException("a contract without a name");
        }
        return name;
    }
}
