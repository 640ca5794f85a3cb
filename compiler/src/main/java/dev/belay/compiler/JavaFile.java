package dev.belay.compiler;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A source file under construction. Knows which names must be imported, and writes those in full
 * that would mean something else.
 */
final class JavaFile {
    private static final String INDENT = "    ";
    private static final int WIDTH = 100;

    private final String packageName;
    private final String typeName;
    private final NameSpace packageTypes;
    private final Map<String, String> imported = new HashMap<>();
    private final StringBuilder body = new StringBuilder();
    private int depth;

    JavaFile(String packageName, String typeName, NameSpace packageTypes) {
        this.packageName = packageName;
        this.typeName = typeName;
        this.packageTypes = packageTypes;
    }

    /** Writes lines at the current depth; text blocks bring several. */
    JavaFile line(String text) {
        text.lines()
                .forEach(
                        l -> {
                            if (!l.isBlank()) {
                                body.append(INDENT.repeat(depth)).append(l);
                            }
                            body.append('\n');
                        });
        return this;
    }

    JavaFile line() {
        body.append('\n');
        return this;
    }

    /** Writes a list in one line, or if that is too long, each item in a line of its own. */
    JavaFile list(String start, List<String> items, String end) {
        String inOneLine = start + String.join(", ", items) + end;
        if (items.isEmpty() || depth * INDENT.length() + inOneLine.length() <= WIDTH) {
            return line(inOneLine);
        }
        line(start);
        depth += 2;
        for (int i = 0; i < items.size(); i++) {
            line(items.get(i) + (i + 1 < items.size() ? "," : end));
        }
        depth -= 2;
        return this;
    }

    /** Writes a line that opens a block. */
    JavaFile open(String text) {
        line(text);
        depth++;
        return this;
    }

    /** Ends a block. */
    JavaFile close(String text) {
        depth--;
        return line(text);
    }

    JavaFile indent(int by) {
        depth += by;
        return this;
    }

    JavaFile javadoc(Javadoc doc) {
        return line(doc.text());
    }

    /** The name of a type of another package, imported if that is possible. */
    String name(String fullName) {
        int dot = fullName.lastIndexOf('.');
        if (dot < 0) {
            return fullName;
        }
        String simple = fullName.substring(dot + 1);
        String owner = fullName.substring(0, dot);
        if (owner.equals(packageName)) {
            return simple;
        }
        if (packageTypes.isTaken(simple)
                || !imported.computeIfAbsent(simple, s -> fullName).equals(fullName)) {
            return fullName;
        }
        return simple;
    }

    /** The type with its annotations. */
    String type(JavaType type) {
        if (type.array()) {
            return type.name() + (type.nullable() ? " @" + name(NULLABLE) + " []" : "[]");
        }
        String name = name(type.name());
        if (!type.arguments().isEmpty()) {
            name +=
                    "<"
                            + String.join(", ", type.arguments().stream().map(this::type).toList())
                            + ">";
        }
        if (!type.nullable()) {
            return name;
        }
        String annotation = "@" + name(NULLABLE) + " ";
        int dot =
                name.indexOf('<') < 0
                        ? name.lastIndexOf('.')
                        : name.lastIndexOf('.', name.indexOf('<'));
        return name.substring(0, dot + 1) + annotation + name.substring(dot + 1);
    }

    private static final String NULLABLE = "org.jspecify.annotations.Nullable";

    /** A string literal. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c)) {
                        quoted.append("\\u").append(String.format("%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    SourceFile finish() {
        StringBuilder file = new StringBuilder("package ").append(packageName).append(";\n\n");
        TreeSet<String> imports = new TreeSet<>();
        for (String fullName : imported.values()) {
            if (!fullName.substring(0, fullName.lastIndexOf('.')).equals("java.lang")) {
                imports.add(fullName);
            }
        }
        imports.forEach(i -> file.append("import ").append(i).append(";\n"));
        if (!imports.isEmpty()) {
            file.append('\n');
        }
        file.append(body);
        return new SourceFile(
                packageName.replace('.', '/') + "/" + typeName + ".java", file.toString());
    }
}
