package dev.belay.service;

import dev.belay.cancel.Deadline;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/** Small things that both kinds of {@link Route} need. */
final class Routes {
    private Routes() {}

    /** What is left of a deadline, null for no limit. */
    static @Nullable Duration remaining(Deadline deadline) {
        return deadline.isNone() ? null : Duration.ofNanos(deadline.remainingNanos());
    }
}
