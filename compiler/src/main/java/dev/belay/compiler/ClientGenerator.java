package dev.belay.compiler;

import dev.belay.metadata.OperationModel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        file.line(
                "private static final "
                        + file.name("java.lang.String")
                        + " NAMESPACE = "
                        + JavaFile.quoted(namespace)
                        + ";");
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
        file.line("static final " + type + "<" + name + "> CONTRACT =");
        file.indent(2);
        file.line(
                type
                        + ".<"
                        + name
                        + ">named("
                        + JavaFile.quoted(contract.model().name().localName().toString())
                        + ", NAMESPACE)");
        file.indent(2);
        for (OperationPlan operation : contract.operations()) {
            file.line(".operation(" + operation.constant() + ")");
        }
        Map<String, String> bindings = new BindingExpressions(file).suppliers(contract.ports());
        bindings.forEach(
                (scheme, supplier) ->
                        file.list(".binding(", List.of(JavaFile.quoted(scheme), supplier), ")"));
        file.line(".build(" + contract.clientName() + "::new);");
        file.indent(-4);
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
        file.line(
                "private static final "
                        + type
                        + "<"
                        + String.join(", ", service, in, out)
                        + "> "
                        + operation.constant()
                        + " =");
        file.indent(2);
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
        file.list(type + (output == null ? ".oneWay(" : ".request("), arguments, ")");
        file.indent(2);
        for (OperationPlan.Fault fault : operation.faults()) {
            file.line(
                    ".fault("
                            + fault.exception()
                            + ".type("
                            + JavaFile.quoted(fault.model().action())
                            + "))");
        }
        if (!model.initiating()) {
            file.line(".initiating(false)");
        }
        if (model.terminating()) {
            file.line(".terminating(true)");
        }
        file.line(".build();");
        file.indent(-4);
    }

    private static void writeMethod(
            JavaFile file, MessageExpressions messages, OperationPlan operation) {
        List<MessageExpressions.Parameter> parameters = messages.parameters(operation.input());
        JavaType result = messages.result(operation.output());
        MessagePlan output = operation.output();
        file.line("@" + file.name("java.lang.Override"));
        file.list(
                "public " + ContractGenerator.signature(file, operation, result),
                ContractGenerator.list(file, parameters),
                ") {");
        file.indent(1);
        String arguments = operation.constant() + ", " + messages.input(operation.input()) + ")";
        if (output == null) {
            file.line("this.invoker.send(" + arguments + ";");
        } else if (result == null) {
            file.line("this.invoker.call(" + arguments + ";");
        } else {
            file.line(
                    "return this.invoker.call(" + arguments + messages.resultAccess(output) + ";");
        }
        file.close("}");
    }
}
