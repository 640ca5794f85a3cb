package dev.belay.testing.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.testing.architecture.bad.ParksInAllWays;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Methods and files stay short enough to be read at once. */
class SizesTest {
    private static final int METHOD = 60;
    private static final int FILE = 600;

    @Test
    void noMethodIsTooLong() {
        List<String> found = new ArrayList<>();
        int classes = 0;
        for (String module : MainCode.modules().keySet()) {
            for (byte[] classFile : MainCode.classFiles(module)) {
                classes++;
                found.addAll(Sizes.methodsLongerThan(METHOD, classFile));
            }
        }
        assertTrue(classes > 500, "only " + classes + " classes");
        assertEquals(List.of(), found);
    }

    @Test
    void longMethodIsFound() throws IOException {
        try (InputStream in = ParksInAllWays.class.getResourceAsStream("ParksInAllWays.class")) {
            byte[] classFile = in.readAllBytes();
            assertEquals(List.of(), Sizes.methodsLongerThan(METHOD, classFile));
            assertTrue(
                    Sizes.methodsLongerThan(10, classFile)
                            .getFirst()
                            .startsWith(ParksInAllWays.class.getName() + "."));
        }
    }

    @Test
    void noFileIsTooLong() throws IOException {
        List<String> found = new ArrayList<>();
        int files = 0;
        for (Path file : sources()) {
            files++;
            try (Stream<String> lines = Files.lines(file)) {
                long count = lines.count();
                if (count > FILE) {
                    found.add(file + " has " + count + " lines");
                }
            }
        }
        assertTrue(files > 500, "only " + files + " files");
        assertEquals(List.of(), found);
    }

    /** What people write: the output of foreign generators has folders of its own. */
    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Path.of(System.getProperty("belay.root")))) {
            for (Path module : modules.toList()) {
                addSources(module.resolve("src/main/java"), sources);
                addSources(module.resolve("src/test/java"), sources);
            }
        }
        return sources;
    }

    private static void addSources(Path folder, List<Path> to) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(f -> f.toString().endsWith(".java")).forEach(to::add);
            }
        }
    }
}
