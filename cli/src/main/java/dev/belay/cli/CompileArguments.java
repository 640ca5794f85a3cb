package dev.belay.cli;

import dev.belay.compiler.CompilerOptions;
import dev.belay.compiler.CompilerOptions.DateTimes;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was asked of {@code belay compile}. Immutable.
 *
 * @param descriptions the WSDL documents
 * @param output the root of the sources
 * @param options how the sources shall look
 * @param catalog local copies of documents by their addresses
 */
record CompileArguments(
        List<Path> descriptions, Path output, CompilerOptions options, Map<String, Path> catalog) {
    /** The command line is wrong; the message says how. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    CompileArguments {
        descriptions = List.copyOf(descriptions);
        catalog = Map.copyOf(catalog);
    }

    static CompileArguments parse(List<String> arguments) throws UsageException {
        Deque<String> rest = new ArrayDeque<>(arguments);
        List<Path> descriptions = new ArrayList<>();
        Map<String, Path> catalog = new HashMap<>();
        Path output = Path.of("");
        CompilerOptions options = CompilerOptions.DEFAULT;
        for (String next = rest.poll(); next != null; next = rest.poll()) {
            switch (next) {
                case "-o", "--output" -> output = path(value(next, rest));
                case "-p", "--package" -> options = withPackage(options, value(next, rest));
                case "--date-time" -> options = options.withDateTimes(dateTimes(value(next, rest)));
                case "--catalog" -> catalog.putAll(catalog(path(value(next, rest))));
                default -> descriptions.add(description(next));
            }
        }
        if (descriptions.isEmpty()) {
            throw new UsageException("which description? name a WSDL file");
        }
        return new CompileArguments(descriptions, output, options, catalog);
    }

    private static String value(String option, Deque<String> rest) throws UsageException {
        @Nullable String value = rest.poll();
        if (value == null) {
            throw new UsageException(option + " needs a value");
        }
        return value;
    }

    private static Path path(String text) throws UsageException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException("no path: " + text);
        }
    }

    private static Path description(String argument) throws UsageException {
        if (argument.startsWith("-")) {
            throw new UsageException("unknown option " + argument);
        }
        if (argument.startsWith("http:") || argument.startsWith("https:")) {
            throw new UsageException(
                    "descriptions are read from files: save " + argument + " and name the copy");
        }
        return path(argument);
    }

    private static CompilerOptions withPackage(CompilerOptions options, String name)
            throws UsageException {
        try {
            return options.withPackageName(name);
        } catch (IllegalArgumentException e) {
            throw new UsageException(name + " is no name of a package");
        }
    }

    private static DateTimes dateTimes(String word) throws UsageException {
        return switch (word) {
            case "xml" -> DateTimes.XML_DATE_TIME;
            case "offset" -> DateTimes.OFFSET_DATE_TIME;
            case "instant" -> DateTimes.INSTANT;
            case "local" -> DateTimes.LOCAL_DATE_TIME;
            default ->
                    throw new UsageException(
                            "--date-time is xml, offset, instant or local, not " + word);
        };
    }

    /** Lines {@code address -> file}; the file is relative to the catalog's folder. */
    private static Map<String, Path> catalog(Path file) throws UsageException {
        try {
            Map<String, Path> copies = new HashMap<>();
            for (String line : Files.readAllLines(file)) {
                int arrow = line.indexOf(" -> ");
                if (arrow > 0 && !line.startsWith("#")) {
                    Path copy = path(line.substring(arrow + 4).strip());
                    copies.put(line.substring(0, arrow).strip(), file.resolveSibling(copy));
                }
            }
            return copies;
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no catalog " + file);
        } catch (IOException e) {
            throw new UsageException("cannot read the catalog " + file + ": " + e.getMessage());
        }
    }
}
