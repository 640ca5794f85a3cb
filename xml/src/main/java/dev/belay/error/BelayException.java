package dev.belay.error;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A failure of the world: network, peer, format, quota, cancellation. Its {@link #code()} says
 * which; {@link #trail()} says where, innermost line first, as each layer that the failure passes
 * adds a line of its own. Misuse of an object is reported as {@link IllegalStateException} or
 * {@link IllegalArgumentException} instead.
 *
 * <p>An exception belongs to the thread that throws it and is never handed to two threads.
 */
public class BelayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    private final ErrorCode code;

    /** Lines of context, innermost first. */
    private final ArrayList<String> trail = new ArrayList<>(4);

    /**
     * A failure with a code and a message in lower case that says what was found and what was
     * expected.
     */
    public BelayException(ErrorCode code, String message) {
        this(code, message, null);
    }

    /** A failure with a code, a message and the failure that led to it. */
    public BelayException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** What went wrong. */
    public final ErrorCode code() {
        return code;
    }

    /** The lines of context, innermost first; a copy. */
    public final List<String> trail() {
        return List.copyOf(trail);
    }

    /** Adds a line of context and returns this exception. */
    public final BelayException with(String contextLine) {
        trail.add(Objects.requireNonNull(contextLine, "contextLine"));
        return this;
    }

    /** The message and the lines of context. */
    @Override
    public String getMessage() {
        String message = Objects.requireNonNullElse(super.getMessage(), "");
        return trail.isEmpty() ? message : message + "; " + String.join("; ", trail);
    }
}
