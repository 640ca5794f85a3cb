package dev.belay.channel.http;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Pending;
import dev.belay.cancel.Registration;
import dev.belay.channel.Timeouts;
import dev.belay.channel.spi.ChannelDriver;
import dev.belay.channel.spi.ChannelSetup;
import dev.belay.channel.spi.DriverHost;
import dev.belay.channel.spi.Incoming;
import dev.belay.channel.transport.Connecting;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.EndpointAddress;
import dev.belay.soap.Message;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.SocketAddress;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The client's end of SOAP over HTTP: each exchange takes a connection from a pool, and the thread
 * of its caller drives it. Opening does no I/O. Connecting runs on internal threads.
 */
final class HttpRequestChannel implements ChannelDriver {
    private final ChannelSetup setup;
    private final Environment environment;
    private final HttpCodec codec;
    private final ConnectionPool pool;
    private final boolean ownsPool;

    /** The connection of the exchange; whoever takes it out gives it back to the pool. */
    private final AtomicReference<@Nullable ClientConnection> connection = new AtomicReference<>();

    private final AtomicReference<@Nullable Pending<ClientConnection>> wish =
            new AtomicReference<>();

    /** The exchange whose response an internal thread reads; null unless that is asked for. */
    private final AtomicReference<@Nullable DrainedExchange> drained = new AtomicReference<>();

    /** The connection as the owner of the send holds it; caller's thread. */
    private @Nullable Hold hold;

    private volatile boolean aborted;
    private volatile @Nullable DriverHost host;
    private volatile @Nullable Target target;

    /**
     * True once the response was read to its end and the server keeps the connection; caller's
     * thread.
     */
    private boolean reusable;

    HttpRequestChannel(ChannelSetup setup, ConnectionPool pool, boolean ownsPool) {
        this.setup = setup;
        this.environment = setup.environment();
        this.codec = new HttpCodec(setup.binding(), setup.options().maxBufferedMessageSize());
        this.pool = pool;
        this.ownsPool = ownsPool;
    }

    /** A connection that ends when its call is called off, unless its response is to be dropped. */
    private static final class Hold {
        private final ClientConnection connection;
        private volatile boolean handedOver;

        Hold(ClientConnection connection) {
            this.connection = connection;
        }

        void callOff() {
            if (!handedOver) {
                connection.abort();
            }
        }
    }

    /** Where requests go, with the part of their head that never changes. */
    private record Target(HttpUrl url, ConnectionPool.Dial dial, HeadPrefix prefix) {}

    @Override
    public void attach(DriverHost channel) {
        host = channel;
    }

    @Override
    public void open(EndpointAddress to, Connecting connecting) {
        String via = setup.options().via();
        HttpUrl url = HttpUrl.ofEndpoint(via == null ? to.uri() : via);
        ConnectionPool.Dial dial =
                new ConnectionPool.Dial(
                        url.origin(),
                        setup.binding().transport(),
                        setup.options().transport(),
                        HttpLimits.DEFAULT,
                        setup.options().maxHttpServerConnections());
        target = new Target(url, dial, HeadPrefix.of(url));
    }

    @Override
    public void send(
            Message message,
            Pending<?> owner,
            @Nullable Pending<@Nullable Void> written,
            Deadline deadline)
            throws IOException {
        Target to = Objects.requireNonNull(target, "target");
        reset();
        HeadWriter head = to.prefix().begin();
        codec.writeRequestHeaders(head, message.headers().action());
        Octets body = codec.encode(message);
        byte[] headOctets = head.header("Content-Length", body.length()).end();
        reusable = false;
        ClientConnection taken = take(to, owner);
        try {
            taken.write(headOctets, body);
        } catch (IOException e) {
            if (!taken.isReused() || taken.hasWritten() || owner.isDone() || aborted) {
                earlyResponse(taken, owner, unlessAborted(e));
                return;
            }
            // The server closed an idle connection and no octet left: the request is not known
            // anywhere.
            reset();
            take(to, owner).write(headOctets, body);
        }
        Hold holding = hold;
        if (holding != null && setup.options().drainAbandonedCalls()) {
            holding.handedOver = true; // the request is whole: whoever gives up now lets it drain
        }
    }

    /**
     * A server may answer and close before it has read a request whole; then that answer counts.
     */
    private static void earlyResponse(ClientConnection broken, Pending<?> owner, IOException cause)
            throws IOException {
        if (owner.isDone() || Thread.currentThread().isInterrupted() || !broken.hasUnread()) {
            throw cause;
        }
    }

