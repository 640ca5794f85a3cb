package dev.belay.channel.http;

import dev.belay.cancel.Deadline;
import dev.belay.channel.spi.AcceptSink;
import dev.belay.channel.spi.Incoming;
import dev.belay.channel.transport.Connection;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.ContentType;
import dev.belay.soap.Message;
import dev.belay.soap.TransportInfo;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.impl.io.AbstractMessageParser;
import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;

/**
 * A server's connection. Its own thread reads the requests, one after another, and while an
 * operation runs it stays in read, so that it sees the peer go. Answers are written by the threads
 * that give them.
 */
final class ServerConnection {
    private static final Duration LINGER = Duration.ofSeconds(5);
    private static final int MAX_DROPPED = 65_536;
    private static final int WRITE_STEP = 65_536;
    private static final byte[] CONTINUE = new HeadWriter().start("HTTP/1.1 100 Continue").end();

    private final HttpPort port;
    private final Connection connection;
    private final long id;
    private final HttpInput input;
    private final ConnectionInput in;
    private final Watchdog watchdog;
    private final AbstractMessageParser<ClassicHttpRequest> parser = RequestHead.parser();
    private final Object lock = new Object();

    /** True between requests; guarded by lock. */
    private boolean idle = true;

    /** When it became idle, by the clock; written under lock. */
    private volatile long idleSince;

    /** True once no more requests are served here; written under lock. */
    private volatile boolean ending;

    /**
     * Whether the request in progress lets the connection live; this connection's thread, before an
     * exchange.
     */
    private volatile boolean keepsAlive;

    private volatile boolean http10;

    ServerConnection(HttpPort port, Connection connection, long id) {
        this.port = port;
        this.connection = connection;
        this.id = id;
        this.input =
                new HttpInput(
                        new HttpLimits(
                                port.options().maxHttpRequestHeadersSize(),
                                HttpLimits.DEFAULT.headerCount(),
                                HttpLimits.DEFAULT.chunkOverhead()));
        this.watchdog = new Watchdog(port.environment(), connection::abort);
        this.in = new ConnectionInput(connection, watchdog, this::progressLimit);
        this.idleSince = port.clock().nanoTime();
    }

    long id() {
        return id;
    }

    SocketAddress remote() {
        return connection.remote();
    }

    /** Serves requests until the connection ends. */
    void run() {
        try {
            watchdog.limit(limit(port.options().connectTimeout(), "request head"));
            boolean first = true;
            while (awaitRequest(first) && serve()) {
                first = false;
            }
        } catch (HttpRefusal e) {
            refuse(e.status());
        } catch (IOException e) {
            // The peer has gone, a limit has passed, or we ended it; whom it concerns was told.
        } finally {
            watchdog.close();
            connection.close();
            port.ended(this);
        }
    }

    private Deadline limit(@Nullable Duration duration, String name) {
        return Deadline.after(duration, port.clock(), name);
    }

    private Deadline progressLimit() {
        return limit(port.options().progressTimeout(), "progress of a request");
    }

    /** Waits for the first octet of a request; false at the end of the connection. */
    private boolean awaitRequest(boolean first) throws IOException {
        if (input.length() == 0 && input.look(in) < 0) {
            return false;
        }
        synchronized (lock) {
            idle = false;
        }
        if (!first) {
            watchdog.limit(limit(port.options().connectTimeout(), "request head"));
        }
        return true;
    }

    /** Reads one request and has it answered; false if the connection ends with it. */
    private boolean serve() throws IOException {
        RequestHead head = RequestHead.read(parser, input, in);
        if (head == null) {
            return false;
        }
        watchdog.limit(progressLimit());
        keepsAlive = head.keepsAlive();
        http10 = head.http10();
        HttpRoute route = route(head);
        AcceptSink sink = route == null ? null : route.sink();
        ContentType type = route == null ? null : route.codec().accepted(head.contentType());
        int refused = refusal(head, route, sink, type);
        if (refused != 0 || route == null || sink == null || type == null) {
            return refuse(head, refused);
        }
        Octets body = readBody(head, route.codec());
        watchdog.lift();
        Incoming request;
        try {
            request = decode(head, route, type, body);
        } catch (BelayException e) {
            return answerHere(e.code() == ErrorCode.QUOTA_EXCEEDED ? 413 : 400);
        }
        return exchange(head, route, sink, request);
    }

    private @Nullable HttpRoute route(RequestHead head) throws HttpRefusal {
        String path = head.path();
        if (path == null) {
            return null;
        }
        HttpRoute route = port.routes().find(path);
        return route != null && route.isAt(path) ? route : null;
    }

    /** The status that refuses a request by its head; 0 if it can be served. */
    private int refusal(
            RequestHead head,
            @Nullable HttpRoute route,
            @Nullable AcceptSink sink,
            @Nullable ContentType type)
            throws HttpRefusal {
        if (!head.method().equals("POST") && (route != null || head.path() == null)) {
            return 405;
        }
        if (ending || port.isStopping()) {
            return 503;
        }
        if (route == null) {
            return 404;
        }
        if (sink == null) {
            return 503;
        }
        if (route.disallows(head.userAgent())) {
            return 403;
        }
        if (type == null) {
            return 415;
        }
        return head.bodyLength() > route.codec().maxOctets() ? 413 : 0;
    }

