package dev.belay.testing.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.channel.transport.WireListener;
import dev.belay.service.ServiceHost;
import dev.belay.service.ServiceProxy;
import dev.belay.testing.service.calculator.Calculator;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.net.SocketAddress;
import java.nio.ByteBuffer;

/** What goes over the wire is shown to who asks for it. */
@SuppressWarnings("try") // a close that waits may be interrupted
final class WireLogTest {
    /** Keeps the octets of all connections. */
    private static final class Tap implements WireListener {
        private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private int opened;
        private int closed;

        @Override
        public synchronized void opened(
                long connection, SocketAddress local, SocketAddress remote) {
            opened++;
        }

        @Override
        public synchronized void sent(long connection, ByteBuffer octets) {
            write(octets, sent);
        }

        @Override
        public synchronized void received(long connection, ByteBuffer octets) {
            write(octets, received);
        }

        @Override
        public synchronized void closed(long connection, boolean reset) {
            closed++;
        }

        private static void write(ByteBuffer octets, ByteArrayOutputStream to) {
            byte[] copy = new byte[octets.remaining()];
            octets.get(copy);
            to.writeBytes(copy);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Wire.class,
            names = {"NET_TCP", "NET_TCP_IN_MEMORY", "HTTP", "HTTP_IN_MEMORY"})
    void bothEndsSeeTheSame(Wire wire) throws Exception {
        Tap client = new Tap();
        Tap server = new Tap();
        try (ServiceBed bed = new ServiceBed(wire)) {
            ServiceHost host =
                    bed.host(
                            o -> o.wireListener(server),
                            bed.endpoint(Calculator.CONTRACT, new Adder()).build());
            ServiceProxy<Calculator> proxy =
                    bed.proxy(
                                    Calculator.CONTRACT,
                                    host.addresses().getFirst(),
                                    o -> o.wireListener(client))
                            .open();
            assertEquals(3, proxy.contract().add(1, 2));
            proxy.close();
            host.close();
        }
        assertTrue(client.sent.size() > 0);
        assertArrayEquals(client.sent.toByteArray(), server.received.toByteArray());
        assertArrayEquals(client.received.toByteArray(), server.sent.toByteArray());
        assertEquals(1, client.opened);
        assertEquals(client.opened, client.closed);
        assertEquals(server.opened, server.closed);
    }
}
