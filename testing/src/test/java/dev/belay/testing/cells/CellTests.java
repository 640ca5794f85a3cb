package dev.belay.testing.cells;

import org.junit.jupiter.api.Disabled;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the tests of this module that are bound to cells. */
final class CellTests {
    private CellTests() {}

    /** For each cell id, the transports over which a test proves it. */
    static Map<String, Set<String>> found() {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Class<?> type : testClasses()) {
            OverTransport over = type.getAnnotation(OverTransport.class);
            for (Method method : methods(type)) {
                Cell cell = method.getAnnotation(Cell.class);
                if (cell != null && !method.isAnnotationPresent(Disabled.class)) {
                    if (over == null) {
                        throw new AssertionError(type + " binds cells but has no @OverTransport");
                    }
                    for (String id : cell.value()) {
                        found.computeIfAbsent(id, _ -> new TreeSet<>())
                                .addAll(List.of(over.value()));
                    }
                }
            }
        }
        return found;
    }

    private static List<Method> methods(Class<?> type) {
        List<Method> methods = new ArrayList<>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            methods.addAll(List.of(c.getDeclaredMethods()));
            for (Class<?> mixedIn : c.getInterfaces()) {
                methods.addAll(List.of(mixedIn.getDeclaredMethods()));
            }
        }
        return methods;
    }

    /** Concrete classes whose names end in Test, as Surefire runs them. */
    private static List<Class<?>> testClasses() {
        List<Class<?>> classes = new ArrayList<>();
        Path root = root();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith("Test.class")).toList()) {
                Class<?> type = load(root.relativize(file));
                if (!Modifier.isAbstract(type.getModifiers())
                        && !type.isAnnotationPresent(Disabled.class)) {
                    classes.add(type);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return classes;
    }

    private static Class<?> load(Path relative) {
        String path = relative.toString();
        String name =
                path.substring(0, path.length() - ".class".length())
                        .replace(relative.getFileSystem().getSeparator(), ".");
        try {
            return Class.forName(name, false, CellTests.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Path root() {
        try {
            Path here = Path.of(CellTests.class.getResource("CellTests.class").toURI());
            return here.getParent().getParent().getParent().getParent().getParent();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
