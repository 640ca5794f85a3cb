package dev.belay.testing.shop;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** One text for one value, so that values can be compared and printed. */
final class Show {
    private static final int SHORT = 160;

    private Show() {}

    /** The text of a value, which has all that it holds. */
    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> '"' + text + '"';
            case byte[] bytes -> bytes.length + " bytes " + HexFormat.of().formatHex(bytes);
            case List<?> list -> items(list);
            case Record record -> record(record);
            case Object array when array.getClass().isArray() -> array(array);
            default -> value.toString();
        };
    }

    private static String items(List<?> list) {
        return "[" + String.join(", ", list.stream().map(Show::of).toList()) + "]";
    }

    private static String array(Object array) {
        List<@Nullable Object> items = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            items.add(Array.get(array, i));
        }
        return items(items);
    }

    private static String record(Record record) {
        List<String> fields = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                fields.add(component.getName() + "=" + of(component.getAccessor().invoke(record)));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("no access to " + component, e);
            }
        }
        return record.getClass().getSimpleName() + "(" + String.join(", ", fields) + ")";
    }

    /** An exception and its causes on one line. */
    static String chain(@Nullable Throwable error) {
        List<String> parts = new ArrayList<>();
        for (Throwable e = error; e != null; e = e.getCause()) {
            parts.add(e.getClass().getSimpleName() + ": " + brief(String.valueOf(e.getMessage())));
        }
        return String.join(" <- ", parts);
    }

    /** The beginning of a text. */
    static String brief(String text) {
        return line(text.length() > SHORT ? text.substring(0, SHORT) + "…" : text);
    }

    /** A text as one line. */
    static String line(String text) {
        return text.replace("\r", "\\r").replace("\n", "\\n");
    }
}
