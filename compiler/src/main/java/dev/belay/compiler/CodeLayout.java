package dev.belay.compiler;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks long expressions into lines: calls of a chain each on a line of their own, arguments
 * together or one by one, the body of a lambda below its arrow.
 */
final class CodeLayout {
    static final int WIDTH = 100;

    private static final int CONTINUATION = 8;
    private static final int BLOCK = 4;

    private CodeLayout() {}

    /**
     * The code with line breaks.
     *
     * @param code an expression in one line
     * @param column where it starts
     * @param base the indentation of the statement or argument that it belongs to
     * @param reserve how many characters follow it
     */
    static String layout(String code, int column, int base, int reserve) {
        int arrow = arrow(code);
        boolean block = arrow >= 0 && code.startsWith("{", arrow + 3);
        if (!block && !hasBlock(code) && column + code.length() + reserve <= WIDTH) {
            return code;
        }
        if (arrow >= 0) {
            return lambda(code, arrow, base, reserve);
        }
        if (code.startsWith("\"")) {
            return literal(code, column, reserve);
        }
        List<String> links = links(code);
        if (links.size() == 1) {
            return call(code, base + CONTINUATION, reserve);
        }
        StringBuilder chain = new StringBuilder();
        chain.append(link(links.getFirst(), column, base + 2 * CONTINUATION, 0));
        int inner = base + CONTINUATION;
        for (int i = 1; i < links.size(); i++) {
            int rest = i + 1 < links.size() ? 0 : reserve;
            chain.append(newLine(inner));
            chain.append(link(links.get(i), inner, inner + CONTINUATION, rest));
        }
        return chain.toString();
    }

    /** A long string in pieces that end at its spaces. */
    private static String literal(String code, int column, int reserve) {
        StringBuilder pieces = new StringBuilder();
        StringBuilder line = new StringBuilder();
        int start = column;
        List<String> words = words(code.substring(1, code.length() - 1));
        for (int i = 0; i < words.size(); i++) {
            int rest = i + 1 < words.size() ? 0 : reserve;
            int width = start + line.length() + words.get(i).length() + 2 + rest;
            if (!line.isEmpty() && width > WIDTH) {
                pieces.append('"').append(line).append('"').append(newLine(column + CONTINUATION));
                pieces.append("+ ");
                line = new StringBuilder();
                start = column + CONTINUATION + 2;
            }
            line.append(words.get(i));
        }
        return pieces.append('"').append(line).append('"').toString();
    }

    /** The words of a text, each but the first with the space before it. */
    private static List<String> words(String text) {
        List<Integer> cuts = new ArrayList<>();
        for (int at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
            if (at > 0) {
                cuts.add(at);
            }
        }
        return cut(text, cuts, 0);
    }

    private static String link(String code, int column, int arguments, int reserve) {
        return !hasBlock(code) && column + code.length() + reserve <= WIDTH
                ? code
                : call(code, arguments, reserve);
    }

    private static boolean hasBlock(String code) {
        return code.contains("-> {");
    }

    private static String newLine(int indentation) {
        return "\n" + " ".repeat(indentation);
    }

    private static String lambda(String code, int arrow, int base, int reserve) {
        String head = code.substring(0, arrow + 2);
        String body = code.substring(arrow + 3);
        if (!body.startsWith("{")) {
            int inner = base + CONTINUATION;
            return head + newLine(inner) + layout(body, inner, inner, reserve);
        }
        StringBuilder block = new StringBuilder(head).append(" {");
        String statements = body.substring(1, body.length() - 1);
        int inner = base + BLOCK;
        for (String statement : split(statements, ';')) {
            if (!statement.isBlank()) {
                block.append(newLine(inner));
                block.append(statement(statement.strip(), inner)).append(';');
            }
        }
        return block.append(newLine(base)).append('}').toString();
    }

    private static String statement(String code, int column) {
        for (String word : List.of("return ", "throw ")) {
            if (code.startsWith(word)) {
                String value = code.substring(word.length());
                return word + layout(value, column + word.length(), column, 1);
            }
        }
        return layout(code, column, column, 1);
    }

    private static String call(String code, int column, int reserve) {
        int open = code.indexOf('(');
        if (open < 0 || open + 2 >= code.length() || !code.endsWith(")")) {
            return code;
        }
        List<String> arguments = split(code.substring(open + 1, code.length() - 1), ',');
        arguments.replaceAll(String::strip);
        String together = String.join(", ", arguments);
        StringBuilder call = new StringBuilder(code.substring(0, open + 1));
        if (!hasBlock(together) && column + together.length() + 1 + reserve <= WIDTH) {
            return call.append(newLine(column)).append(together).append(')').toString();
        }
        for (int i = 0; i < arguments.size(); i++) {
            boolean last = i + 1 == arguments.size();
            call.append(newLine(column));
            call.append(layout(arguments.get(i), column, column, last ? 1 + reserve : 1));
            call.append(last ? ")" : ",");
        }
        return call.toString();
    }

    /** The place of the arrow of a lambda that is the whole of the code; -1 if it is none. */
    private static int arrow(String code) {
        int[] found = {-1};
        scan(
                code,
                (at, depth) -> {
                    if (found[0] < 0 && depth == 0 && code.startsWith("-> ", at)) {
                        found[0] = at;
                    }
                });
        return found[0];
    }

    /** The calls of a chain, each but the first with its dot. */
    private static List<String> links(String code) {
        List<Integer> cuts = new ArrayList<>();
        scan(
                code,
                (at, depth) -> {
                    if (depth == 0 && at > 0 && code.startsWith(").", at - 1)) {
                        cuts.add(at);
                    }
                });
        return cut(code, cuts, 0);
    }

    private static List<String> split(String code, char separator) {
        List<Integer> cuts = new ArrayList<>();
        scan(
                code,
                (at, depth) -> {
                    if (depth == 0 && code.charAt(at) == separator) {
                        cuts.add(at);
                    }
                });
        return cut(code, cuts, 1);
    }

    private static List<String> cut(String code, List<Integer> cuts, int width) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int at : cuts) {
            parts.add(code.substring(start, at));
            start = at + width;
        }
        parts.add(code.substring(start));
        return parts;
    }

    private interface Visitor {
        void visit(int at, int depth);
    }

    /** Shows each character outside of string literals with the number of open brackets. */
    private static void scan(String code, Visitor visitor) {
        int depth = 0;
        boolean quoted = false;
        for (int at = 0; at < code.length(); at++) {
            char c = code.charAt(at);
            if (quoted) {
                if (c == '\\') {
                    at++;
                } else {
                    quoted = c != '"';
                }
                continue;
            }
            quoted = c == '"';
            boolean arrow = c == '>' && at > 0 && code.charAt(at - 1) == '-';
            if (c == ')' || c == '}' || c == '>' && !arrow) {
                depth--;
            }
            visitor.visit(at, depth);
            if (c == '(' || c == '{' || c == '<') {
                depth++;
            }
        }
    }
}
