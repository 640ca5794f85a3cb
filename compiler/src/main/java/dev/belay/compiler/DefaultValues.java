package dev.belay.compiler;

import dev.belay.metadata.schema.EnumShape;
import dev.belay.metadata.schema.ListShape;
import dev.belay.metadata.schema.Member;
import dev.belay.metadata.schema.StructShape;
import dev.belay.metadata.schema.ValueKind;
import dev.belay.metadata.schema.ValueShape;

import org.jspecify.annotations.Nullable;

/** Default values of attributes as Java expressions. */
final class DefaultValues {
    private DefaultValues() {}

    /** The expression; null if there is no simple one, and then the attribute may be absent. */
    static @Nullable String expression(Plan plan, Member attribute) {
        String text = attribute.defaultValue();
        if (text == null) {
            return null;
        }
        return switch (attribute.shape()) {
            case EnumShape enumeration -> {
                String constant = plan.names().constant(enumeration, text);
                yield constant == null ? null : plan.names().of(enumeration) + "." + constant;
            }
            case ValueShape value -> value(value.kind(), text);
            case ListShape _, StructShape _ -> null;
        };
    }

    private static @Nullable String value(ValueKind kind, String text) {
        try {
            return switch (kind) {
                case STRING, ANY_URI -> JavaFile.quoted(text);
                case BOOLEAN -> text.equals("true") || text.equals("1") ? "true" : "false";
                case BYTE -> String.valueOf(Byte.parseByte(text));
                case SHORT, UNSIGNED_BYTE -> String.valueOf(Short.parseShort(text));
                case INT, UNSIGNED_SHORT -> String.valueOf(Integer.parseInt(text));
                case LONG, UNSIGNED_INT -> Long.parseLong(text) + "L";
                default -> null;
            };
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
