package dev.belay.metadata.document;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches each document once and keeps to the limits. A document is only looked at where its
 * reference may lead: one that came from the network never reaches the local disk. For one thread
 * at a time; reading blocks.
 */
public final class DocumentLoader {
    private final DocumentSource source;
    private final MetadataLimits limits;
    private final Diagnostics diagnostics;
    private final Map<URI, Optional<Document>> loaded = new HashMap<>();
    private @Nullable URI entryFolder;
    private String entryPrefix = "";
    private long totalBytes;
    private boolean full;

    public DocumentLoader(DocumentSource source, MetadataLimits limits, Diagnostics diagnostics) {
        this.source = source;
        this.limits = limits;
        this.diagnostics = diagnostics;
    }

    /** Reads the document with which all begins; a problem is reported and gives null. */
    public @Nullable Document loadEntry(Path file) {
        String name = file.toString().replace('\\', '/');
        return loadEntry(file.toAbsolutePath().normalize().toUri(), name);
    }

    /** Reads the document with which all begins; a problem is reported and gives null. */
    public @Nullable Document loadEntry(URI location, String name) {
        entryFolder = location.resolve(".");
        entryPrefix = name.substring(0, name.lastIndexOf('/') + 1);
        return fetch(location, new Place(name, 0, 0), "");
    }

    /**
     * Reads the document that an element of another one refers to; a problem is reported at that
     * element and gives null.
     */
    public @Nullable Document load(Document from, String reference, Element at) {
        URI location = resolve(from, reference, at);
        return location == null ? null : fetch(location, at.place(), at.describe());
    }

    private @Nullable URI resolve(Document from, String reference, Element at) {
        URI location;
        try {
            location = withoutFragment(from.location().resolve(reference.replace(" ", "%20")));
        } catch (IllegalArgumentException e) {
            diagnostics.error(at, "the location is no address: " + reference);
            return null;
        }
        boolean local = "file".equals(location.getScheme());
        if (local && !"file".equals(from.location().getScheme())) {
            diagnostics.error(at, "a remote document must not refer to a local file: " + reference);
            return null;
        }
        if (!local
                && !"http".equals(location.getScheme())
                && !"https".equals(location.getScheme())) {
            diagnostics.error(at, "documents are read by file, http and https only: " + reference);
            return null;
        }
        if (local && location.getAuthority() != null) {
            diagnostics.error(at, "a file must be on this machine: " + reference);
            return null;
        }
        return location;
    }

    private static URI withoutFragment(URI location) {
        String text = location.normalize().toString();
        int hash = text.indexOf('#');
        return hash < 0 ? URI.create(text) : URI.create(text.substring(0, hash));
    }

    private @Nullable Document fetch(URI location, Place asker, String construct) {
        Optional<Document> known = loaded.get(location);
        if (known != null) {
            return known.orElse(null);
        }
        Document document = null;
        if (loaded.size() < limits.documents()) {
            document = read(location, asker, construct);
        } else if (!full) {
            full = true;
            diagnostics.error(
                    asker, construct, "more than " + limits.documents() + " documents are needed");
        }
        loaded.put(location, Optional.ofNullable(document));
        return document;
    }

    private @Nullable Document read(URI location, Place asker, String construct) {
        String name = nameOf(location);
        try {
            long left = limits.totalBytes() - totalBytes;
            byte[] content = source.read(location, (int) Math.min(limits.documentBytes(), left));
            totalBytes += content.length;
            byte[] utf8 = DocumentText.utf8(content);
            if (Prolog.blank(utf8)) {
                diagnostics.add(
                        new Diagnostic(
                                Severity.WARNING,
                                new Place(name, 0, 0),
                                "<!DOCTYPE>",
                                "the document type declaration is ignored"));
            }
            Element root = ElementReader.read(utf8, name, limits, diagnostics);
            return root == null ? null : new Document(location, name, root);
        } catch (IOException e) {
            String message = e.getMessage() == null ? e.toString() : e.getMessage();
            diagnostics.error(asker, construct, "cannot read the document: " + message);
            return null;
        }
    }

    private String nameOf(URI location) {
        if (entryFolder == null) {
            return location.toString();
        }
        boolean local = "file".equals(location.getScheme());
        if (!local || !"file".equals(entryFolder.getScheme())) {
            return location.toString();
        }
        Path relative = Path.of(entryFolder).relativize(Path.of(location));
        return Path.of(entryPrefix).resolve(relative).normalize().toString().replace('\\', '/');
    }
}
