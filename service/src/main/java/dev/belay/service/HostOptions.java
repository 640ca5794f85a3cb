package dev.belay.service;

import dev.belay.cancel.Environment;
import dev.belay.channel.transport.WireListener;
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
        @Nullable Object userState,
        @Nullable WireListener wireListener) {

    static final HostOptions DEFAULT =
            new HostOptions(
                    null,
                    null,
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(1),
                    FaultDisclosure.MINIMAL,
                    null,
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
                userState,
                wireListener);
    }

    HostOptions withExecutor(Executor value) {
        return new HostOptions(
                environment,
                value,
                openTimeout,
                closeTimeout,
                stuckTimeout,
                faultDisclosure,
                userState,
                wireListener);
    }

    HostOptions withOpenTimeout(@Nullable Duration value) {
        return new HostOptions(
                environment,
                executor,
                value,
                closeTimeout,
                stuckTimeout,
                faultDisclosure,
                userState,
                wireListener);
    }

    HostOptions withCloseTimeout(Duration value) {
        return new HostOptions(
                environment,
                executor,
                openTimeout,
                value,
                stuckTimeout,
                faultDisclosure,
                userState,
                wireListener);
    }

    HostOptions withStuckTimeout(Duration value) {
        return new HostOptions(
                environment,
                executor,
                openTimeout,
                closeTimeout,
                value,
                faultDisclosure,
                userState,
                wireListener);
    }

    HostOptions withFaultDisclosure(FaultDisclosure value) {
        return new HostOptions(
                environment,
                executor,
                openTimeout,
                closeTimeout,
                stuckTimeout,
                value,
                userState,
                wireListener);
    }

    HostOptions withUserState(Object value) {
        return new HostOptions(
                environment,
                executor,
                openTimeout,
                closeTimeout,
                stuckTimeout,
                faultDisclosure,
                value,
                wireListener);
    }

    HostOptions withWireListener(WireListener value) {
        return new HostOptions(
                environment,
                executor,
                openTimeout,
                closeTimeout,
                stuckTimeout,
                faultDisclosure,
                userState,
                value);
    }
}
