package dev.belay.cli.demo;

import dev.belay.cli.Screen;
import dev.belay.cli.Screen.Style;
import dev.belay.compiler.Compilation;
import dev.belay.compiler.CompilerOptions;
import dev.belay.compiler.ContractCompiler;
import dev.belay.compiler.SourceFile;
import dev.belay.metadata.Metadata;
import dev.belay.metadata.MetadataReader;
import dev.belay.metadata.document.MetadataLimits;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Compiles the demo's WSDL, and shows that the result is the very code that the demo runs. */
final class CompileChapter {
    private static final String WSDL = "calculator.wsdl";
    private static final String PACKAGE = "dev.belay.cli.demo.calculator";

    private final Screen screen;

    CompileChapter(Screen screen) {
        this.screen = screen;
    }

    /** The code made from the demo's WSDL. */
    static Compilation compile() {
        MetadataReader reader =
                new MetadataReader(
                        (location, limit) -> resource("/dev/belay/cli/demo/" + WSDL),
                        MetadataLimits.DEFAULT);
        Metadata metadata = reader.read(URI.create("demo:/" + WSDL));
        return new ContractCompiler(CompilerOptions.DEFAULT.withPackageName(PACKAGE))
                .compile(metadata);
    }

    /** Whether the WSDL was compiled and gave what this program was built from. */
    boolean play() {
        screen.gap();
        long start = System.nanoTime();
        Compilation compilation = compile();
        double millis = (System.nanoTime() - start) / 1e6;
        compilation.diagnostics().forEach(d -> screen.line("  " + d));
        long lines = compilation.files().stream().mapToLong(f -> f.content().lines().count()).sum();
        screen.line(
                String.format(
                        Locale.ROOT,
                        "  %s  →  %d files, %d lines of Java in %.0f ms",
                        WSDL,
                        compilation.files().size(),
                        lines,
                        millis));
        boolean same = !compilation.failed();
        for (SourceFile file : compilation.files()) {
            boolean equal = isInUse(file);
            String name = file.path().substring(file.path().lastIndexOf('/') + 1);
            String line = "    " + (equal ? "✓ " : "✗ ") + name;
            screen.line(screen.in(equal ? Style.FAINT : Style.BAD, line));
            same &= equal;
        }
        screen.line(
                same
                        ? screen.in(Style.GOOD, "  ✓ it is, to the byte, the code that runs below")
                        : screen.in(Style.BAD, "  ✗ it is not the code that runs below"));
        return same;
    }

    private static boolean isInUse(SourceFile file) {
        String source = new String(resource("/" + file.path()), StandardCharsets.UTF_8);
        return source.equals(file.content());
    }

    private static byte[] resource(String path) {
        try (InputStream in = CompileChapter.class.getResourceAsStream(path)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
