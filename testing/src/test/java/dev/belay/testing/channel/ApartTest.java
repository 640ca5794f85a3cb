package dev.belay.testing.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.belay.cancel.Clock;
import dev.belay.cancel.Environment;
import dev.belay.channel.Binding;
import dev.belay.channel.Listener;
import dev.belay.channel.ListenerOptions;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.testing.transport.OpenSockets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.Objects;

/** Listeners share a port if they have its registry in common, and options go with bindings. */
@Timeout(60)
final class ApartTest {
    @RegisterExtension static final OpenSockets SOCKETS = new OpenSockets();

    private final Environment environment = Environment.of(Clock.system());

    private Listener listener(Binding binding) {
        return Listener.create(binding, ListenerOptions.DEFAULT, environment);
    }

    private static Binding apart(String scheme) {
        return scheme.equals("http") ? Binding.httpApart() : Binding.netTcpApart();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "net.tcp"})
    void onlyThoseOfOneRegistryShareAPort(String scheme) {
        Binding one = apart(scheme);
        try (Listener first = listener(one);
                Listener second = listener(one);
                Listener stranger = listener(apart(scheme))) {
            first.open(scheme + "://127.0.0.1:0/first");
            String origin =
                    scheme
                            + "://127.0.0.1:"
                            + URI.create(Objects.requireNonNull(first.url())).getPort();
            second.open(origin + "/second");
            BelayException inUse =
                    assertThrows(BelayException.class, () -> stranger.open(origin + "/third"));
            assertEquals(ErrorCode.ADDRESS_IN_USE, inUse.code());
            BelayException taken =
                    assertThrows(
                            BelayException.class, () -> listener(one).open(origin + "/second"));
            assertEquals(ErrorCode.ADDRESS_IN_USE, taken.code());
        }
    }

    @Test
    void aLimitOfConnectionsThatCannotBeKeptIsRefused() {
        ListenerOptions limited = ListenerOptions.builder().maxConnections(10).build();
        assertThrows(
                IllegalArgumentException.class,
                () -> Listener.create(Binding.netTcp(), limited, environment));
        Listener.create(Binding.http(), limited, environment).close();
    }
}
