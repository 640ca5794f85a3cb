package dev.belay.metadata;

import dev.belay.metadata.document.Document;
import dev.belay.metadata.document.Element;

import java.util.ArrayList;
import java.util.List;

/** Documents inside an answer of metadata exchange (WS-MetadataExchange 2004/09). */
final class Mex {
    private static final String NAMESPACE = "http://schemas.xmlsoap.org/ws/2004/09/mex";

    private Mex() {}

    /** The documents in the sections of the metadata; the document itself if it holds none. */
    static List<Document> documents(Document document) {
        List<Document> found = new ArrayList<>();
        collect(document, document.root(), 0, found);
        return found.isEmpty() ? List.of(document) : found;
    }

    private static void collect(Document document, Element at, int depth, List<Document> to) {
        if (at.is(NAMESPACE, "MetadataSection")) {
            for (Element child : at.children()) {
                to.add(new Document(document.location(), document.name(), child));
            }
        } else if (depth < 4) {
            at.children().forEach(child -> collect(document, child, depth + 1, to));
        }
    }
}
