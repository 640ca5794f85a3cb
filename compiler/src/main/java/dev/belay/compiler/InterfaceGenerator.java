package dev.belay.compiler;

import dev.belay.metadata.schema.StructShape;

import java.util.ArrayList;
import java.util.List;

/** Writes the sealed interface for a structure that others extend. */
final class InterfaceGenerator {
    private final Plan plan;

    InterfaceGenerator(Plan plan) {
        this.plan = plan;
    }

    SourceFile generate(StructShape struct) {
        String name = plan.names().of(struct);
        JavaFile file = plan.file(name);
        StructShape base = struct.base();
        String heritage = base == null ? "" : " extends " + plan.names().of(base);
        List<String> permitted = new ArrayList<>();
        if (!struct.isAbstract()) {
            permitted.add(plan.names().recordOf(struct));
        }
        struct.derived().forEach(d -> permitted.add(plan.names().of(d)));
        file.javadoc(
                Javadoc.of(
                                struct.documentation(),
                                "The structure {@code "
                                        + Javadoc.escape(struct.name().localName())
                                        + "} and those that extend it.")
                        .own("Values are records: any thread may use them."));
        String head = "public sealed interface " + name + heritage;
        String permits = "permits " + String.join(", ", permitted) + " {";
        if (head.length() + 1 + permits.length() <= CodeLayout.WIDTH) {
            file.open(head + " " + permits);
        } else {
            file.line(head);
            file.indent(2).line(permits).indent(-1);
        }
        writeType(file, struct, name);
        for (Field field : plan.fields(struct)) {
            file.line();
            file.javadoc(new Javadoc().own(capitalized(RecordGenerator.describe(field)) + "."));
            file.line(file.type(field.type()) + " " + field.name() + "();");
        }
        file.close("}");
        return file.finish();
    }

    private void writeType(JavaFile file, StructShape struct, String name) {
        String polymorphic = file.name("dev.belay.xml.type.PolymorphicType");
        TypeExpressions expressions = new TypeExpressions(plan, file, "");
        file.line("/** Reads and writes values of all these types as XML. */");
        StringBuilder chain = new StringBuilder(polymorphic);
        chain.append(".<").append(name).append(">of(");
        chain.append(expressions.name(struct.name())).append(')');
        if (!struct.isAbstract()) {
            chain.append(form("base", plan.names().recordOf(struct)));
        }
        for (StructShape concrete : concrete(struct)) {
            chain.append(form("type", plan.names().recordOf(concrete)));
        }
        String type = file.name("dev.belay.xml.type.XmlType") + "<" + name + ">";
        file.field(type + " TYPE", chain.append(".build()").toString());
    }

    private static String form(String call, String record) {
        return "." + call + "(" + record + ".class, () -> " + record + ".TYPE)";
    }

    /** All structures that extend this one, near or far, of which there are values. */
    private static List<StructShape> concrete(StructShape struct) {
        List<StructShape> all = new ArrayList<>();
        for (StructShape derived : struct.derived()) {
            if (!derived.isAbstract() || derived.derived().isEmpty()) {
                all.add(derived);
            }
            all.addAll(concrete(derived));
        }
        return all;
    }

    private static String capitalized(String text) {
        return text.isEmpty() || text.charAt(0) == '{'
                ? text
                : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
