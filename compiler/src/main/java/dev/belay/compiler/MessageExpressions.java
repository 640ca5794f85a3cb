package dev.belay.compiler;

import dev.belay.metadata.schema.ElementShape;
import dev.belay.metadata.schema.Member;
import dev.belay.metadata.schema.StructShape;
import dev.belay.metadata.schema.ValueKind;
import dev.belay.metadata.schema.ValueShape;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Java types and expressions for messages in the client of a contract. */
final class MessageExpressions {
    private static final String MESSAGE_TYPE = "dev.belay.soap.MessageType";

    private final Plan plan;
    private final JavaFile file;
    private final TypeExpressions types;

    /** For a file with a constant NAMESPACE of that value; "" if it has none. */
    MessageExpressions(Plan plan, JavaFile file, String namespace) {
        this.plan = plan;
        this.file = file;
        this.types = new TypeExpressions(plan, file, namespace);
    }

    /** A parameter of a method: its name, its type, and what it means. */
    record Parameter(String name, JavaType type, String meaning) {}

    /** What a caller passes. */
    List<Parameter> parameters(MessagePlan input) {
        return switch (input.form()) {
            case WRAPPED ->
                    fields(input).stream()
                            .map(
                                    f ->
                                            new Parameter(
                                                    f.name(),
                                                    f.type(),
                                                    RecordGenerator.describe(f)))
                            .toList();
            case BARE -> {
                ElementShape body = body(input);
                String name = JavaNames.component(body.name().localName().toString());
                yield List.of(new Parameter(name, bareType(body), "the body"));
            }
            case CONTRACT ->
                    List.of(
                            new Parameter(
                                    "request",
                                    plan.generated(input.typeName()),
                                    "headers and body"));
            case EMPTY -> List.of();
            case ANY -> List.of(new Parameter("body", anyType(), "the elements of the body"));
        };
    }

    /** What a caller gets; null for nothing. */
    @Nullable JavaType result(@Nullable MessagePlan output) {
        if (output == null) {
            return null;
        }
        return switch (output.form()) {
            case WRAPPED -> {
                List<Field> fields = fields(output);
                yield switch (fields.size()) {
                    case 0 -> null;
                    case 1 -> fields.getFirst().type();
                    default -> plan.generated(output.typeName());
                };
            }
            case BARE -> bareType(body(output));
            case CONTRACT -> plan.generated(output.typeName());
            case EMPTY -> null;
            case ANY -> anyType();
        };
    }

    /** What the result means. */
    String meaning(MessagePlan output) {
        return switch (output.form()) {
            case WRAPPED -> {
                List<Field> fields = fields(output);
                yield fields.size() == 1
                        ? RecordGenerator.describe(fields.getFirst())
                        : "the results";
            }
            case BARE -> "the body of the answer";
            case CONTRACT -> "headers and body of the answer";
            case EMPTY -> "";
            case ANY -> "the elements of the body of the answer";
        };
    }

    /** The type of the values that the description of the message is about. */
    JavaType valueType(MessagePlan message) {
        return switch (message.form()) {
            case WRAPPED, CONTRACT -> plan.generated(message.typeName());
            case BARE -> bareType(body(message)).boxed();
            case EMPTY -> JavaType.of("java.lang.Boolean");
            case ANY -> anyType();
        };
    }

    /** The description of the message. */
    String description(MessagePlan message) {
        String messageType = file.name(MESSAGE_TYPE);
        return switch (message.form()) {
            case WRAPPED -> {
                String lazy = file.name("dev.belay.xml.type.XmlType") + ".lazy(() -> ";
                yield messageType
                        + ".element("
                        + types.name(body(message).name())
                        + ", "
                        + lazy
                        + message.typeName()
                        + ".TYPE))";
            }
            case BARE -> {
                ElementShape body = body(message);
                yield messageType
                        + (body.nillable() ? ".nillable(" : ".element(")
                        + types.name(body.name())
                        + ", "
                        + types.type(body.shape(), null)
                        + ")";
            }
            case CONTRACT -> message.typeName() + ".MESSAGE";
            case EMPTY -> messageType + ".empty(true)";
            case ANY -> messageType + ".any()";
        };
    }

    /** The value to send, made of the parameters of the method. */
    String input(MessagePlan input) {
        return switch (input.form()) {
            case WRAPPED ->
                    "new "
                            + input.typeName()
                            + "("
                            + String.join(", ", fields(input).stream().map(Field::name).toList())
                            + ")";
            case BARE, CONTRACT, ANY -> parameters(input).getFirst().name();
            case EMPTY -> "true";
        };
    }

    /** The arguments for the method of the service, taken from the value {@code in}. */
    String arguments(MessagePlan input) {
        return switch (input.form()) {
            case WRAPPED ->
                    String.join(
                            ", ",
                            fields(input).stream().map(f -> "in." + f.name() + "()").toList());
            case BARE, CONTRACT, ANY -> "in";
            case EMPTY -> "";
        };
    }

    /** The call of the service as an expression or statements that give the value to answer. */
    String handler(MessagePlan output, String call) {
        return switch (output.form()) {
            case WRAPPED -> {
                String made = "new " + output.typeName() + "(";
                yield switch (fields(output).size()) {
                    case 0 -> "{" + call + "; return " + made + ");}";
                    case 1 -> made + call + ")";
                    default -> call;
                };
            }
            case BARE, CONTRACT, ANY -> call;
            case EMPTY -> "{" + call + "; return true;}";
        };
    }

    /** How the result is taken out of the answer. */
    String resultAccess(MessagePlan output) {
        return output.form() == MessagePlan.Form.WRAPPED && fields(output).size() == 1
                ? "." + fields(output).getFirst().name() + "()"
                : "";
    }

    private List<Field> fields(MessagePlan message) {
        StructShape struct = message.struct();
        return struct == null ? List.of() : plan.fields(struct);
    }

    private JavaType bareType(ElementShape body) {
        JavaType type = plan.type(body.shape());
        return body.nillable() ? type.boxed().orNull() : type;
    }

    private JavaType anyType() {
        return JavaType.listOf(plan.type(ValueShape.of(ValueKind.XML)));
    }

    private static ElementShape body(MessagePlan message) {
        ElementShape body = message.model().body();
        if (body == null) {
            throw new IllegalStateException(
                    "a message without a body: " + message.model().action());
        }
        return body;
    }

    /** The headers of a message contract as components of its record. */
    static List<Field> headerFields(Plan plan, List<Member> headers, NameSpace taken) {
        return headers.stream()
                .map(
                        m ->
                                new Field(
                                        m,
                                        taken.take(
                                                JavaNames.component(
                                                        m.name().localName().toString())),
                                        headerType(plan, m).boxed().orNull(),
                                        null))
                .toList();
    }

    private static JavaType headerType(Plan plan, Member header) {
        Member item = Shapes.flattened(header);
        return item == null ? plan.type(header.shape()) : plan.arrayType(item);
    }
}
