package dev.belay.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All descriptions at hand: each is compiled, or refused for a reason that we know. Prints what
 * became of each. With {@code -Dbelay.survey.javac} the Java compiler looks at all the output, too,
 * which takes minutes.
 */
class SurveyTest {
    /** SOAP encoding; wcf-projectn: document bodies of several parts. */
    private static final Set<String> REFUSED =
            Set.of("axis-comprehensive-types", "mantisconnect", "wcf-projectn");

    private static final int ENTRIES = 59;

    @Test
    void describesWhatCanBeCompiled() throws IOException {
        Path vectors = InMemory.shared("vectors");
        List<Path> entries = entries(vectors);
        assertEquals(ENTRIES, entries.size());
        Set<String> refused = new TreeSet<>();
        List<String> problems = new ArrayList<>();
        for (Path entry : entries) {
            String folder = vectors.relativize(entry).getName(1).toString();
            Compilation compilation =
                    InMemory.compile(entry, catalog(vectors), CompilerOptions.DEFAULT);
            if (compilation.failed()) {
                refused.add(folder);
                if (!REFUSED.contains(folder)) {
                    compilation.diagnostics().forEach(System.out::println);
                }
            } else if (System.getProperty("belay.survey.javac") != null) {
                problems.addAll(InMemory.javac(compilation.files()).problems());
            }
            System.out.printf(
                    "%s: %s, %d files, %d problems%n",
                    folder,
                    compilation.failed() ? "refused" : "compiled",
                    compilation.files().size(),
                    compilation.diagnostics().size());
        }
        assertEquals(REFUSED, refused);
        assertEquals(List.of(), problems);
    }

    private static List<Path> entries(Path vectors) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (Stream<Path> files = Files.walk(vectors.resolve("wsdl"))) {
            for (Path source : files.filter(f -> f.endsWith("SOURCE.txt")).sorted().toList()) {
                for (String line : Files.readAllLines(source)) {
                    if (line.startsWith("entry: ")) {
                        entries.add(source.resolveSibling(line.substring(7).strip()));
                    }
                }
            }
        }
        try (Stream<Path> files = Files.walk(vectors.resolve("wsdl-dotnet"))) {
            entries.addAll(files.filter(f -> f.endsWith("shop.wsdl")).sorted().toList());
        }
        return entries;
    }

    /** Standard schemas by their addresses, and by those that they call each other by. */
    private static Map<String, Path> catalog(Path vectors) throws IOException {
        Path common = vectors.resolve("wsdl/_common");
        Map<String, Path> catalog = new HashMap<>();
        for (String line : Files.readAllLines(common.resolve("CATALOG.txt"))) {
            int arrow = line.indexOf(" -> ");
            if (arrow > 0) {
                Path copy = common.resolve(line.substring(arrow + 4));
                catalog.put(line.substring(0, arrow), copy);
                for (String folder : List.of("wsn/", "wsrf/")) {
                    catalog.putIfAbsent(
                            "http://docs.oasis-open.org/" + folder + copy.getFileName(), copy);
                }
            }
        }
        catalog.putAll(imports(vectors.resolve("wsdl/wcf-projectn")));
        return catalog;
    }

    /** The copies in a folder whose catalog goes by namespaces, by the addresses of the imports. */
    private static Map<String, Path> imports(Path folder) throws IOException {
        Map<String, Path> byNamespace = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("CATALOG.txt"))) {
            int arrow = line.indexOf(" -> ");
            if (arrow > 0 && line.endsWith(".xsd")) {
                byNamespace.put(
                        line.substring(0, arrow), folder.resolve(line.substring(arrow + 4)));
            }
        }
        Pattern imported = Pattern.compile("schemaLocation=\"([^\"]+)\" namespace=\"([^\"]+)\"");
        Map<String, Path> byAddress = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher matcher = imported.matcher(Files.readString(file));
                while (matcher.find()) {
                    Path copy = byNamespace.get(matcher.group(2));
                    if (copy != null) {
                        byAddress.put(matcher.group(1), copy);
                    }
                }
            }
        }
        return byAddress;
    }
}
