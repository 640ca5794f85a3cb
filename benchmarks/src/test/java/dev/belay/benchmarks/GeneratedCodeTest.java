package dev.belay.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.belay.compiler.Compilation;
import dev.belay.compiler.CompilerOptions;
import dev.belay.compiler.ContractCompiler;
import dev.belay.compiler.SourceFile;
import dev.belay.metadata.MetadataReader;
import dev.belay.metadata.document.FileSource;
import dev.belay.metadata.document.MetadataLimits;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class GeneratedCodeTest {
    private static final Path MAIN =
            Path.of(System.getProperty("belay.root"), "benchmarks/src/main");

    /** If this fails: {@code ./belay compile -o benchmarks/src/main/java FILE}. */
    @Test
    void generatedSourcesAreThoseOfTheDescription() throws IOException {
        Compilation compilation =
                new ContractCompiler(CompilerOptions.DEFAULT)
                        .compile(
                                new MetadataReader(FileSource.create(), MetadataLimits.DEFAULT)
                                        .read(MAIN.resolve("wsdl/trade.wsdl")));
        assertEquals(List.of(), compilation.diagnostics());
        for (SourceFile file : compilation.files()) {
            String inUse = Files.readString(MAIN.resolve("java").resolve(file.path()));
            assertEquals(inUse, file.content(), file.path());
        }
    }
}
