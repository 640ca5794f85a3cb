package dev.belay.soap;

import java.util.Objects;

/**
 * A fault's text in one language.
 *
 * @param text what went wrong, for people
 * @param language the language tag, empty if it is not known
 */
public record FaultReason(String text, String language) {
    /** The language written where nothing else is said. */
    public static final String DEFAULT_LANGUAGE = "en";

    /** Neither may be null. */
    public FaultReason {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(language, "language");
    }

    /** A text in English. */
    public static FaultReason of(String text) {
        return new FaultReason(text, DEFAULT_LANGUAGE);
    }
}
