package dev.belay.compiler;

import dev.belay.metadata.schema.ElementShape;

import java.util.List;

/** Writes the exception for a fault. */
final class FaultGenerator {
    private final Plan plan;

    FaultGenerator(Plan plan) {
        this.plan = plan;
    }

    SourceFile generate(ElementShape detail, String name) {
        JavaFile file = plan.file(name);
        TypeExpressions expressions = new TypeExpressions(plan, file, "");
        String type = file.type(plan.type(detail.shape()));
        String boxed = file.type(plan.type(detail.shape()).boxed());
        String string = file.name("java.lang.String");
        String fault = file.name("dev.belay.soap.Fault");
        String faultType = file.name("dev.belay.soap.FaultType");
        file.javadoc(
                Javadoc.of(
                                detail.documentation(),
                                "The fault whose detail is the element {@code "
                                        + Javadoc.escape(detail.name().localName().toString())
                                        + "}.")
                        .own(
                                "A service throws it to answer with the fault; a client gets it"
                                    + " from the call. It belongs to the thread that throws it."));
        file.open(
                "public final class "
                        + name
                        + " extends "
                        + file.name("dev.belay.soap.FaultException")
                        + " {");
        file.line("private static final long serialVersionUID = 1L;");
        file.line();
        file.line("static final " + faultType + "<" + boxed + "> TYPE = type(null);");
        file.line();
        file.line("/** What the peer said. Not serialized. */");
        file.line("private final transient " + type + " detail;");
        file.line();
        file.javadoc(
                new Javadoc()
                        .own("A fault to answer with.")
                        .tag("param", "reason what went wrong, for people")
                        .tag("param", "detail what went wrong, for programs"));
        file.open("public " + name + "(" + string + " reason, " + type + " detail) {");
        file.line("this(TYPE.fault(detail, reason), null, detail);");
        file.close("}");
        file.line();
        file.javadoc(
                new Javadoc()
                        .own("A fault to answer with, with a code of its own.")
                        .tag("param", "fault code and reasons; the detail is added")
                        .tag("param", "detail what went wrong, for programs"));
        file.open("public " + name + "(" + fault + ".Builder fault, " + type + " detail) {");
        file.line("this(fault.detail(TYPE.element(), TYPE.type(), detail).build(), null, detail);");
        file.close("}");
        file.line();
        file.head(
                name + "(",
                List.of(
                        fault + " fault",
                        file.type(JavaType.of("java.lang.String").orNull()) + " action",
                        type + " detail"),
                "",
                " {");
        file.indent(1);
        file.line("super(fault, action);");
        file.line("this.detail = detail;");
        file.close("}");
        file.line();
        file.line("/** The fault in messages with this action; null if it has none of its own. */");
        file.open(
                "static "
                        + faultType
                        + "<"
                        + boxed
                        + "> type("
                        + file.type(JavaType.of("java.lang.String").orNull())
                        + " action) {");
        file.statement(
                "return ",
                faultType
                        + ".of("
                        + String.join(
                                ", ",
                                expressions.name(detail.name()),
                                expressions.type(detail.shape(), null),
                                "action",
                                name + "::new")
                        + ")");
        file.close("}");
        file.line();
        file.line("/** What went wrong, for programs. */");
        file.open("public " + type + " detail() {");
        file.line("return detail;");
        file.close("}");
        file.close("}");
        return file.finish();
    }
}
