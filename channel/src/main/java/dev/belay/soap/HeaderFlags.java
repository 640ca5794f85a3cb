package dev.belay.soap;

import org.jspecify.annotations.Nullable;

/**
 * For whom a header is, and what happens if it is not understood.
 *
 * @param mustUnderstand whether a receiver that does not understand it must answer with a fault
 * @param role the role (SOAP 1.1: actor) that it is for, or null for the ultimate receiver
 * @param relay whether an intermediary that does not understand it passes it on; SOAP 1.2 only
 */
public record HeaderFlags(boolean mustUnderstand, @Nullable String role, boolean relay) {
    /** For the ultimate receiver, who may ignore it. */
    public static final HeaderFlags NONE = new HeaderFlags(false, null, false);

    /** For the ultimate receiver, who must understand it. */
    public static final HeaderFlags MUST_UNDERSTAND = new HeaderFlags(true, null, false);
}
