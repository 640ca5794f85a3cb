package dev.belay.compiler;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A source file under construction. Knows which names must be imported, and writes those in full
 * that would mean something else.
 */
final class JavaFile {
    private static final String INDENT = "    ";

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

    /** Writes a head with parameters: in one line, or the parameters below it. */
    JavaFile head(String start, List<String> parameters, String heritage, String end) {
        String inOneLine = start + String.join(", ", parameters) + ")" + heritage + end;
        int column = depth * INDENT.length();
        if (parameters.isEmpty() || column + inOneLine.length() <= CodeLayout.WIDTH) {
            return line(inOneLine);
        }
        line(start);
        depth += 2;
        String together = String.join(", ", parameters) + ")";
        String rest = heritage.isEmpty() ? end : "";
        if (column + 2 * INDENT.length() + together.length() + rest.length() <= CodeLayout.WIDTH) {
            line(together + rest);
        } else {
            for (int i = 0; i < parameters.size(); i++) {
                line(parameters.get(i) + (i + 1 < parameters.size() ? "," : ")" + rest));
            }
        }
        if (!heritage.isEmpty()) {
            line(heritage.strip() + end);
        }
        depth -= 2;
        return this;
    }

    /** Writes a statement that is a keyword and an expression. */
    JavaFile statement(String word, String expression) {
        int column = depth * INDENT.length();
        body.append(INDENT.repeat(depth)).append(word);
        body.append(CodeLayout.layout(expression, column + word.length(), column, 1));
        body.append(";\n");
        return this;
    }

    /** Writes an assignment of an expression, or of null where the variable is null. */
    JavaFile copy(String variable, String expression, boolean nullable) {
        if (!nullable) {
            return field(variable, expression);
        }
        String start = variable + " = ";
        String choice = variable + " == null ? null : " + expression;
        int column = depth * INDENT.length();
        if (column + start.length() + choice.length() + 1 <= CodeLayout.WIDTH) {
            return line(start + choice + ";");
        }
        line(variable + " =");
        depth += 2;
        if (depth * INDENT.length() + choice.length() + 1 <= CodeLayout.WIDTH) {
            line(choice + ";");
        } else {
            line(variable + " == null");
            depth += 2;
            line("? null");
            statement(": ", expression);
            depth -= 2;
        }
        depth -= 2;
        return this;
    }

    /** Writes the declaration of a field with its value. */
    JavaFile field(String declaration, String expression) {
        int column = depth * INDENT.length();
        String inOneLine = declaration + " = " + expression + ";";
        if (column + inOneLine.length() <= CodeLayout.WIDTH && !expression.contains("-> {")) {
            return line(inOneLine);
        }
        int inner = column + 2 * INDENT.length();
        if (column + declaration.length() + 2 <= CodeLayout.WIDTH) {
            line(declaration + " =");
        } else {
            int name = declaration.lastIndexOf(' ');
            line(declaration.substring(0, name));
            body.append(" ".repeat(inner)).append(declaration, name + 1, declaration.length());
            body.append(" =\n");
            inner += 2 * INDENT.length();
        }
        body.append(" ".repeat(inner));
        body.append(CodeLayout.layout(expression, inner, inner, 1));
        body.append(";\n");
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
        return line(doc.text(depth * INDENT.length()));
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

    /** By roots: the others, then those of the JDK. */
    private static void appendImports(Set<String> imports, StringBuilder to) {
        String previous = "";
        for (boolean jdk : new boolean[] {false, true}) {
            for (String name : imports) {
                String root = name.substring(0, name.indexOf('.'));
                if (jdk == root.startsWith("java")) {
                    to.append(previous.isEmpty() || previous.equals(root) ? "" : "\n");
                    to.append("import ").append(name).append(";\n");
                    previous = root;
                }
            }
        }
        to.append(imports.isEmpty() ? "" : "\n");
    }

    SourceFile finish() {
        StringBuilder file = new StringBuilder("package ").append(packageName).append(";\n\n");
        TreeSet<String> imports = new TreeSet<>();
        for (String fullName : imported.values()) {
            if (!fullName.substring(0, fullName.lastIndexOf('.')).equals("java.lang")) {
                imports.add(fullName);
            }
        }
        appendImports(imports, file);
        file.append(body);
        return new SourceFile(
                packageName.replace('.', '/') + "/" + typeName + ".java", file.toString());
    }
}
