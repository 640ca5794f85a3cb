import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks or rewrites the layout of all Java sources: {@code Format check|write ROOT CACHE}. The
 * cache lists hashes of texts known to be well formatted, so that only changed files cost time.
 */
final class Format {
    private static final Set<String> SKIPPED = Set.of("target", ".git", "resources", "protobuf");
    private static final Formatter FORMATTER =
            new Formatter(
                    JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build());

    private final boolean write;
    private final Path root;
    private final Set<String> known;

    private Format(boolean write, Path root, Set<String> known) {
        this.write = write;
        this.root = root;
        this.known = known;
    }

    /** What became of one file: the hash of its well-formatted text, or a complaint. */
    private record Outcome(Path file, String hash, String complaint) {}

    public static void main(String[] args) throws IOException {
        Path cache = Path.of(args[2]);
        Set<String> known =
                Files.exists(cache) ? new HashSet<>(Files.readAllLines(cache)) : Set.of();
        Format format = new Format(args[0].equals("write"), Path.of(args[1]), known);
        List<Outcome> outcomes = format.sources().parallelStream().map(format::treat).toList();
        Files.createDirectories(cache.getParent());
        Files.write(cache, new TreeSet<>(outcomes.stream().map(Outcome::hash).toList()));
        List<Outcome> complaints = outcomes.stream().filter(o -> !o.complaint.isEmpty()).toList();
        complaints.forEach(
                o -> System.err.println(format.root.relativize(o.file) + ": " + o.complaint));
        if (!complaints.isEmpty()) {
            System.err.println("Rewrite the files with: mvn -q -pl format verify -Dformat");
            System.exit(1);
        }
    }

    private List<Path> sources() throws IOException {
        List<Path> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(Path folder, List<Path> found) throws IOException {
        List<Path> entries;
        try (Stream<Path> stream = Files.list(folder)) {
            entries = stream.sorted().toList();
        }
        for (Path entry : entries) {
            if (Files.isDirectory(entry)) {
                if (!SKIPPED.contains(entry.getFileName().toString())) {
                    collect(entry, found);
                }
            } else if (entry.toString().endsWith(".java")) {
                found.add(entry);
            }
        }
    }

    private Outcome treat(Path file) {
        try {
            String text = Files.readString(file);
            String hash = hash(text);
            if (known.contains(hash)) {
                return new Outcome(file, hash, "");
            }
            String formatted = FORMATTER.formatSourceAndFixImports(text);
            if (formatted.equals(text)) {
                return new Outcome(file, hash, "");
            }
            if (!write) {
                return new Outcome(
                        file, "", "not formatted, line " + firstDifference(text, formatted));
            }
            Files.writeString(file, formatted);
            System.out.println("formatted " + root.relativize(file));
            return new Outcome(file, hash(formatted), "");
        } catch (FormatterException e) {
            return new Outcome(file, "", e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static int firstDifference(String text, String formatted) {
        List<String> before = text.lines().toList();
        List<String> after = formatted.lines().toList();
        int line = 0;
        while (line < before.size()
                && line < after.size()
                && before.get(line).equals(after.get(line))) {
            line++;
        }
        return line + 1;
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
