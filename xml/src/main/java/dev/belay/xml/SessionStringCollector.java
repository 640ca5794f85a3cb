package dev.belay.xml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/**
 * Answers a writer which strings a session has announced already, and notes those that it would
 * have liked to use. If some are missing, the session layer extends its snapshot under its lock and
 * encodes again, or lets them stay inline. For one document and one thread.
 */
public final class SessionStringCollector {
    /** Longer strings are not worth a place in the table. */
    private static final int MAX_OCTETS = 255;

    private final SessionStrings announced;
    private final LinkedHashSet<XmlString> missed = new LinkedHashSet<>();

    /** A collector that knows the strings of this snapshot. */
    public SessionStringCollector(SessionStrings announced) {
        this.announced = Objects.requireNonNull(announced, "announced");
    }

    /** The snapshot in use. */
    public SessionStrings announced() {
        return announced;
    }

    /**
     * The odd wire id of a string, or -1 if it must be written inline; then it is noted, unless it
     * is long or empty.
     */
    int idOf(XmlString string) {
        int id = announced.idOf(string);
        if (id < 0 && !string.isEmpty() && string.octets() <= MAX_OCTETS) {
            missed.add(string);
        }
        return id;
    }

    /**
     * The strings that were written inline for want of an id, in the order of their first use; a
     * copy.
     */
    public List<XmlString> missed() {
        return new ArrayList<>(missed);
    }
}
