package dev.belay.compiler;

import dev.belay.metadata.OperationModel;

import java.util.ArrayList;
import java.util.List;

/** Writes the client of a contract, with the descriptions of its operations. */
final class ClientGenerator {
    private final Plan plan;

    ClientGenerator(Plan plan) {
        this.plan = plan;
    }

    SourceFile generate(ContractPlan contract) {
        JavaFile file = plan.file(contract.clientName());
        String namespace = contract.model().name().namespace().toString();
        MessageExpressions messages = new MessageExpressions(plan, file, namespace);
        file.javadoc(
                new Javadoc()
                        .own("Calls {@link " + contract.typeName() + "} over an invoker.")
                        .own("Any number of threads may use it at once."));
        file.open(
                "final class "
                        + contract.clientName()
                        + " implements "
                        + contract.typeName()
                        + " {");
        file.field(
                "private static final " + file.name("java.lang.String") + " NAMESPACE",
                JavaFile.quoted(namespace));
        file.line();
        for (OperationPlan operation : contract.operations()) {
            writeDescription(file, messages, contract, operation);
            file.line();
        }
        writeContract(file, contract);
        String invoker = file.name("dev.belay.service.Invoker");
        file.line();
        file.line("private final " + invoker + " invoker;");
        file.line();
        file.open("private " + contract.clientName() + "(" + invoker + " invoker) {");
        file.line("this.invoker = invoker;");
        file.close("}");
        for (OperationPlan operation : contract.operations()) {
            file.line();
            writeMethod(file, messages, operation);
        }
        file.close("}");
        return file.finish();
    }

    private static void writeContract(JavaFile file, ContractPlan contract) {
        String type = file.name("dev.belay.service.ServiceContract");
        String name = contract.typeName();
        StringBuilder chain = new StringBuilder(type);
        chain.append(".<").append(name).append(">named(");
        chain.append(JavaFile.quoted(contract.model().name().localName().toString()));
        chain.append(", NAMESPACE)");
        if (contract.model().session()) {
            chain.append(".needsSession()");
        }
        for (OperationPlan operation : contract.operations()) {
            chain.append(".operation(").append(operation.constant()).append(')');
        }
        new BindingExpressions(file)
                .suppliers(contract)
                .forEach(
                        (scheme, supplier) -> {
                            chain.append(".binding(").append(JavaFile.quoted(scheme));
                            chain.append(", ").append(supplier).append(')');
                        });
        chain.append(".build(").append(contract.clientName()).append("::new)");
        file.field("static final " + type + "<" + name + "> CONTRACT", chain.toString());
    }

    private static void writeDescription(
            JavaFile file,
            MessageExpressions messages,
            ContractPlan contract,
            OperationPlan operation) {
        OperationModel model = operation.model();
        MessagePlan output = operation.output();
        String type = file.name("dev.belay.service.Operation");
        String service = contract.typeName();
        String in = file.type(messages.valueType(operation.input()));
        String out =
                output == null
                        ? file.name("java.lang.Void")
                        : file.type(messages.valueType(output));
        List<String> arguments = new ArrayList<>();
        arguments.add(JavaFile.quoted(model.name()));
        arguments.add(JavaFile.quoted(model.input().action()));
        arguments.add(messages.description(operation.input()));
        if (output != null) {
            arguments.add(JavaFile.quoted(output.model().action()));
            arguments.add(messages.description(output));
        }
        String call =
                "service." + operation.method() + "(" + messages.arguments(operation.input()) + ")";
        arguments.add(
                "("
                        + service
                        + " service, "
                        + in
                        + " in) -> "
                        + (output == null ? call : messages.handler(output, call)));
        StringBuilder chain = new StringBuilder(type);
        chain.append(output == null ? ".oneWay(" : ".request(");
        chain.append(String.join(", ", arguments)).append(')');
        for (OperationPlan.Fault fault : operation.faults()) {
            chain.append(".fault(").append(fault.exception()).append(".type(");
            chain.append(JavaFile.quoted(fault.model().action())).append("))");
        }
        chain.append(model.initiating() ? "" : ".initiating(false)");
        chain.append(model.terminating() ? ".terminating(true)" : "");
        file.field(
                "private static final "
                        + type
                        + "<"
                        + String.join(", ", service, in, out)
                        + "> "
                        + operation.constant(),
                chain.append(".build()").toString());
    }

    private static void writeMethod(
            JavaFile file, MessageExpressions messages, OperationPlan operation) {
        List<MessageExpressions.Parameter> parameters = messages.parameters(operation.input());
        JavaType result = messages.result(operation.output());
        MessagePlan output = operation.output();
        file.line("@" + file.name("java.lang.Override"));
        file.head(
                "public " + ContractGenerator.signature(file, operation, result),
                ContractGenerator.list(file, parameters),
                "",
                " {");
        file.indent(1);
        boolean hidden = parameters.stream().anyMatch(p -> p.name().equals("invoker"));
        String call =
                (hidden ? "this.invoker." : "invoker.")
                        + (output == null ? "send(" : "call(")
                        + operation.constant()
                        + ", "
                        + messages.input(operation.input())
                        + ")";
        if (output == null || result == null) {
            file.statement("", call);
        } else {
            file.statement("return ", call + messages.resultAccess(output));
        }
        file.close("}");
    }
}
