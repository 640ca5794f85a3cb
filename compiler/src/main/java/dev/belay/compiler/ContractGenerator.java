package dev.belay.compiler;

import dev.belay.metadata.ContractModel;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Writes the interface of a contract. */
final class ContractGenerator {
    private final Plan plan;

    ContractGenerator(Plan plan) {
        this.plan = plan;
    }

    SourceFile generate(ContractPlan contract) {
        ContractModel model = contract.model();
        String name = contract.typeName();
        JavaFile file = plan.file(name);
        file.javadoc(
                Javadoc.of(
                                model.documentation(),
                                "The contract {@code "
                                        + Javadoc.escape(model.name().localName().toString())
                                        + "}.")
                        .own(
                                "A client may be used by any number of threads; its methods block"
                                        + " until the call has its outcome, and interrupting the"
                                        + " thread abandons the call. The methods of a service are"
                                        + " called on threads of its host, several at once unless"
                                        + " the host is told otherwise.")
                        .own(
                                "A call that fails throws {@link dev.belay.error.BelayException};"
                                        + " a fault of the peer is a {@link"
                                        + " dev.belay.soap.FaultException}."));
        file.open("public interface " + name + " {");
        file.line("/** Describes the contract. */");
        file.field(
                file.name("dev.belay.service.ServiceContract") + "<" + name + "> CONTRACT",
                contract.clientName() + ".CONTRACT");
        MessageExpressions messages = new MessageExpressions(plan, file, "");
        for (OperationPlan operation : contract.operations()) {
            file.line();
            writeMethod(file, messages, operation);
        }
        writeFactories(file, name, BindingExpressions.demands(contract));
        file.close("}");
        return file.finish();
    }

    private static void writeMethod(
            JavaFile file, MessageExpressions messages, OperationPlan operation) {
        List<MessageExpressions.Parameter> parameters = messages.parameters(operation.input());
        JavaType result = messages.result(operation.output());
        Javadoc doc =
                Javadoc.of(
                        operation.model().documentation(),
                        "Operation {@code " + Javadoc.escape(operation.model().name()) + "}.");
        if (operation.output() == null) {
            doc.own("One-way: nothing is answered.");
        }
        parameters.forEach(p -> doc.tag("param", p.name() + " " + p.meaning()));
        if (result != null) {
            doc.tag("return", meaning(messages, operation));
        }
        operation
                .faults()
                .forEach(f -> doc.tag("throws", f.exception() + " if the service says so"));
        file.javadoc(doc);
        file.head(signature(file, operation, result), list(file, parameters), "", ";");
    }

    private static String meaning(MessageExpressions messages, OperationPlan operation) {
        MessagePlan output = operation.output();
        return output == null ? "" : messages.meaning(output);
    }

    static String signature(JavaFile file, OperationPlan operation, @Nullable JavaType result) {
        return (result == null ? "void" : file.type(result)) + " " + operation.method() + "(";
    }

    static List<String> list(JavaFile file, List<MessageExpressions.Parameter> parameters) {
        List<String> list = new ArrayList<>();
        parameters.forEach(p -> list.add(file.type(p.type()) + " " + p.name()));
        return list;
    }

    private static void writeFactories(JavaFile file, String name, List<String> demands) {
        String string = file.name("java.lang.String");
        String proxy = file.name("dev.belay.service.ServiceProxy") + "<" + name + ">";
        String options = file.name("dev.belay.service.ProxyOptions");
        String endpoint = file.name("dev.belay.service.ServiceEndpoint");
        file.line();
        Javadoc doc =
                new Javadoc()
                        .own("A proxy for the service at this address, not opened yet.")
                        .tag(
                                "throws",
                                "IllegalArgumentException if there is no binding for its scheme");
        if (!demands.isEmpty()) {
            doc.tag("throws", "dev.belay.error.BelayException NOT_SUPPORTED, as " + words(demands));
        }
        file.javadoc(doc);
        file.open("static " + proxy + " proxy(" + string + " address) {");
        file.line("return CONTRACT.proxy(address);");
        file.close("}");
        file.line();
        file.line("/** As the other, with options; a binding in them is used as it is. */");
        file.open("static " + proxy + " proxy(" + string + " address, " + options + " options) {");
        file.line("return CONTRACT.proxy(address, options);");
        file.close("}");
        file.line();
        file.javadoc(
                new Javadoc()
                        .own("An endpoint at which a host offers this service, for all callers.")
                        .own(
                                demands.isEmpty()
                                        ? ""
                                        : "Opening the host fails with NOT_SUPPORTED, as "
                                                + words(demands)));
        file.open(
                "static " + endpoint + " endpoint(" + name + " service, " + string + " address) {");
        file.line("return CONTRACT.endpoint(service, address);");
        file.close("}");
    }

    private static String words(List<String> demands) {
        return Javadoc.escape(String.join("; ", demands)) + ".";
    }
}
