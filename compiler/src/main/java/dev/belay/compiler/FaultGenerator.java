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
        return new Writing(plan, detail, name).write();
    }

    /** One exception while it is written. */
    private static final class Writing {
        private final ElementShape detail;
        private final String name;
        private final JavaFile file;
        private final TypeExpressions expressions;
        private final String type;
        private final String fault;
        private final String faultType;
        private final String orNoAction;

        Writing(Plan plan, ElementShape detail, String name) {
            this.detail = detail;
            this.name = name;
            file = plan.file(name);
            expressions = new TypeExpressions(plan, file, "");
            JavaType java = plan.type(detail.shape());
            type = file.type(java);
            String boxed = file.type(java.boxed());
            fault = file.name("dev.belay.soap.Fault");
            faultType = file.name("dev.belay.soap.FaultType") + "<" + boxed + ">";
            orNoAction = file.type(JavaType.of("java.lang.String").orNull());
        }

        SourceFile write() {
            file.javadoc(
                    Javadoc.of(
                                    detail.documentation(),
                                    "The fault whose detail is the element {@code "
                                            + Javadoc.escape(detail.name().localName().toString())
                                            + "}.")
                            .own(
                                    "A service throws it to answer with the fault; a client gets"
                                            + " it from the call. It belongs to the thread that"
                                            + " throws it."));
            String superclass = file.name("dev.belay.soap.FaultException");
            file.open("public final class " + name + " extends " + superclass + " {");
            file.line("private static final long serialVersionUID = 1L;");
            file.line();
            file.line("static final " + faultType + " TYPE = type(null);");
            file.line();
            file.line("/** What the peer said. Not serialized. */");
            file.line("private final transient " + type + " detail;");
            file.line();
            writeConstructorsForServices();
            writeConstructorForReading();
            writeType();
            file.line("/** What went wrong, for programs. */");
            file.open("public " + type + " detail() {");
            file.line("return detail;");
            file.close("}");
            file.close("}");
            return file.finish();
        }

        private void writeConstructorsForServices() {
            String string = file.name("java.lang.String");
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
            file.line(
                    "this(fault.detail(TYPE.element(), TYPE.type(), detail).build(), null,"
                            + " detail);");
            file.close("}");
            file.line();
        }

        private void writeConstructorForReading() {
            file.head(
                    name + "(",
                    List.of(fault + " fault", orNoAction + " action", type + " detail"),
                    "",
                    " {");
            file.indent(1);
            file.line("super(fault, action);");
            file.line("this.detail = detail;");
            file.close("}");
            file.line();
        }

        private void writeType() {
            file.line(
                    "/** The fault in messages with this action; null if it has none of its own."
                            + " */");
            file.open("static " + faultType + " type(" + orNoAction + " action) {");
            file.statement(
                    "return ",
                    file.name("dev.belay.soap.FaultType")
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
        }
    }
}
