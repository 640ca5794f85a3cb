package dev.belay.testing.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.belay.cli.CompileCommand;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The contracts here are what the command makes of the descriptions that .NET publishes for its own
 * shop.
 */
class GeneratedCodeTest {
    private static final Path ROOT = Path.of(System.getProperty("belay.root"));
    private static final Path WSDL = ROOT.resolve("compiler/src/test/resources/wsdl");
    private static final Path SOURCES = ROOT.resolve("testing/src/test/java");
    private static final String PACKAGE = "dev.belay.testing.shop.";

    /** If this fails: {@code ./belay compile -o testing/src/test/java -p PACKAGE FILE}. */
    @ParameterizedTest
    @CsvSource({"shop-nettcp, contract", "shop-nettcp-session, session"})
    void generatedSourcesAreThoseOfTheDescription(
            String folder, String packageName, @TempDir Path made) throws IOException {
        compile(folder, packageName, made);
        Path inUse = SOURCES.resolve(PACKAGE.replace('.', '/') + packageName);
        Path anew = made.resolve(PACKAGE.replace('.', '/') + packageName);
        assertEquals(names(inUse), names(anew));
        for (String name : names(anew)) {
            assertEquals(read(inUse, name), read(anew, name), name);
        }
    }

    /** The contract over HTTP differs in the binding of its client only. */
    @Test
    void theContractIsTheSameOverEveryBinding(@TempDir Path made) throws IOException {
        compile("shop-basichttp", "contract", made);
        Path inUse = SOURCES.resolve(PACKAGE.replace('.', '/') + "contract");
        Path anew = made.resolve(PACKAGE.replace('.', '/') + "contract");
        assertEquals(names(inUse), names(anew));
        List<String> different =
                names(anew).stream()
                        .filter(name -> !read(inUse, name).equals(read(anew, name)))
                        .toList();
        assertEquals(List.of("ShopClient.java"), different);
    }

    private static void compile(String folder, String packageName, Path into) {
        var said = new ByteArrayOutputStream();
        var print = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code =
                new CompileCommand(print, print)
                        .run(
                                List.of(
                                        "-o",
                                        into.toString(),
                                        "-p",
                                        PACKAGE + packageName,
                                        WSDL.resolve(folder + "/shop.wsdl").toString()));
        assertEquals(CompileCommand.DONE, code, said.toString(StandardCharsets.UTF_8));
    }

    private static String read(Path folder, String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
