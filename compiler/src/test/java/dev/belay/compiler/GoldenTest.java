package dev.belay.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The whole output for a small description, as a person would review it. After a change that is
 * meant, run with {@code -Dbelay.golden.update}.
 */
class GoldenTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("belay.root"), "compiler/src/test/resources/golden/tickets");

    @Test
    void outputIsWhatWasReviewed() throws IOException {
        Compilation compilation = InMemory.compile(InMemory.resource("golden/tickets.wsdl"));
        Map<String, String> made = new TreeMap<>();
        for (SourceFile file : compilation.files()) {
            made.put(file.path().substring(file.path().lastIndexOf('/') + 1), file.content());
        }
        if (System.getProperty("belay.golden.update") != null) {
            update(made);
        }
        assertEquals(expected(), made);
    }

    @Test
    void outputCompilesWithoutAWarning() {
        Compilation compilation = InMemory.compile(InMemory.resource("golden/tickets.wsdl"));
        assertEquals(List.of(), InMemory.javac(compilation.files()).problems());
    }

    private static void update(Map<String, String> made) throws IOException {
        Files.createDirectories(FOLDER);
        for (String old : expected().keySet()) {
            Files.delete(FOLDER.resolve(old + ".txt"));
        }
        for (Map.Entry<String, String> file : made.entrySet()) {
            Files.writeString(FOLDER.resolve(file.getKey() + ".txt"), file.getValue());
        }
    }

    private static Map<String, String> expected() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                expected.put(
                        name.substring(0, name.length() - ".txt".length()), Files.readString(file));
            }
        }
        return expected;
    }
}