    /** Refuses a request whose body is unread; the connection goes on if that can be skipped. */
    private boolean refuse(RequestHead head, int status) throws IOException {
        boolean skippable = !head.expectsContinue() && head.bodyLength() <= MAX_DROPPED;
        if (!skippable) {
            keepsAlive = false;
            answerHere(status);
            return false;
        }
        return answerHere(status) && HttpBody.of(input, in, head.bodyLength()).skip(MAX_DROPPED);
    }

    /** Refuses what cannot be understood, and ends the connection. */
    private void refuse(int status) {
        keepsAlive = false;
        try {
            answerHere(status);
        } catch (IOException e) {
            // The peer does not even take the refusal.
        }
    }

    /** Answers on this thread; false if the connection ends with it. */
    private boolean answerHere(int status) throws IOException {
        ServerAnswer answer = ServerAnswer.empty(status);
        write(answer);
        answered();
        if (!isKept()) {
            linger();
            return false;
        }
        return true;
    }

    private Octets readBody(RequestHead head, HttpCodec codec) throws IOException {
        if (head.expectsContinue() && head.bodyLength() != 0 && input.length() == 0) {
            connection.write(ByteBuffer.wrap(CONTINUE));
        }
        in.beginMetering();
        Octets body = HttpBody.of(input, in, head.bodyLength()).read(codec.maxOctets());
        in.endMetering();
        return body;
    }

    private Incoming decode(RequestHead head, HttpRoute route, ContentType type, Octets body) {
        TransportInfo info =
                new TransportInfo(
                        connection.remote(),
                        connection.local(),
                        url(head),
                        route.codec().action(type, head.soapAction()),
                        Map.of());
        Message message = route.codec().decode(body, info);
        return new Incoming(message, body.length());
    }

    private String url(RequestHead head) {
        String host = head.host();
        return host == null ? head.target() : "http://" + host + head.target();
    }

    /** Hands the request over and watches the peer until it is answered. */
    private boolean exchange(RequestHead head, HttpRoute route, AcceptSink sink, Incoming request)
            throws IOException {
        HttpExchange exchange = new HttpExchange(this, port.clock());
        sink.accepted(new HttpReplyChannel(exchange, request, route.codec(), this, url(head)));
        boolean left = watch(exchange);
        exchange.awaitOver();
        if (exchange.isRefused()) {
            keepsAlive = false;
            return answerHere(503);
        }
        if (!exchange.isAnswered() || left) {
            return false;
        }
        if (!isKept()) {
            linger();
            return false;
        }
        return true;
    }

    /**
     * Stays in read while the operation runs. Stops when the next request has begun, which is
     * bounded by the buffer.
     *
     * @return true if the peer has ended its output
     */
    private boolean watch(HttpExchange exchange) {
        try {
            if (exchange.isOver() || input.look(in) >= 0) {
                return false;
            }
            exchange.peerLeft(new EOFException("the client has closed its connection"));
            return true;
        } catch (IOException e) {
            exchange.peerFailed(e);
            return true;
        }
    }

    /**
     * Writes an answer, blocking; called by one thread at a time. Each 64 KiB have a limit of their
     * own.
     */
    void write(ServerAnswer answer) throws IOException {
        Octets body = answer.body();
        ByteBuffer head = ByteBuffer.wrap(answer.head(isKept(), http10));
        int end = Math.min(body.length(), WRITE_STEP);
        watchdog.limit(limit(port.options().progressTimeout(), "progress of an answer"));
        if (end == 0) {
            connection.write(head);
        } else {
            connection.write(head, ByteBuffer.wrap(body.array(), 0, end));
        }
        while (end < body.length()) {
            int step = Math.min(body.length() - end, WRITE_STEP);
            watchdog.limit(limit(port.options().progressTimeout(), "progress of an answer"));
            connection.write(ByteBuffer.wrap(body.array(), end, step));
            end += step;
        }
    }

    private boolean isKept() {
        return keepsAlive && !ending;
    }

    /** The answer is written: waits for the next request, or ends. */
    void answered() {
        boolean kept;
        synchronized (lock) {
            kept = keepsAlive && !ending;
            if (kept) {
                idle = true;
                idleSince = port.clock().nanoTime();
            }
        }
        if (kept) {
            watchdog.limit(limit(port.options().idleTimeout(), "idle connection"));
            port.idled(this);
        } else {
            watchdog.limit(limit(LINGER, "end of the connection"));
            shutdownOutput();
        }
    }

    private void shutdownOutput() {
        try {
            connection.shutdownOutput();
        } catch (IOException e) {
            connection.abort();
        }
    }

    /**
     * After our end was sent: reads what the peer still sends, so that our answer is not lost by a
     * reset.
     */
    private void linger() throws IOException {
        HttpBody.of(input, in, BodyFraming.UNSAID).skip(MAX_DROPPED);
    }

    /** Resets the connection; never blocks. */
    void reset() {
        connection.abort();
    }

    boolean isIdle() {
        synchronized (lock) {
            return idle;
        }
    }

    long idleSince() {
        return idleSince;
    }

    /** Ends the connection now if no request is under way, else after its answer. Never blocks. */
    void endIfIdle(boolean abort) {
        boolean now;
        synchronized (lock) {
            ending = true;
            now = idle;
        }
        if (now && abort) {
            connection.abort();
        } else if (now) {
            connection.close();
        }
    }
}
