package dev.belay.testing.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.belay.cancel.Clock;
import dev.belay.cancel.Environment;
import dev.belay.channel.Binding;
import dev.belay.channel.Listener;
import dev.belay.channel.ListenerOptions;
import dev.belay.testing.transport.OpenSockets;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Objects;

/**
 * The address of a closed or aborted listener is free for the next at once, though the system keeps
 * it until the thread that accepts has left.
 */
@Timeout(60)
final class SameAddressTest {
    @RegisterExtension static final OpenSockets SOCKETS = new OpenSockets();

    private final Environment environment = Environment.of(Clock.system());

    private static Binding binding(String scheme) {
        return scheme.equals("http") ? Binding.httpApart() : Binding.netTcpApart();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "net.tcp"})
    void closeResetAndOpen(String scheme) {
        Listener listener = Listener.create(binding(scheme), ListenerOptions.DEFAULT, environment);
        listener.open(scheme + "://127.0.0.1:0/again");
        String url = Objects.requireNonNull(listener.url());
        for (int i = 0; i < 200; i++) {
            listener.close();
            listener.reset();
            assertEquals(url, listener.open(url).url());
        }
        listener.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "net.tcp"})
    void anotherListenerAfterAnAbort(String scheme) {
        Binding binding = binding(scheme);
        Listener listener = Listener.create(binding, ListenerOptions.DEFAULT, environment);
        listener.open(scheme + "://127.0.0.1:0/again");
        String url = Objects.requireNonNull(listener.url());
        for (int i = 0; i < 200; i++) {
            listener.abort();
            listener.close();
            listener = Listener.create(binding, ListenerOptions.DEFAULT, environment);
            assertEquals(url, listener.open(url).url());
        }
        listener.close();
    }
}
