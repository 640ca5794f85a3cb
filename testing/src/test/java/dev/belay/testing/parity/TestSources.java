package dev.belay.testing.parity;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sources of all modules' tests. They are read as text, for the classes of other modules' tests
 * are not at hand here; the layout of sources is fixed, so a line tells what it is.
 */
final class TestSources {
    private static final Pattern TEST =
            Pattern.compile("(?m)^    @(Test|ParameterizedTest|TestFactory)\\b");

    private final Path root;

    TestSources(Path root) {
        this.root = root;
    }

    /** Whether {@code package.Type#method} is a test that runs. */
    boolean contain(String name) {
        int hash = name.indexOf('#');
        Path source = hash < 0 ? null : source(name.substring(0, hash));
        return source != null && isTest(read(source), name.substring(hash + 1)) && runs(source);
    }

    private @Nullable Path source(String type) {
        Path file = Path.of("src", "test", "java").resolve(type.replace('.', '/') + ".java");
        return list(root).stream()
                .map(module -> module.resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
    }

    /** Whether a method of the outermost class is declared with a test's annotation. */
    private static boolean isTest(String source, String method) {
        Matcher declaration =
                Pattern.compile("(?m)^    (?:\\S+ )+" + Pattern.quote(method) + "\\(")
                        .matcher(source);
        if (!declaration.find()) {
            return false;
        }
        String before = source.substring(0, declaration.start());
        String annotations = before.substring(before.lastIndexOf("\n\n") + 1);
        return TEST.matcher(annotations).find() && !annotations.contains("@Disabled");
    }

    /** Whether Surefire runs the class of this file, or one below it. */
    private static boolean runs(Path file) {
        String type = typeOf(file);
        String source = read(file);
        if (has(source, "^@Disabled\\b")) {
            return false;
        }
        boolean isConcrete = has(source, "^(public )?(final )?class " + type + "\\b");
        return isConcrete
                ? type.endsWith("Test")
                : list(file.resolveSibling(".")).stream()
                        .filter(each -> each.toString().endsWith(".java"))
                        .filter(each -> isBelow(read(each), type))
                        .anyMatch(TestSources::runs);
    }

    private static boolean isBelow(String source, String type) {
        return has(
                source,
                "^[^\\n*]*\\bclass \\w+[^{]*\\b(extends|implements)\\b[^{]*\\b"
                        + type
                        + "\\b[^{]*\\{");
    }

    private static String typeOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".java".length());
    }

    private static boolean has(String source, String pattern) {
        return Pattern.compile("(?m)" + pattern).matcher(source).find();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
