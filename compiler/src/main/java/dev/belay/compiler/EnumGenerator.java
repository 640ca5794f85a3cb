package dev.belay.compiler;

import dev.belay.metadata.schema.EnumShape;

import java.util.Iterator;
import java.util.Map;

/** Writes the enum for an enumeration. */
final class EnumGenerator {
    private final Plan plan;

    EnumGenerator(Plan plan) {
        this.plan = plan;
    }

    SourceFile generate(EnumShape enumeration) {
        String name = plan.names().of(enumeration);
        JavaFile file = plan.file(name);
        TypeExpressions expressions = new TypeExpressions(plan, file, "");
        String simpleType = file.name("dev.belay.xml.type.SimpleType");
        file.javadoc(
                Javadoc.of(
                                enumeration.documentation(),
                                "Values of {@code "
                                        + Javadoc.escape(enumeration.name().localName())
                                        + "}.")
                        .own("Any thread may use it."));
        file.open("public enum " + name + " {");
        constants(file, enumeration);
        file.line();
        file.field(
                "static final " + simpleType + "<" + name + "> TYPE",
                file.name(ValueTypes.XML_TYPES)
                        + ".enumeration("
                        + expressions.name(enumeration.name())
                        + ", values(), "
                        + name
                        + "::value)");
        file.line();
        file.line("private final String value;".replace("String", file.name("java.lang.String")));
        file.line();
        file.open(name + "(" + file.name("java.lang.String") + " value) {");
        file.line("this.value = value;");
        file.close("}");
        file.line();
        file.line("/** The value as it stands in XML. */");
        file.open("public " + file.name("java.lang.String") + " value() {");
        file.line("return value;");
        file.close("}");
        file.close("}");
        return file.finish();
    }

    private void constants(JavaFile file, EnumShape enumeration) {
        Map<String, String> constants = plan.names().constants(enumeration);
        Iterator<EnumShape.EnumValue> values = enumeration.values().iterator();
        while (values.hasNext()) {
            EnumShape.EnumValue value = values.next();
            file.javadoc(
                    Javadoc.of(
                            value.documentation(),
                            "{@code " + Javadoc.escape(value.value().strip()) + "}"));
            file.line(
                    constants.get(value.value())
                            + "("
                            + JavaFile.quoted(value.value())
                            + ")"
                            + (values.hasNext() ? "," : ";"));
        }
    }
}
