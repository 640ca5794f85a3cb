package dev.belay.testing.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.belay.cancel.Environment;
import dev.belay.cancel.Pending;
import dev.belay.channel.Channel;
import dev.belay.channel.Listener;
import dev.belay.channel.ListenerOptions;
import dev.belay.channel.ListenerState;
import dev.belay.channel.transport.Acceptor;
import dev.belay.channel.transport.Connecting;
import dev.belay.channel.transport.Connection;
import dev.belay.channel.transport.Transport;
import dev.belay.channel.transport.TransportOptions;
import dev.belay.error.ErrorCode;
import dev.belay.soap.EndpointAddress;
import dev.belay.testing.Faults;
import dev.belay.testing.cells.Cell;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** What happens to listeners whose transport fails to accept. */
interface AcceptingCells {
    /** The test that these cells are mixed into. */
    CellBed bed();

    @Test
    @Cell("LI-ACCEPT-ERROR")
    default void aConnectionThatCannotBeAcceptedLeavesTheListenerOpen() {
        AtomicInteger accepts = new AtomicInteger();
        Transport failing = new FailingOnce(bed().connections(), accepts);
        Listener listener =
                bed().closing(
                                Listener.create(
                                        bed().binding().over(failing),
                                        ListenerOptions.DEFAULT,
                                        bed().environment))
                        .open(bed().url());
        Caller<Channel> accepting = bed().start(listener::accept);
        CellBed.await(
                () -> {
                    bed().clock.advance(Duration.ofMillis(50));
                    return accepts.get() == 2;
                });
        assertEquals(ListenerState.OPEN, listener.state());
        Channel client = bed().newClient();
        Caller<String> asked =
                bed().start(
                                () -> {
                                    client.timeouts(dev.belay.channel.Timeouts.NONE);
                                    client.open(
                                            EndpointAddress.of(
                                                    Objects.requireNonNull(listener.url())));
                                    return Texts.of(
                                            client.request(
                                                    bed().message("next"),
                                                    dev.belay.cancel.Deadline.NONE));
                                });
        Channel server = bed().closing(accepting.value());
        bed().echoOne(server);
        assertEquals("next", asked.value());
        assertEquals(ListenerState.OPEN, listener.state());
    }

    @Test
    @Cell("LI-ABORT-OPENING")
    default void anAbortedOpenLeavesTheOthersOfItsPortAlone() throws InterruptedException {
        String port = bed().url().replace(":0/", ":7777/"); // of a network in memory
        Listener first = bed().newListener();
        Listener second = bed().newListener();
        bed().faults().stall(Faults.Side.SERVER, Faults.Step.LISTEN);
        Caller<Listener> one = bed().start(() -> first.open(port + "/first"));
        bed().faults().awaitStalled(1, CellBed.SOON);
        Caller<Listener> two = bed().start(() -> second.open(port + "/second"));
        CellBed.await(() -> second.state() == ListenerState.OPENING);
        first.abort();
        assertEquals(ErrorCode.OPERATION_ABORTED, one.code());
        bed().faults().release();
        assertEquals(ListenerState.OPEN, two.value().state());
        assertEquals(ListenerState.OPEN, first.open(port + "/first").state());
    }

    /** A network whose first accept fails. */
    record FailingOnce(Transport inner, AtomicInteger accepts) implements Transport {
        @Override
        public Connection connect(
                String host, int port, TransportOptions options, Connecting connecting) {
            return inner.connect(host, port, options, connecting);
        }

        @Override
        public Acceptor listen(
                String host,
                int port,
                TransportOptions options,
                Pending<?> opening,
                Environment environment)
                throws IOException {
            Acceptor acceptor = inner.listen(host, port, options, opening, environment);
            return new Acceptor() {
                @Override
                public Connection accept() throws IOException {
                    if (accepts.incrementAndGet() == 1) {
                        throw new IOException("too many open files");
                    }
                    return acceptor.accept();
                }

                @Override
                public SocketAddress local() {
                    return acceptor.local();
                }

                @Override
                public void close() {
                    acceptor.close();
                }
            };
        }
    }
}