    /**
     * Waits in the room for a connection; from then on the end of the owner ends the connection.
     */
    private ClientConnection take(Target to, Pending<?> owner) {
        Pending<ClientConnection> wanted = pool.newWish();
        wish.set(wanted);
        owner.onFailure(() -> wanted.fail(Objects.requireNonNull(owner.failure())));
        if (aborted) {
            wanted.fail(abortedFailure());
        }
        pool.acquire(to.dial(), timeouts(), wanted);
        ClientConnection taken = wanted.await(Deadline.NONE, ErrorCode.OPERATION_ABANDONED);
        wish.set(null);
        connection.set(taken);
        if (aborted) {
            reset();
            throw abortedFailure().toException();
        }
        Hold mine = new Hold(taken);
        hold = mine;
        owner.onFailure(mine::callOff);
        return taken;
    }

    private Timeouts timeouts() {
        DriverHost channel = host;
        return channel == null ? setup.options().timeouts() : channel.timeouts();
    }

    private static Failure abortedFailure() {
        return Failure.of(ErrorCode.OPERATION_ABORTED, "channel was aborted");
    }

    @Override
    public @Nullable Incoming receive(Pending<?> owner, Deadline deadline) throws IOException {
        ClientConnection taken = connection.get();
        if (taken == null) {
            throw aborted
                    ? abortedFailure().toException()
                    : new IllegalStateException("receive is not allowed: no request was sent");
        }
        if (setup.options().drainAbandonedCalls()) {
            return receiveDraining(taken, owner, deadline);
        }
        owner.onFailure(taken::abort);
        try {
            HttpResponse response = HttpResponse.read(taken, codec, limitHead(owner, deadline));
            reusable = response.isReusable() && taken.hasWrittenAll();
            return response.incoming();
        } catch (HttpRefusal e) {
            throw aborted
                    ? abortedFailure().toException()
                    : new BelayException(e.code(), e.text(), e);
        } catch (IOException e) {
            throw unlessAborted(e);
        }
    }

    /** What I/O fails with that our own abort has ended is the abort. */
    private IOException unlessAborted(IOException e) {
        if (aborted) {
            throw abortedFailure().toException();
        }
        return e;
    }

    private @Nullable Incoming receiveDraining(
            ClientConnection taken, Pending<?> owner, Deadline deadline) {
        DrainedExchange exchange =
                new DrainedExchange(taken, pool, setup.options().maxAbandonedCalls(), environment);
        drained.set(exchange);
        if (!connection.compareAndSet(taken, null)) {
            throw abortedFailure().toException();
        }
        HttpResponse response;
        try {
            response =
                    exchange.await(
                            owner,
                            codec,
                            limitHead(owner, deadline),
                            setup.options().abandonedCallLimit());
        } finally {
            drained.set(null);
        }
        reusable = response.isReusable() && taken.hasWrittenAll();
        connection.set(taken);
        if (aborted) {
            reset();
        }
        return response.incoming();
    }

    /** The limit for the head of the response, if it is nearer than that for all of it. */
    private Registration limitHead(Pending<?> owner, Deadline deadline) {
        Deadline head =
                Deadline.after(
                        timeouts().receiveResponse(), environment.clock(), "receive response");
        return deadline.earlier(head) == deadline
                ? () -> {}
                : environment.schedule(head, () -> owner.fail(head.failure()));
    }

    @Override
    public void endExchange(boolean completed) {
        if (!completed) {
            reset();
            return;
        }
        ClientConnection taken = connection.getAndSet(null);
        if (taken == null) {
            return;
        }
        if (reusable) {
            pool.release(taken);
        } else {
            pool.discard(taken);
        }
    }

    /** Ends the connection of the exchange by a reset, so that the server learns of it at once. */
    private void reset() {
        ClientConnection taken = connection.getAndSet(null);
        if (taken != null) {
            taken.abort();
            pool.discard(taken);
        }
    }

    @Override
    public void shutdownOutput(Deadline deadline) {
        throw new IllegalStateException("shutdownOutput is not allowed: HTTP has no sessions");
    }

    @Override
    public void close(Deadline deadline) {
        ClientConnection taken = connection.getAndSet(null);
        if (taken != null) { // its exchange is over, and about to give it back
            pool.discard(taken);
        }
        if (ownsPool) {
            pool.close();
        }
    }

    @Override
    public void abort() {
        aborted = true;
        Pending<ClientConnection> waiting = wish.get();
        if (waiting != null) {
            waiting.fail(abortedFailure());
        }
        reset();
        DrainedExchange exchange = drained.get();
        if (exchange != null) {
            exchange.abort();
        }
        if (ownsPool) {
            pool.close();
        }
    }

    @Override
    public @Nullable SocketAddress remote() {
        ClientConnection taken = connection.get();
        return taken == null ? null : taken.connection().remote();
    }

    @Override
    public @Nullable String transportUrl() {
        Target to = target;
        return to == null ? null : "http://" + to.url().authority() + to.url().target();
    }
}
