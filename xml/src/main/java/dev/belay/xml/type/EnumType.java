package dev.belay.xml.type;

import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** An enum whose constants have lexical values of their own. */
final class EnumType<E extends Enum<E>> extends SimpleType<E> {
    private static final int SHOWN = 100;

    private final Map<String, E> byText = new HashMap<>();
    private final EnumMap<E, String> texts;

    EnumType(XmlName name, E[] constants, Function<? super E, String> text) {
        super(name);
        texts = new EnumMap<>(constants[0].getDeclaringClass());
        for (E constant : constants) {
            String lexical = text.apply(constant);
            texts.put(constant, lexical);
            if (byText.put(lexical, constant) != null) {
                throw new IllegalArgumentException(
                        "enumeration " + name + " has '" + lexical + "' twice");
            }
        }
    }

    @Override
    public E readContent(XmlReader reader) {
        String text = reader.readString();
        E constant = find(text);
        if (constant == null) {
            throw reader.error(ErrorCode.INVALID_FORMAT, unknown(text));
        }
        return constant;
    }

    private @Nullable E find(String text) {
        E constant = byText.get(text);
        return constant != null ? constant : byText.get(text.strip());
    }

    private String unknown(String text) {
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return "'" + shown + "' is no value of enumeration " + name();
    }

    @Override
    public void writeContent(XmlWriter writer, E value) {
        writer.text(format(value));
    }

    @Override
    public E parse(String text) {
        E constant = find(text);
        if (constant == null) {
            throw new IllegalArgumentException(unknown(text));
        }
        return constant;
    }

    @Override
    public String format(E value) {
        String text = texts.get(value);
        if (text == null) {
            throw new IllegalArgumentException(value + " is no value of enumeration " + name());
        }
        return text;
    }
}
