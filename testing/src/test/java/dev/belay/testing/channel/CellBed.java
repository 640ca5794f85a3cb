package dev.belay.testing.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.CloseOutcome;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Ledger;
import dev.belay.channel.Binding;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelOptions;
import dev.belay.channel.ChannelState;
import dev.belay.channel.Listener;
import dev.belay.channel.ListenerOptions;
import dev.belay.channel.Timeouts;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.EndpointAddress;
import dev.belay.soap.Message;
import dev.belay.testing.ControlledClock;
import dev.belay.testing.Faults;
import dev.belay.testing.MemoryConnection;
import dev.belay.testing.MemoryTransport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

import java.time.Duration;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * An environment of its own for each test, whose time stands still unless the test moves it, and
 * whose ledger must be empty when all that the test opened is closed.
 */
@Timeout(120)
abstract class CellBed {
    static final Duration SOON = Caller.SOON;

    final ControlledClock clock = new ControlledClock();
    final Environment environment = Environment.of(clock);
    private final Caller.Kind kind;
    private final Deque<AutoCloseable> opened = new ConcurrentLinkedDeque<>();
    private Binding binding;
    private Listener listener;
    private Channel lastAccepted;

    CellBed(Caller.Kind kind) {
        this.kind = kind;
    }

    /** The binding under test, over a network of this environment; called once. */
    abstract Binding newBinding();

    /** What goes wrong in that network. */
    abstract Faults faults();

    /** The network of connections; null where whole messages are passed. */
    MemoryTransport connections() {
        return null;
    }

    /** Where to listen, with port 0. */
    abstract String url();

    final Binding binding() {
        if (binding == null) {
            binding = newBinding();
        }
        return binding;
    }

    final Listener newListener() {
        return closing(Listener.create(binding(), ListenerOptions.DEFAULT, environment));
    }

    /** The listener of this test, OPEN. */
    final Listener listener() {
        if (listener == null) {
            listener = newListener().open(url());
        }
        return listener;
    }

    final EndpointAddress address() {
        return EndpointAddress.of(Objects.requireNonNull(listener().url()));
    }

    final <T extends AutoCloseable> T closing(T resource) {
        opened.push(resource);
        return resource;
    }

    /** A client's channel, CREATED. */
    final Channel newClient() {
        return newClient(ChannelOptions.DEFAULT);
    }

    final Channel newClient(ChannelOptions options) {
        return closing(Channel.create(binding(), options, environment));
    }

    /** A client's channel, OPEN. */
    final Channel client() {
        return newClient().open(address());
    }

    final Channel accept() {
        lastAccepted = closing(listener().accept());
        return lastAccepted;
    }

    /** The server's end of the last conversation. */
    final Channel lastAccepted() {
        return Objects.requireNonNull(lastAccepted);
    }

    final Message message(String text) {
        return Texts.request(binding().version(), text);
    }

    final <T> Caller<T> start(java.util.concurrent.Callable<T> call) {
        return Caller.start(kind, call);
    }

    final Caller<Boolean> startRun(Executable call) {
        return start(
                () -> {
                    try {
                        call.execute();
                    } catch (Exception | Error e) {
                        throw e;
                    } catch (Throwable e) {
                        throw new AssertionError(e);
                    }
                    return true;
                });
    }

    /** Asks and waits for the text of the reply. */
    final Caller<String> ask(Channel client, String text) {
        return ask(client, message(text));
    }

    final Caller<String> ask(Channel client, Message request) {
        return start(() -> Texts.of(client.request(request, Deadline.NONE)));
    }

    /** Starts the call and waits until it has begun to wait. */
    final <T> Caller<T> waiting(java.util.concurrent.Callable<T> call) throws InterruptedException {
        long before = environment.ledger().total(Ledger.Kind.PENDING);
        Caller<T> caller = start(call);
        await(() -> environment.ledger().total(Ledger.Kind.PENDING) > before);
        return caller;
    }

    /** Takes the request that comes next and answers it with its own text. */
    final void echoOne(Channel server) {
        Message request = server.receive();
        server.reply(Texts.reply(request, Texts.of(request)), request);
    }

    /** One exchange of text in a new conversation shows that the listener still works. */
    final void assertWorks(Channel client, String text) {
        Caller<String> asked = ask(client, text);
        Channel server = accept();
        echoOne(server);
        assertEquals(text, asked.value());
    }

    static ErrorCode codeOf(Executable call) {
        return assertThrows(BelayException.class, call).code();
    }

    static void assertMisuse(Executable call) {
        IllegalStateException e = assertThrows(IllegalStateException.class, call);
        assertTrue(e.getMessage().contains("not allowed"), e::getMessage);
    }

    /** Told when the peer of this channel has gone, or the channel has faulted. */
    static CompletableFuture<Failure> gone(Channel channel) {
        CompletableFuture<Failure> gone = new CompletableFuture<>();
        channel.onDisconnect(
                failure -> {
                    if (!gone.complete(failure)) {
                        throw new AssertionError("told twice");
                    }
                });
        return gone;
    }

    static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits, without a clock, for what another thread is about to do. */
    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it did not come");
            Thread.onSpinWait();
        }
    }

    static void awaitState(Channel channel, ChannelState state) {
        await(() -> channel.state() == state);
    }

    /** Moves time on until the call has ended. */
    final void passUntilDone(Caller<?> caller, Duration step) {
        await(
                () -> {
                    clock.advance(step);
                    return caller.isDone();
                });
    }

    /** The peer of a client has seen a reset of the connection that was made last, and no end. */
    final void assertReset() {
        assertEnded(MemoryConnection.End.RESET);
    }

    /** The peer of a client reads the connection that was made last to its end. */
    final void assertEnd() {
        assertEnded(MemoryConnection.End.CLOSED);
    }

    /** The peer of a client has seen an end or a reset of the connection that was made last. */
    final void assertOver() {
        if (connections() != null) {
            await(() -> connections().latest().client().ended() != MemoryConnection.End.NONE);
        }
    }

    /** The client has seen a reset of the connection that was made last, and no end. */
    final void assertServerReset() {
        if (connections() != null) {
            assertEnded(connections().latest().server(), MemoryConnection.End.RESET);
        }
    }

    private void assertEnded(MemoryConnection.End how) {
        if (connections() != null) {
            assertEnded(connections().latest().client(), how);
        }
    }

    private static void assertEnded(MemoryConnection side, MemoryConnection.End how) {
        await(() -> side.ended() != MemoryConnection.End.NONE);
        assertEquals(how, side.ended());
    }

    /** Nobody has seen anything of a client. */
    final void assertNothingCame() {
        assertEquals(0, listener().unaccepted());
        if (connections() != null) {
            assertNull(connections().latest());
        }
    }

    static CloseOutcome.Kind outcome(Channel channel) {
        return Objects.requireNonNull(channel.closeOutcome(), "outcome").kind();
    }

    /** No limits but that of closing. */
    static void onlyCloseIsLimited(Channel channel) {
        channel.timeouts(Timeouts.NONE.withClose(Duration.ofSeconds(30)));
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        faults().release();
        while (!opened.isEmpty()) {
            AutoCloseable last = opened.pop();
            if (last instanceof Channel channel) {
                channel.abort();
            }
            if (last instanceof Listener listening) {
                listening.abort();
            }
            last.close();
        }
        for (Ledger.Kind counted : Ledger.Kind.values()) {
            if (counted != Ledger.Kind.HELPER) {
                assertTrue(
                        environment.ledger().awaitAtMost(counted, 0, SOON),
                        () -> "left over: " + environment.ledger());
            }
        }
    }
}
