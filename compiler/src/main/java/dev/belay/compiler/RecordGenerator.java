package dev.belay.compiler;

import dev.belay.metadata.schema.EnumShape;
import dev.belay.metadata.schema.ListShape;
import dev.belay.metadata.schema.Member;
import dev.belay.metadata.schema.Shape;
import dev.belay.metadata.schema.StructShape;
import dev.belay.metadata.schema.ValueShape;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Writes the record for a structure, with its description and its draft. */
final class RecordGenerator {
    private final Plan plan;

    RecordGenerator(Plan plan) {
        this.plan = plan;
    }

    /** The record of a structure. */
    SourceFile generate(StructShape struct) {
        List<String> parents = new ArrayList<>();
        if (TypeNames.isInterface(struct)) {
            parents.add(plan.names().of(struct));
        } else if (struct.base() != null && struct.base().derived().contains(struct)) {
            parents.add(plan.names().of(struct.base()));
        }
        return generate(struct, plan.names().recordOf(struct), true, parents, null);
    }

    /** The record of a wrapper, which no user of the contract sees. */
    SourceFile generateHidden(StructShape struct) {
        return generate(struct, plan.names().recordOf(struct), false, List.of(), null);
    }

    /** The record of a message with headers and body. */
    SourceFile generateContract(MessagePlan message) {
        StructShape struct = message.struct();
        if (struct == null) {
            throw new IllegalStateException("no structure for " + message.typeName());
        }
        return generate(struct, message.typeName(), true, List.of(), message);
    }

    private SourceFile generate(
            StructShape struct,
            String name,
            boolean isPublic,
            List<String> parents,
            @Nullable MessagePlan contract) {
        JavaFile file = plan.file(name);
        List<Field> body = plan.fields(struct);
        List<Field> headers = contract == null ? List.of() : headerFields(contract, body);
        List<Field> fields = new ArrayList<>(headers);
        fields.addAll(body);
        String namespace = struct.name().namespace();
        file.javadoc(javadoc(struct, contract, fields));
        if (hasArrays(fields)) {
            // Error Prone would warn of what the Javadoc says.
            file.line("@SuppressWarnings(\"ArrayRecordComponent\")");
        }
        String heritage = parents.isEmpty() ? "" : " implements " + String.join(", ", parents);
        file.head(
                (isPublic ? "public record " : "record ") + name + "(",
                parameters(file, fields),
                heritage,
                " {");
        file.indent(1);
        if (!namespace.isEmpty()) {
            file.field(
                    "private static final " + file.name("java.lang.String") + " NAMESPACE",
                    JavaFile.quoted(namespace));
            file.line();
        }
        TypeExpressions expressions = new TypeExpressions(plan, file, namespace);
        DescriptionWriter description =
                new DescriptionWriter(plan, file, expressions, struct, name);
        description.write();
        if (contract != null) {
            description.writeMessage(contract, headers);
        }
        writeConstructor(file, name, fields, isPublic);
        writeDraft(file, name, fields);
        file.close("}");
        return file.finish();
    }

    private List<Field> headerFields(MessagePlan contract, List<Field> body) {
        NameSpace taken = new NameSpace();
        body.forEach(f -> taken.take(f.name()));
        return MessageExpressions.headerFields(plan, contract.headers(), taken);
    }

    private static List<String> parameters(JavaFile file, List<Field> fields) {
        return fields.stream().map(f -> file.type(f.type()) + " " + f.name()).toList();
    }

    private static boolean hasArrays(List<Field> fields) {
        return fields.stream().anyMatch(f -> f.type().array());
    }

    private static Javadoc javadoc(
            StructShape struct, @Nullable MessagePlan contract, List<Field> fields) {
        String ours =
                contract == null
                        ? "The structure {@code " + Javadoc.escape(struct.name().localName()) + "}."
                        : "A message with its headers.";
        Javadoc doc = Javadoc.of(struct.documentation(), ours);
        doc.own(
                hasArrays(fields)
                        ? "Arrays are not copied and are compared by identity; whoever shares them"
                                + " must not change them. Apart from that immutable: any thread may"
                                + " use it."
                        : "Immutable: any thread may use it.");
        for (Field field : fields) {
            doc.tag("param", field.name() + " " + describe(field));
        }
        return doc;
    }

