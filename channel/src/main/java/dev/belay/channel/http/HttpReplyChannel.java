package dev.belay.channel.http;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Pending;
import dev.belay.channel.spi.ChannelDriver;
import dev.belay.channel.spi.DriverHost;
import dev.belay.channel.spi.Incoming;
import dev.belay.channel.transport.Connecting;
import dev.belay.soap.EndpointAddress;
import dev.belay.soap.Message;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.SocketAddress;

/**
 * The server's end of one exchange of SOAP over HTTP: gives its request once and takes one reply,
 * which the thread of the caller writes. Closed without a reply, it answers 202.
 */
final class HttpReplyChannel implements ChannelDriver {
    private final HttpExchange exchange;
    private final HttpCodec codec;
    private final ServerConnection connection;
    private final String url;

    /** The request until it is received. */
    private volatile @Nullable Incoming request;

    /** True once something can have been written on behalf of an operation that then failed. */
    private volatile boolean touched;

    HttpReplyChannel(
            HttpExchange exchange,
            Incoming request,
            HttpCodec codec,
            ServerConnection connection,
            String url) {
        this.exchange = exchange;
        this.request = request;
        this.codec = codec;
        this.connection = connection;
        this.url = url;
    }

    @Override
    public void attach(DriverHost host) {
        exchange.attach(host);
    }

    @Override
    public void open(EndpointAddress to, Connecting connecting) {
        throw new IllegalStateException("open is not allowed: the channel was accepted");
    }

    @Override
    public @Nullable Incoming receive(Pending<?> owner, Deadline deadline) {
        Incoming given = request;
        request = null;
        return given;
    }

    @Override
    public void send(
            Message message,
            Pending<?> owner,
            @Nullable Pending<@Nullable Void> written,
            Deadline deadline)
            throws IOException {
        int status = message.isFault() ? 500 : 200;
        Octets body = codec.encode(message);
        touched = true;
        exchange.answer(ServerAnswer.of(status, codec.replyType(), body), owner);
    }

    @Override
    public void endExchange(boolean completed) {
        if (!completed && touched) {
            exchange.abort();
        }
    }

    @Override
    public void shutdownOutput(Deadline deadline) {
        throw new IllegalStateException("shutdownOutput is not allowed: HTTP has no sessions");
    }

    @Override
    public void close(Deadline deadline) throws IOException {
        exchange.accept();
    }

    @Override
    public void abort() {
        exchange.abort();
    }

    @Override
    public @Nullable SocketAddress remote() {
        return connection.remote();
    }

    @Override
    public @Nullable String transportUrl() {
        return url;
    }

    @Override
    public long connectionId() {
        return connection.id();
    }
}
