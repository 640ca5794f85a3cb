package dev.belay.compiler;

import dev.belay.metadata.schema.Member;
import dev.belay.metadata.schema.StructShape;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes the sealed interface for the elements of a choice that repeats. */
final class ChoiceGenerator {
    private static final Set<String> MENTIONED =
            Set.of(
                    "BigDecimal",
                    "BigInteger",
                    "Boolean",
                    "Byte",
                    "Character",
                    "ChoiceType",
                    "Double",
                    "Duration",
                    "Float",
                    "Instant",
                    "Integer",
                    "List",
                    "LocalDateTime",
                    "Long",
                    "Nullable",
                    "OffsetDateTime",
                    "Repeated",
                    "Short",
                    "String",
                    "UUID",
                    "Wildcard",
                    "XmlBuffer",
                    "XmlDate",
                    "XmlDateTime",
                    "XmlDuration",
                    "XmlName",
                    "XmlTime",
                    "XmlType",
                    "XmlTypes");

    private final Plan plan;

    ChoiceGenerator(Plan plan) {
        this.plan = plan;
    }

    SourceFile generate(StructShape owner, Member choice) {
        String name = plan.names().choice(owner, choice);
        JavaFile file = plan.file(name);
        TypeExpressions expressions = new TypeExpressions(plan, file, "");
        List<String> forms = forms(name, choice);
        file.javadoc(
                new Javadoc()
                        .own(
                                "One of the elements that may repeat in any order in {@link "
                                        + plan.names().recordOf(owner)
                                        + "}.")
                        .own("Values are records: any thread may use them."));
        file.open("public sealed interface " + name + " {");
        String choiceType = file.name("dev.belay.xml.type.ChoiceType");
        file.line("/** Reads and writes the elements. */");
        StringBuilder chain = new StringBuilder(choiceType);
        chain.append(".<").append(name).append(">of(").append(JavaFile.quoted(name)).append(')');
        for (int i = 0; i < forms.size(); i++) {
            Member alternative = choice.alternatives().get(i);
            chain.append(alternative(expressions, alternative, forms.get(i)));
        }
        file.field(choiceType + "<" + name + "> TYPE", chain.append(".build()").toString());
        for (int i = 0; i < forms.size(); i++) {
            writeForm(file, name, choice.alternatives().get(i), forms.get(i));
        }
        file.close("}");
        return file.finish();
    }

    /** Names that hide no type which the interface mentions. */
    private List<String> forms(String name, Member choice) {
        NameSpace taken = new NameSpace(name);
        List<String> forms = new ArrayList<>();
        for (Member alternative : choice.alternatives()) {
            String form = JavaNames.type(alternative.name().localName().toString());
            boolean hides = MENTIONED.contains(form) || plan.names().taken().isTaken(form);
            forms.add(taken.take(hides ? form + "Item" : form));
        }
        return forms;
    }

    private static String alternative(
            TypeExpressions expressions, Member alternative, String form) {
        if (alternative.kind() == Member.Kind.ANY) {
            return ".any("
                    + expressions.wildcard(alternative.namespaces())
                    + ", "
                    + form
                    + ".class, "
                    + form
                    + "::value, "
                    + form
                    + "::new)";
        }
        return ".element("
                + expressions.name(alternative.name())
                + ", "
                + expressions.content(alternative, null)
                + ", "
                + form
                + ".class, "
                + form
                + "::value, "
                + form
                + "::new)";
    }

    private void writeForm(JavaFile file, String owner, Member alternative, String form) {
        Member item = Shapes.flattened(alternative);
        JavaType type = item == null ? plan.type(alternative.shape()) : plan.arrayType(item);
        file.line();
        file.javadoc(
                Javadoc.of(
                        alternative.documentation(),
                        "Element {@code "
                                + Javadoc.escape(alternative.name().localName().toString())
                                + "}."));
        file.line("record " + form + "(" + file.type(type) + " value) implements " + owner + " {}");
    }
}
