package dev.belay.channel.transport;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Ledger;
import dev.belay.cancel.Pending;
import dev.belay.channel.transport.TransportOptions.IpVersion;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import jdk.net.ExtendedSocketOptions;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * TCP over {@link SocketChannel}s in blocking mode; never {@link java.net.Socket}, whose blocked
 * read ignores interrupts.
 */
final class TcpTransport implements Transport {
    static final TcpTransport INSTANCE = new TcpTransport();

    private TcpTransport() {}

    @Override
    public Connection connect(
            String host, int port, TransportOptions options, Connecting connecting) {
        Pending<?> opening = connecting.operation();
        Environment environment = connecting.environment();
        List<InetAddress> addresses = suitable(host, options, connecting.resolve(host));
        IOException first = null;
        for (InetAddress address : addresses) {
            try {
                return connect(new InetSocketAddress(address, port), options, opening, environment);
            } catch (IOException e) {
                if (opening.failure() != null) {
                    break;
                }
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        throw failure(host, port, opening, first);
    }

    private static List<InetAddress> suitable(
            String host, TransportOptions options, List<InetAddress> all) {
        List<InetAddress> fitting = new ArrayList<>();
        for (InetAddress address : all) {
            boolean four = address instanceof Inet4Address;
            boolean fits =
                    switch (options.ipVersion()) {
                        case AUTO -> true;
                        case IPV4 -> four;
                        case IPV6 -> !four;
                    };
            if (fits) {
                fitting.add(address);
            }
        }
        if (fitting.isEmpty()) {
            throw new BelayException(
                    ErrorCode.ENDPOINT_NOT_FOUND,
                    "host " + host + " has no address of version " + options.ipVersion());
        }
        return fitting;
    }

    private static Connection connect(
            InetSocketAddress address,
            TransportOptions options,
            Pending<?> opening,
            Environment environment)
            throws IOException {
        SocketChannel socket = SocketChannel.open();
        TcpConnection connection = new TcpConnection(socket, environment.ledger());
        boolean connected = false;
        try {
            configure(socket, options);
            opening.onFailure(connection::abort);
            socket.connect(address);
            connection.connected();
            connected = true;
            return connection;
        } finally {
            if (!connected) {
                connection.abort();
            }
        }
    }

    private static BelayException failure(
            String host, int port, Pending<?> opening, @Nullable IOException cause) {
        dev.belay.cancel.Failure called = opening.failure();
        if (called != null) {
            return called.toException();
        }
        ErrorCode code =
                // Refused, or reset by a listener that was just closing.
                cause instanceof SocketException && !(cause instanceof NoRouteToHostException)
                        ? ErrorCode.ENDPOINT_NOT_FOUND
                        : ErrorCode.ENDPOINT_UNREACHABLE;
        String text = "no connection to " + host + ':' + port;
        return cause == null
                ? new BelayException(code, text)
                : new BelayException(code, text, cause);
    }

    @Override
    public Acceptor listen(
            String host,
            int port,
            TransportOptions options,
            Pending<?> opening,
            Environment environment)
            throws IOException {
        ServerSocketChannel socket =
                options.ipVersion() == IpVersion.IPV4
                        ? ServerSocketChannel.open(StandardProtocolFamily.INET)
                        : ServerSocketChannel.open();
        boolean bound = false;
        try {
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            socket.bind(local(host, port, opening, environment), options.backlog());
            bound = true;
            environment.ledger().took(Ledger.Kind.CONNECTION);
            return new TcpAcceptor(socket, options, environment.ledger());
        } finally {
            if (!bound) {
                socket.close();
            }
        }
    }

    private static InetSocketAddress local(
            String host, int port, Pending<?> opening, Environment environment) {
        if ("+".equals(host) || "*".equals(host)) {
            return new InetSocketAddress(port);
        }
        Pending<List<InetAddress>> addresses =
                opening.adopt(Pending.of(environment.clock(), "address of " + host));
        environment.resolve(host, addresses);
        InetAddress first = addresses.await(Deadline.NONE, ErrorCode.OPERATION_ABORTED).getFirst();
        return new InetSocketAddress(first, port);
    }

    static void configure(SocketChannel socket, TransportOptions options) throws IOException {
        socket.setOption(StandardSocketOptions.TCP_NODELAY, options.noDelay());
        if (options.keepAlive()) {
            socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            keepAlive(socket, ExtendedSocketOptions.TCP_KEEPIDLE, options.keepAliveTime());
            keepAlive(socket, ExtendedSocketOptions.TCP_KEEPINTERVAL, options.keepAliveInterval());
        }
    }

    private static void keepAlive(
            SocketChannel socket, java.net.SocketOption<Integer> option, @Nullable Duration value)
            throws IOException {
        if (value != null && socket.supportedOptions().contains(option)) {
            socket.setOption(option, Math.toIntExact(Math.max(1, value.toSeconds())));
        }
    }
}
