package dev.belay.testing.nettcp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.Clock;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Ledger;
import dev.belay.channel.Binding;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelOptions;
import dev.belay.channel.Listener;
import dev.belay.channel.ListenerOptions;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.EndpointAddress;
import dev.belay.soap.Message;
import dev.belay.testing.transport.OpenSockets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.net.URI;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * An environment of its own for each test, whose ledger must be empty when all that the test opened
 * is closed.
 */
@Timeout(60)
abstract class NetTcpBed {
    @RegisterExtension static final OpenSockets SOCKETS = new OpenSockets();

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final Environment environment = Environment.of(Clock.system());
    final Binding binding = binding();
    private final Deque<AutoCloseable> opened = new ConcurrentLinkedDeque<>();
    private final List<Throwable> unexpected = new CopyOnWriteArrayList<>();

    Binding binding() {
        return Binding.netTcp();
    }

    final <T extends AutoCloseable> T closing(T resource) {
        opened.push(resource);
        return resource;
    }

    final Listener listen(String path) {
        return listen("net.tcp://localhost:0" + path, options -> options);
    }

    final Listener listen(String url, UnaryOperator<ListenerOptions.Builder> with) {
        ListenerOptions options = with.apply(ListenerOptions.builder()).build();
        Listener listener = Listener.create(binding, options, environment);
        return closing(listener).open(url);
    }

    final Channel client(Listener listener) {
        return client(url(listener), options -> options);
    }

    final Channel client(String url, UnaryOperator<ChannelOptions.Builder> with) {
        ChannelOptions options = with.apply(ChannelOptions.builder()).build();
        Channel channel = Channel.create(binding, options, environment);
        return closing(channel).open(EndpointAddress.of(url));
    }

    final Channel accept(Listener listener) {
        return closing(listener.accept());
    }

    /** Answers every request of every session with its own text, until the listener ends. */
    final void serveEcho(Listener listener) {
        start(
                () -> {
                    while (true) {
                        Channel channel = listener.accept();
                        start(() -> echo(channel));
                    }
                });
    }

    final void echo(Channel channel) {
        try (channel) {
            Message request = channel.receive();
            while (request != null) {
                channel.reply(Echo.reply(request, Echo.text(request)), request);
                request = channel.receive();
            }
        }
    }

    /** Runs a part of the test beside it; what ends by a failure of the world ends quietly. */
    final Thread start(Runnable task) {
        return Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                task.run();
                            } catch (BelayException ended) {
                                // The test looks at the other end.
                            } catch (Throwable thrown) {
                                unexpected.add(thrown);
                            }
                        });
    }

    /**
     * Why a channel broke, whether the exception came from a wait or from a call that was too late.
     */
    static ErrorCode reason(Channel channel, BelayException thrown) {
        Failure first = channel.failure();
        return thrown.code() == ErrorCode.OBJECT_FAULTED && first != null
                ? first.code()
                : thrown.code();
    }

    static String url(Listener listener) {
        return Objects.requireNonNull(listener.url());
    }

    static int port(Listener listener) {
        return URI.create(url(listener)).getPort();
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        while (!opened.isEmpty()) {
            AutoCloseable last = opened.pop();
            if (last instanceof Channel channel) {
                channel.abort();
            }
            last.close();
        }
        for (Ledger.Kind kind : Ledger.Kind.values()) {
            if (kind != Ledger.Kind.HELPER) {
                boolean empty = environment.ledger().awaitAtMost(kind, 0, PATIENCE);
                assertTrue(empty, () -> "left over: " + environment.ledger());
            }
        }
        if (!unexpected.isEmpty()) {
            throw new AssertionError(unexpected.getFirst());
        }
    }
}
