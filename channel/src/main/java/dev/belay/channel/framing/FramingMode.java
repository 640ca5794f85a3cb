package dev.belay.channel.framing;

import org.jspecify.annotations.Nullable;

/** What a connection carries ([MC-NMF] 2.2.3.2). */
enum FramingMode {
    /** One streamed message each way. */
    SINGLETON_UNSIZED(1),
    /**
     * Messages both ways until each side has sent its end record. The only mode that Belay serves.
     */
    DUPLEX(2),
    /** Messages from the initiator only; nothing comes back. */
    SIMPLEX(3),
    /** One message that ends with its carrier. */
    SINGLETON_SIZED(4);

    private static final FramingMode[] MODES = values();

    private final int code;

    FramingMode(int code) {
        this.code = code;
    }

    static @Nullable FramingMode of(int code) {
        return code >= 1 && code <= MODES.length ? MODES[code - 1] : null;
    }

    byte code() {
        return (byte) code;
    }
}
