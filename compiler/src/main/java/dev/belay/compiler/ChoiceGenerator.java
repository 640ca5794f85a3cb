package dev.belay.compiler;

import dev.belay.metadata.schema.Member;
import dev.belay.metadata.schema.StructShape;

/** Writes the sealed interface for the elements of a choice that repeats. */
final class ChoiceGenerator {
    private final Plan plan;

    ChoiceGenerator(Plan plan) {
        this.plan = plan;
    }

    SourceFile generate(StructShape owner, Member choice) {
        String name = plan.names().choice(owner, choice);
        JavaFile file = plan.file(name);
        TypeExpressions expressions = new TypeExpressions(plan, file, "");
        NameSpace forms = new NameSpace(name);
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
        file.line(choiceType + "<" + name + "> TYPE =");
        file.indent(2);
        file.line(choiceType + ".<" + name + ">of(" + JavaFile.quoted(name) + ")");
        file.indent(2);
        for (Member alternative : choice.alternatives()) {
            String form = forms.take(JavaNames.type(alternative.name().localName().toString()));
            file.line(alternative(expressions, alternative, form));
        }
        file.line(".build();");
        file.indent(-4);
        NameSpace again = new NameSpace(name);
        for (Member alternative : choice.alternatives()) {
            String form = again.take(JavaNames.type(alternative.name().localName().toString()));
            writeForm(file, name, alternative, form);
        }
        file.close("}");
        return file.finish();
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
