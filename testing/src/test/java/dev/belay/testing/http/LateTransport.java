package dev.belay.testing.http;

import dev.belay.cancel.Environment;
import dev.belay.cancel.Pending;
import dev.belay.channel.transport.Acceptor;
import dev.belay.channel.transport.Connecting;
import dev.belay.channel.transport.Connection;
import dev.belay.channel.transport.Transport;
import dev.belay.channel.transport.TransportOptions;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/**
 * TCP whose connects are held back, and succeed late whatever became of the one who wanted them.
 */
final class LateTransport implements Transport {
    private final CountDownLatch dialled;
    private final CountDownLatch held;

    LateTransport(CountDownLatch dialled, CountDownLatch held) {
        this.dialled = dialled;
        this.held = held;
    }

    @Override
    public Connection connect(
            String host, int port, TransportOptions options, Connecting connecting) {
        Environment environment = connecting.environment();
        dialled.countDown();
        try {
            held.await();
        } catch (InterruptedException e) {
            throw new AssertionError("an internal thread was interrupted", e);
        }
        Pending<Connection> unrelated = Pending.of(environment.clock(), "connect");
        Connection connection =
                Transport.tcp()
                        .connect(
                                host,
                                port,
                                options,
                                new Connecting(unrelated, null, null, environment));
        connecting.operation().onFailure(connection::abort);
        return connection;
    }

    @Override
    public Acceptor listen(
            String host,
            int port,
            TransportOptions options,
            Pending<?> opening,
            Environment environment)
            throws IOException {
        return Transport.tcp().listen(host, port, options, opening, environment);
    }
}
