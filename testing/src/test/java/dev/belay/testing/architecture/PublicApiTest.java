package dev.belay.testing.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The public API of each module is what its file in {@code api/} says, so that a review sees it
 * change.
 */
class PublicApiTest {
    private static final Path FOLDER = Path.of(System.getProperty("belay.root"), "api");

    @ParameterizedTest
    @MethodSource("modules")
    void apiIsWhatTheFileSays(String module) throws IOException {
        Path file = FOLDER.resolve(module.substring("dev.belay.".length()) + ".txt");
        List<String> api = api(module);
        if (System.getProperty("belay.api.update") != null) {
            Files.createDirectories(FOLDER);
            Files.write(file, api);
            return;
        }
        assumeTrue(
                Boolean.getBoolean("belay.api.check") && System.getProperty("quick") == null,
                "belay.api.check is off");
        List<String> expected = Files.exists(file) ? Files.readAllLines(file) : List.of();
        if (!expected.equals(api)) {
            fail(
                    "the public API of %s differs from api/%s:%n%s%nIf that is meant, run: %s"
                            .formatted(
                                    module,
                                    file.getFileName(),
                                    String.join(System.lineSeparator(), difference(expected, api)),
                                    "mvn verify -Dbelay.api.update"));
        }
    }

    static Set<String> modules() {
        return MainCode.modules().keySet();
    }

    private static List<String> api(String module) {
        List<String> lines = new ArrayList<>();
        MainCode.modules().get(module).reference().descriptor().exports().stream()
                .filter(exports -> !exports.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .sorted()
                .forEach(
                        exported -> {
                            lines.addAll(lines.isEmpty() ? List.of() : List.of(""));
                            lines.add("package " + exported);
                            lines.add("");
                            lines.addAll(PublicApi.of(types(module, exported)));
                        });
        return lines;
    }

    private static Stream<Class<?>> types(String module, String exported) {
        return MainCode.classes(module).stream()
                .filter(facts -> facts.packageName().equals(exported))
                .filter(facts -> !facts.name().endsWith(".package-info"))
                .map(facts -> load(facts.name()));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicApiTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name, e);
        }
    }

    /** Lines that only one side has, each below the type that it belongs to. */
    private static List<String> difference(List<String> before, List<String> after) {
        Set<String> old = new HashSet<>(withType(before));
        Set<String> now = new HashSet<>(withType(after));
        List<String> difference = new ArrayList<>();
        withType(before).stream()
                .filter(line -> !now.contains(line))
                .forEach(line -> difference.add("- " + line));
        withType(after).stream()
                .filter(line -> !old.contains(line))
                .forEach(line -> difference.add("+ " + line));
        return difference;
    }

    private static List<String> withType(List<String> lines) {
        List<String> named = new ArrayList<>();
        String type = "";
        for (String line : lines) {
            if (line.startsWith(" ")) {
                named.add(line.strip() + "  in " + type);
            } else if (!line.isEmpty()) {
                type = line;
                named.add(line);
            }
        }
        return named;
    }

    @Test
    void differenceNamesTheType() {
        assertEquals(
                List.of("- void a()  in class A", "+ void b()  in class A"),
                difference(
                        List.of("class A", "    void a()", "", "class B", "    void a()"),
                        List.of("class A", "    void b()", "", "class B", "    void a()")));
    }

    @Test
    void listingIsReadable() {
        String name = Sample.class.getName();
        assertEquals(
                List.of(
                        "public abstract class %s<T extends Comparable<T>> extends AbstractList<@Nullable T> implements Runnable"
                                .formatted(name),
                        "    protected @Nullable String text",
                        "    protected Sample(int)",
                        "    public <X extends Exception> T find(Function<? super T, ? extends"
                                + " @Nullable String>, String[]) throws X",
                        "    public abstract void run()",
                        "",
                        "public enum %s.Kind".formatted(name),
                        "    ONE",
                        "    public int size()",
                        "",
                        "public sealed interface %s.Shape".formatted(name),
                        "    @Nullable String name()",
                        "    default int edges()",
                        "    static Sample.Shape of()",
                        "",
                        "public record %s.Square(@Nullable String name, int @Nullable [] sides) implements Sample.Shape"
                                .formatted(name)),
                PublicApi.of(
                        Stream.of(
                                Sample.class,
                                Sample.Kind.class,
                                Sample.Hidden.class,
                                Sample.Shape.class,
                                Sample.Square.class)));
        assertTrue(PublicApi.of(Stream.of(Sample.Hidden.class)).isEmpty());
    }
}
