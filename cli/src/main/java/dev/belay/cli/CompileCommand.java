package dev.belay.cli;

import dev.belay.compiler.Compilation;
import dev.belay.compiler.ContractCompiler;
import dev.belay.compiler.SourceFile;
import dev.belay.metadata.MetadataReader;
import dev.belay.metadata.document.Diagnostic;
import dev.belay.metadata.document.FileSource;
import dev.belay.metadata.document.MetadataLimits;
import dev.belay.metadata.document.Severity;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * {@code belay compile}: reads WSDL files and writes Java sources. For one thread; blocks while it
 * reads and writes files. It never ends the process.
 */
public final class CompileCommand {
    /** All went well; there may be warnings. */
    public static final int DONE = 0;

    /** A description has errors, or a file could not be written. */
    public static final int FAILED = 1;

    /** The command line is wrong. */
    public static final int USAGE = 2;

    private static final String HELP =
            """
            usage: belay compile [OPTION...] FILE.wsdl...

            Reads WSDL 1.1 files with all that they import, and writes Java sources: an interface for
            each contract, records for its data, and what a client and a service need.

              -o, --output FOLDER    root of the sources; default: the current folder
              -p, --package NAME     package of all types; default: made of the contract's namespace
                  --date-time KIND   what xs:dateTime becomes: xml (nothing is lost; the default),
                                     offset (OffsetDateTime), instant (Instant), local (LocalDateTime)
                  --catalog FILE     local copies of documents on the network, one per line:
                                     ADDRESS -> COPY, where COPY is relative to the catalog
              -h, --help             this text

            Problems go to standard error as file:line:column: severity: construct: message.
            Exit code: 0 done, 1 a description has errors, 2 the command line is wrong.
            """;

    private final PrintStream out;
    private final PrintStream err;

    /** Results go to {@code out}, problems to {@code err}. */
    public CompileCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs the command with the arguments behind {@code compile}; returns the exit code. */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        return new CompileCommand(out, err).run(List.of(arguments));
    }

    /** Runs the command with the arguments behind {@code compile}; returns the exit code. */
    public int run(List<String> arguments) {
        if (arguments.contains("-h") || arguments.contains("--help")) {
            out.print(HELP);
            return DONE;
        }
        try {
            return compile(CompileArguments.parse(arguments));
        } catch (CompileArguments.UsageException e) {
            err.println("belay compile: " + e.getMessage());
            err.println("belay compile --help shows what there is");
            return USAGE;
        }
    }

    private int compile(CompileArguments arguments) {
        int code = DONE;
        for (Path description : arguments.descriptions()) {
            code = Math.max(code, compile(description, arguments));
        }
        return code;
    }

    private int compile(Path description, CompileArguments arguments) {
        MetadataReader reader =
                new MetadataReader(
                        FileSource.withCatalog(arguments.catalog()), MetadataLimits.DEFAULT);
        Compilation compilation =
                new ContractCompiler(arguments.options()).compile(reader.read(description));
        List<Diagnostic> problems = compilation.diagnostics();
        problems.forEach(err::println);
        if (compilation.failed()) {
            long errors = problems.stream().filter(d -> d.severity() == Severity.ERROR).count();
            err.println(count(errors, "error") + ", nothing written for " + description);
            return FAILED;
        }
        try {
            long changed = write(compilation.files(), arguments.output());
            out.println(summary(description, compilation, changed, arguments.output()));
            return DONE;
        } catch (IOException e) {
            err.println("belay compile: cannot write: " + e);
            return FAILED;
        }
    }

    /** Writes the files whose content is new, so that builds see no change where there is none. */
    private static long write(List<SourceFile> files, Path root) throws IOException {
        long changed = 0;
        for (SourceFile file : files) {
            Path target = root.resolve(file.path());
            byte[] content = file.content().getBytes(StandardCharsets.UTF_8);
            if (!Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), content)) {
                Path folder = target.getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                Files.write(target, content);
                changed++;
            }
        }
        return changed;
    }

    private static String summary(
            Path description, Compilation compilation, long changed, Path output) {
        List<SourceFile> files = compilation.files();
        String path = files.getFirst().path();
        String packageName = path.substring(0, path.lastIndexOf('/')).replace('/', '.');
        long warnings = compilation.diagnostics().size();
        return description
                + ": "
                + count(files.size(), "file")
                + " of package "
                + packageName
                + (output.toString().isEmpty() ? "" : " in " + output)
                + ", "
                + changed
                + " changed"
                + (warnings == 0 ? "" : ", " + count(warnings, "warning"));
    }

    private static String count(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
