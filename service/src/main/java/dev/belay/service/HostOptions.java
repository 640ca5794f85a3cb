package dev.belay.service;

import dev.belay.cancel.Environment;
import dev.belay.soap.FaultDisclosure;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;

/** The options of a {@link ServiceHost} beside its endpoints. Immutable. */
record HostOptions(
        @Nullable Environment environment,
        @Nullable Executor executor,
        @Nullable Duration openTimeout,
        Duration closeTimeout,
        Duration stuckTimeout,
        FaultDisclosure faultDisclosure,
        @Nullable Object userState) {

    static final HostOptions DEFAULT =
            new HostOptions(
                    null,
                    null,
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(1),
                    FaultDisclosure.MINIMAL,
                    null);

    HostOptions {
        Objects.requireNonNull(closeTimeout, "closeTimeout");
        Objects.requireNonNull(stuckTimeout, "stuckTimeout");
        if (closeTimeout.isNegative() || stuckTimeout.isNegative()) {
            throw new IllegalArgumentException("time-outs of a close must not be negative");
        }
        if (openTimeout != null && (openTimeout.isNegative() || openTimeout.isZero())) {
            throw new IllegalArgumentException(
                    "openTimeout must be positive but is " + openTimeout);
        }
    }

    HostOptions withEnvironment(Environment value) {
        return new HostOptions(
                value,
                executor,
                openTimeout,
                closeTimeout,
                stuckTimeout,
                faultDisclosure,
                userState);
    }

    HostOptions withExecutor(Executor value) {
        return new HostOptions(
                environment,
                value,
                openTimeout,
                closeTimeout,
                stuckTimeout,
                faultDisclosure,
                userState);
    }

    HostOptions withOpenTimeout(@Nullable Duration value) {
        return new HostOptions(
                environment,
                executor,
                value,
                closeTimeout,
                stuckTimeout,
                faultDisclosure,
                userState);
    }

    HostOptions withCloseTimeout(Duration value) {
        return new HostOptions(
                environment,
                executor,
                openTimeout,
                value,
                stuckTimeout,
                faultDisclosure,
                userState);
    }

    HostOptions withStuckTimeout(Duration value) {
        return new HostOptions(
                environment,
                executor,
                openTimeout,
                closeTimeout,
                value,
                faultDisclosure,
                userState);
    }

    HostOptions withFaultDisclosure(FaultDisclosure value) {
        return new HostOptions(
                environment, executor, openTimeout, closeTimeout, stuckTimeout, value, userState);
    }

    HostOptions withUserState(Object value) {
        return new HostOptions(
                environment,
                executor,
                openTimeout,
                closeTimeout,
                stuckTimeout,
                faultDisclosure,
                value);
    }
}