    /** What a component means, in words. */
    static String describe(Field field) {
        Member member = field.member();
        List<String> words = new ArrayList<>();
        if (!member.documentation().isBlank()) {
            words.add(Javadoc.escape(member.documentation().strip()));
        } else {
            words.add(plain(member));
        }
        String facets = facets(member.shape());
        if (!facets.isEmpty()) {
            words.add(facets);
        }
        if (field.type().nullable()) {
            words.add(absence(member));
        } else if (member.occurs().minimum() == 0 && field.type().isPrimitive()) {
            words.add(field.initial() == null ? "zero if absent" : field.initial() + " if absent");
        }
        return String.join("; ", words);
    }

    private static String plain(Member member) {
        String name = Javadoc.escape(member.name().localName().toString());
        return switch (member.kind()) {
            case ELEMENT -> "element {@code " + name + "}";
            case ATTRIBUTE -> "attribute {@code " + name + "}";
            case TEXT -> "the text";
            case ANY -> member.repeats() ? "other elements" : "another element";
            case ANY_ATTRIBUTES -> "all other attributes";
            case CHOICE -> "elements in any order";
            case GROUP -> "groups of elements";
        };
    }

    private static String absence(Member member) {
        if (member.nillable() && member.mayBeAbsent()) {
            boolean leftOut = member.omitsNull() && member.isOptional();
            return leftOut
                    ? "null if absent or nil, then left out"
                    : "null if absent or nil, written as nil";
        }
        return member.nillable() ? "null if nil" : "null if absent";
    }

    private static String facets(Shape shape) {
        return switch (shape) {
            case ValueShape value -> Javadoc.escape(String.join(", ", value.facets()));
            case ListShape list -> facets(list.item());
            case EnumShape _, StructShape _ -> "";
        };
    }

    private static void writeConstructor(
            JavaFile file, String name, List<Field> fields, boolean isPublic) {
        List<Field> checked = fields.stream().filter(RecordGenerator::needsCheck).toList();
        if (checked.isEmpty()) {
            return;
        }
        file.line();
        file.line("/** Refuses null where a value is required; copies lists. */");
        file.open((isPublic ? "public " : "") + name + " {");
        checked.forEach(field -> writeCheck(file, field));
        file.close("}");
    }

    private static boolean needsCheck(Field field) {
        return field.isRequired() || field.type().isList() || field.type().isMap();
    }

    private static void writeCheck(JavaFile file, Field field) {
        String name = field.name();
        JavaType type = field.type();
        if (type.isList() && type.arguments().getFirst().nullable()) {
            String list = file.name("java.util.ArrayList");
            writeCopy(file, field, "unmodifiableList(new " + list + "<>(" + name + "))");
        } else if (type.isMap()) {
            String map = file.name("java.util.LinkedHashMap");
            writeCopy(file, field, "unmodifiableMap(new " + map + "<>(" + name + "))");
        } else if (type.isList()) {
            String copy = file.name("java.util.List") + ".copyOf(" + name + ")";
            file.copy(name, copy, type.nullable());
        } else {
            file.statement(
                    "",
                    file.name("java.util.Objects")
                            + ".requireNonNull("
                            + name
                            + ", "
                            + JavaFile.quoted(name)
                            + ")");
        }
    }

    private static void writeCopy(JavaFile file, Field field, String call) {
        String copy = file.name("java.util.Collections") + "." + call;
        file.copy(field.name(), copy, field.type().nullable());
    }

    private static void writeDraft(JavaFile file, String name, List<Field> fields) {
        boolean late = fields.stream().anyMatch(f -> f.isRequired() && f.initial() == null);
        file.line();
        file.line("/** What reading fills. For one thread. */");
        if (late) {
            file.line("@SuppressWarnings(\"NullAway.Init\")");
        }
        file.open("static final class Draft {");
        for (Field field : fields) {
            String initial = field.initial() == null ? "" : " = " + initial(file, field.initial());
            file.line(file.type(field.type()) + " " + field.name() + initial + ";");
        }
        if (!fields.isEmpty()) {
            file.line();
        }
        file.open(name + " build() {");
        String arguments = String.join(", ", fields.stream().map(Field::name).toList());
        file.statement("return ", "new " + name + "(" + arguments + ")");
        file.close("}");
        file.close("}");
    }

    private static String initial(JavaFile file, String expression) {
        return switch (expression) {
            case "List.of()" -> file.name("java.util.List") + ".of()";
            case "Map.of()" -> file.name("java.util.Map") + ".of()";
            default -> expression;
        };
    }
}
