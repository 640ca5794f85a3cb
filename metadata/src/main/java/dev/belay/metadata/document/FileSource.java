package dev.belay.metadata.document;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Documents on the local disk, and those of other addresses for which a catalog names a local copy.
 * Immutable.
 */
public final class FileSource implements DocumentSource {
    private final Map<String, Path> catalog;

    private FileSource(Map<String, Path> catalog) {
        this.catalog = Map.copyOf(catalog);
    }

    public static FileSource create() {
        return new FileSource(Map.of());
    }

    /** Reads the addresses that are keys from the files that are values. */
    public static FileSource withCatalog(Map<String, Path> catalog) {
        return new FileSource(catalog);
    }

    @Override
    public byte[] read(URI location, int limit) throws IOException {
        Path copy = catalog.get(location.toString());
        if (copy != null) {
            return readFile(copy, limit);
        }
        if (!"file".equals(location.getScheme())) {
            throw new IOException(
                    "is not a local file; save a copy and name it in a catalog: " + location);
        }
        return readFile(Path.of(location), limit);
    }

    private static byte[] readFile(Path file, int limit) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("is a directory: " + file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(limit);
            if (content.length == limit && in.read() >= 0) {
                throw new IOException("is larger than " + limit + " octets: " + file);
            }
            return content;
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file " + file, e);
        }
    }
}
