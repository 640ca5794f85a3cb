package dev.belay.xml.type;

import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code xs:list}: items with white space between them. */
final class ListType<F> extends SimpleType<List<F>> {
    private final SimpleType<F> item;

    ListType(XmlName name, SimpleType<F> item) {
        super(name);
        this.item = item;
    }

    @Override
    public List<F> readContent(XmlReader reader) {
        String text = reader.readString();
        try {
            return parse(text);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw reader.error(
                    ErrorCode.INVALID_FORMAT,
                    "item of list " + name() + " is no " + item + ": " + e.getMessage());
        }
    }

    @Override
    public void writeContent(XmlWriter writer, List<F> value) {
        writer.text(format(value));
    }

    @Override
    public List<F> parse(String text) {
        var items = new ArrayList<F>();
        int begin = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean space = i == text.length() || isSpace(text.charAt(i));
            if (space && begin >= 0) {
                items.add(item.parse(text.substring(begin, i)));
                begin = -1;
            } else if (!space && begin < 0) {
                begin = i;
            }
        }
        return Collections.unmodifiableList(items);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    @Override
    public String format(List<F> value) {
        var text = new StringBuilder();
        for (F each : value) {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            text.append(item.format(each));
        }
        return text.toString();
    }
}
