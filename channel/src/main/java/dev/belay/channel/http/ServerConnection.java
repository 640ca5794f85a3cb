package dev.belay.channel.http;

import dev.belay.cancel.Deadline;
import dev.belay.channel.port.SharedPort;
import dev.belay.channel.spi.Incoming;
import dev.belay.channel.transport.Connection;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.Message;
import dev.belay.soap.TransportInfo;
import dev.belay.soap.VersionMismatchException;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.impl.io.AbstractMessageParser;
import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;

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
    private final SharedPort<HttpRoute> routes;
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

    /** Once a request came before the answer to the last; this connection's thread. */
    private @Nullable ReadAhead readAhead;

    /** Guarded by lock. */
    private @Nullable HttpExchange current;

    /** What the thread that reads ahead has met; guarded by lock. */
    private @Nullable IOException peerEnd;

    ServerConnection(HttpPort port, SharedPort<HttpRoute> routes, Connection connection, long id) {
        this.port = port;
        this.routes = routes;
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
            if (readAhead != null) {
                readAhead.stop();
            }
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
        if (input.length() == 0 && input.look(source()) < 0) {
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
        RequestHead head = RequestHead.read(parser, input, source());
        if (head == null) {
            return false;
        }
        watchdog.limit(progressLimit());
        keepsAlive = head.keepsAlive();
        http10 = head.http10();
        Routed routed = Routed.of(head, routes, port.isStopping());
        Routed.Destination to = routed.to();
        if (to == null) {
            return refuse(head, routed.status());
        }
        Octets body = readBody(head, to.route().codec());
        watchdog.lift();
        Incoming request;
        try {
            request = decode(head, to, body);
        } catch (VersionMismatchException e) {
            return answerHere(to.route().codec().answer(e));
        } catch (BelayException e) {
            return answerHere(e.code() == ErrorCode.QUOTA_EXCEEDED ? 413 : 400);
        }
        return exchange(head, to, request);
    }

    /** Where octets come from: the connection, or the thread that reads ahead of this one. */
    private InputStream source() {
        return readAhead == null ? in : readAhead;
    }

    /** Refuses a request whose body is unread; the connection goes on if that can be skipped. */
    private boolean refuse(RequestHead head, int status) throws IOException {
        boolean skippable = !head.expectsContinue() && head.bodyLength() <= MAX_DROPPED;
        if (!skippable) {
            keepsAlive = false;
            answerHere(status);
            return false;
        }
        return answerHere(status)
                && HttpBody.of(input, source(), head.bodyLength()).skip(MAX_DROPPED);
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
        return answerHere(ServerAnswer.empty(status));
    }

    private boolean answerHere(ServerAnswer answer) throws IOException {
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
        Octets body = HttpBody.of(input, source(), head.bodyLength()).read(codec.maxOctets());
        in.endMetering();
        return body;
    }

    private Incoming decode(RequestHead head, Routed.Destination to, Octets body) {
        HttpCodec codec = to.route().codec();
        TransportInfo info =
                new TransportInfo(
                        connection.remote(),
                        connection.local(),
                        url(head),
                        codec.action(to.type(), head.soapAction()));
        Message message = codec.decode(body, info);
        return new Incoming(message, body.length());
    }

    private String url(RequestHead head) {
        String host = head.host();
        return host == null ? head.target() : "http://" + host + head.target();
    }

    /** Hands the request over and watches the peer until it is answered. */
    private boolean exchange(RequestHead head, Routed.Destination to, Incoming request)
            throws IOException {
        HttpExchange exchange = new HttpExchange(this, port.clock());
        IOException end;
        synchronized (lock) {
            current = exchange;
            end = peerEnd;
        }
        if (end != null) {
            exchange.peerEnded(end);
        }
        to.sink()
                .accepted(
                        new HttpReplyChannel(
                                exchange, request, to.route().codec(), this, url(head)));
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
     * Stays in read while the operation runs. If the next request begins meanwhile, another thread
     * reads on, for what has come must be served as soon as this exchange is over.
     *
     * @return true if the connection ended
     */
    private boolean watch(HttpExchange exchange) {
        if (readAhead != null) {
            return false;
        }
        try {
            if (input.length() == 0) {
                if (!exchange.beginWatch()) {
                    return false;
                }
                if (input.look(in) < 0) {
                    throw new EOFException("the client has closed its connection");
                }
                if (exchange.isAnswering()) {
                    return false;
                }
            }
        } catch (IOException e) {
            exchange.peerEnded(e);
            return true;
        }
        if (!exchange.isOver()) {
            ReadAhead ahead = new ReadAhead(connection, port.environment(), this::peerEnded);
            readAhead = ahead;
            port.environment().start("belay http ahead " + id, ahead::run);
        }
        return false;
    }

    private void peerEnded(IOException end) {
        HttpExchange running;
        synchronized (lock) {
            peerEnd = end;
            running = current;
        }
        if (running != null) {
            running.peerEnded(end);
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
        HttpBody.of(input, source(), BodyFraming.UNSAID).skip(MAX_DROPPED);
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
    void endIfIdle() {
        boolean now;
        synchronized (lock) {
            ending = true;
            now = idle;
        }
        if (now) {
            connection.close();
        }
    }
}
