package dev.belay.channel;

import dev.belay.cancel.Failure;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import java.io.IOException;

/** Gives what a driver throws its code. */
final class Failures {
    private Failures() {}

    /** Keeps a code that is there; I/O means that the peer is gone; anything else is unexpected. */
    static Failure of(Throwable thrown, String doing) {
        if (thrown instanceof BelayException known) {
            return new Failure(known.code(), known.getMessage(), known);
        }
        ErrorCode code =
                thrown instanceof IOException ? ErrorCode.ENDPOINT_DISCONNECTED : ErrorCode.OTHER;
        return Failure.of(thrown, code, doing + " failed");
    }
}
