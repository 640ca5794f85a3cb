package dev.belay.compiler;

import dev.belay.metadata.schema.Content;
import dev.belay.metadata.schema.ElementShape;
import dev.belay.metadata.schema.Member;
import dev.belay.metadata.schema.StructShape;
import dev.belay.metadata.schema.ValueKind;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Writes the description of a record: one call per member. */
final class DescriptionWriter {
    private final Plan plan;
    private final JavaFile file;
    private final TypeExpressions expressions;
    private final StructShape struct;
    private final String record;
    private final IdentityHashMap<Member, Field> fields = new IdentityHashMap<>();
    private int depth;

    DescriptionWriter(
            Plan plan,
            JavaFile file,
            TypeExpressions expressions,
            StructShape struct,
            String record) {
        this.plan = plan;
        this.file = file;
        this.expressions = expressions;
        this.struct = struct;
        this.record = record;
        for (Field field : plan.fields(struct)) {
            fields.put(field.member(), field);
        }
    }

    void write() {
        String structType = file.name("dev.belay.xml.type.StructType");
        StringBuilder chain = new StringBuilder(structType);
        chain.append(".of(")
                .append(expressions.name(struct.name()))
                .append(", Draft::new, Draft::build)");
        appendAll(struct.contents(), chain);
        chain.append(".build()");
        file.field("static final " + structType + "<" + record + ", Draft> TYPE", chain.toString());
    }

    private void appendAll(List<Content> contents, StringBuilder to) {
        for (Content content : contents) {
            switch (content) {
                case Content.Leaf leaf -> append(leaf.member(), to);
                case Content.Group group -> append(group, to);
            }
        }
    }

    private void append(Content.Group group, StringBuilder to) {
        if (group.parts().isEmpty()) {
            return;
        }
        String word =
                switch (group.kind()) {
                    case SEQUENCE -> "sequence";
                    case CHOICE -> "choice";
                    case ALL -> "all";
                };
        depth++;
        String parameter = depth == 1 ? "group" : "group" + depth;
        to.append('.').append(word).append('(').append(parameter).append(" -> ");
        to.append(parameter);
        appendAll(group.parts(), to);
        to.append(group.optional() ? ").optional()" : ")");
        depth--;
    }

    private void append(Member member, StringBuilder to) {
        Field field = fields.get(member);
        if (field == null) {
            throw new IllegalStateException("no field for " + member.name());
        }
        List<String> arguments = new ArrayList<>(arguments(member));
        addAccess(field, arguments);
        to.append('.').append(method(field)).append('(');
        to.append(String.join(", ", arguments)).append(')').append(marks(field));
    }

    private void addAccess(Field field, List<String> arguments) {
        arguments.add(record + "::" + field.name());
        arguments.add("(d, v) -> d." + field.name() + " = v");
    }

    /** The method of the builder that describes a member. */
    private static String method(Field field) {
        Member member = field.member();
        ValueKind primitive = Plan.primitiveKind(field);
        String word = primitive == null ? "" : ValueTypes.primitive(primitive);
        return switch (member.kind()) {
            case ATTRIBUTE -> cased(word, "attribute");
            case TEXT -> cased(word, "text");
            case ANY_ATTRIBUTES -> "anyAttributes";
            case CHOICE, GROUP -> "repeating";
            case ANY -> member.repeats() ? "repeating" : "any";
            case ELEMENT -> member.repeats() ? "repeating" : cased(word, "element");
        };
    }

    /** What the method takes before the accessors. */
    private List<String> arguments(Member member) {
        return switch (member.kind()) {
            case ATTRIBUTE ->
                    List.of(
                            expressions.name(member.name()),
                            expressions.type(member.shape(), struct));
            case TEXT -> List.of(expressions.type(member.shape(), struct));
            case ANY_ATTRIBUTES -> List.of(expressions.wildcard(member.namespaces()));
            case ANY -> {
                String wildcard = expressions.wildcard(member.namespaces());
                yield List.of(member.repeats() ? repeated() + ".any(" + wildcard + ")" : wildcard);
            }
            case CHOICE ->
                    List.of(
                            repeated()
                                    + ".choice("
                                    + plan.names().choice(struct, member)
                                    + ".TYPE)");
            case GROUP -> List.of(repeated() + ".group(" + groupType(member) + ".TYPE)");
            case ELEMENT ->
                    member.repeats()
                            ? List.of(expressions.repeated(member, struct))
                            : List.of(
                                    expressions.name(member.name()),
                                    expressions.content(member, struct));
        };
    }

    private String repeated() {
        return file.name("dev.belay.xml.type.Repeated");
    }

    private String groupType(Member member) {
        return member.shape() instanceof StructShape group
                ? plan.names().of(group)
                : file.name(ValueTypes.XML_TYPES);
    }

    private static String cased(String primitive, String what) {
        return primitive.isEmpty()
                ? what
                : primitive + Character.toUpperCase(what.charAt(0)) + what.substring(1);
    }

    /** Writes the description of a message whose headers are components beside the body's. */
    void writeMessage(MessagePlan message, List<Field> headers) {
        String contract = file.name("dev.belay.soap.MessageContract");
        ElementShape body = message.model().body();
        boolean wrapped = body != null && body.shape() == struct;
        StringBuilder chain = new StringBuilder(contract);
        chain.append(
                body != null && wrapped
                        ? ".wrapped(" + expressions.name(body.name()) + ", TYPE)"
                        : ".bare(TYPE)");
        for (Field header : headers) {
            List<String> arguments = new ArrayList<>();
            arguments.add(expressions.name(header.member().name()));
            arguments.add(expressions.content(header.member(), null));
            addAccess(header, arguments);
            chain.append(".header(").append(String.join(", ", arguments)).append(").optional()");
        }
        String type = file.name("dev.belay.soap.MessageType") + "<" + record + ">";
        file.line();
        file.field("static final " + type + " MESSAGE", chain.append(".build()").toString());
    }

    private static String marks(Field field) {
        Member member = field.member();
        return switch (member.kind()) {
            case TEXT, ANY_ATTRIBUTES -> "";
            case ATTRIBUTE -> member.isOptional() || field.initial() != null ? ".optional()" : "";
            case ELEMENT, ANY, CHOICE, GROUP -> {
                if (member.repeats()) {
                    yield member.isOptional() ? "" : ".required()";
                }
                yield (member.isOptional() ? ".optional()" : "")
                        + (member.nillable() ? ".nillable()" : "")
                        + (leavesOutNull(member) ? ".omitNull()" : "");
            }
        };
    }

    private static boolean leavesOutNull(Member member) {
        return member.omitsNull() && member.nillable() && member.isOptional();
    }
}
