package dev.belay.testing.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.Environment;
import dev.belay.cancel.Ledger;
import dev.belay.channel.Binding;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelOptions;
import dev.belay.channel.ChannelState;
import dev.belay.channel.Timeouts;
import dev.belay.error.ErrorCode;
import dev.belay.soap.EndpointAddress;
import dev.belay.soap.Message;
import dev.belay.testing.ControlledClock;
import dev.belay.testing.cells.Cell;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What happens while a name service is asked that never answers, on the system's transport. */
@Timeout(120)
abstract class ResolvingCells {
    static final Duration LIMIT = Duration.ofSeconds(5);

    final ControlledClock clock = new ControlledClock();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final Environment environment = Environment.of(clock, this::addresses);
    private final Caller.Kind kind;
    private Channel channel;

    ResolvingCells(Caller.Kind kind) {
        this.kind = kind;
    }

    private List<InetAddress> addresses(String host)
            throws InterruptedException, UnknownHostException {
        asked.countDown();
        answer.await();
        throw new UnknownHostException(host);
    }

    abstract Binding binding();

    abstract String url();

    /** What looks for the address: the open, or the first request. */
    abstract Caller<?> begin(Channel opening, EndpointAddress to, Message message);

    /** The state while it looks for it, and after it has failed. */
    abstract ChannelState resting();

    final <T> Caller<T> start(java.util.concurrent.Callable<T> call) {
        return Caller.start(kind, call);
    }

    final Message message() {
        return Texts.request(binding().version(), "never sent");
    }

    private Caller<?> resolving(Timeouts limits, Message message) throws InterruptedException {
        ChannelOptions options = ChannelOptions.builder().timeouts(limits).build();
        channel = Channel.create(binding(), options, environment);
        Caller<?> caller = begin(channel, EndpointAddress.of(url()), message);
        asked.await();
        assertFalse(caller.isDone());
        return caller;
    }

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        answer.countDown();
        channel.abort();
        channel.close();
        for (Ledger.Kind counted : Ledger.Kind.values()) {
            if (counted != Ledger.Kind.HELPER) {
                assertTrue(
                        environment.ledger().awaitAtMost(counted, 0, CellBed.SOON),
                        () -> "left over: " + environment.ledger());
            }
        }
    }

    @Test
    @Cell("CH-RESOLVE-TIMEOUT")
    void theResolveTimeoutNeedsNoOther() throws InterruptedException {
        Caller<?> caller = resolving(Timeouts.NONE.withResolve(LIMIT), message());
        passUntilDone(caller);
        assertEquals(ErrorCode.OPERATION_TIMED_OUT, caller.code());
        String text = caller.thrown().getMessage();
        assertTrue(text.contains("resolve deadline of 5000 ms"), text);
        assertEquals(resting(), channel.state());
    }

    /** The limit may begin just after the name service was asked. */
    private void passUntilDone(Caller<?> caller) {
        CellBed.await(
                () -> {
                    clock.advance(LIMIT);
                    return caller.isDone();
                });
    }

    @Test
    @Cell("CH-RESOLVE-TIMEOUT")
    void theConnectTimeoutBeginsBehindIt() throws InterruptedException {
        Timeouts limits = Timeouts.NONE.withConnect(LIMIT);
        Caller<?> caller = resolving(limits, message());
        awaitNoLimit();
        clock.advance(LIMIT.multipliedBy(100));
        answer.countDown();
        assertEquals(ErrorCode.ENDPOINT_NOT_FOUND, caller.code());
        assertEquals(resting(), channel.state());
    }

    /** The limit for connecting ends when that for resolving, of which there is none, begins. */
    private void awaitNoLimit() throws InterruptedException {
        assertTrue(
                environment.ledger().awaitAtMost(Ledger.Kind.REGISTRATION, 0, CellBed.SOON),
                () -> "limits: " + environment.ledger());
    }

    @Test
    @Cell("CH-RESOLVE-ABORT")
    void anAbortEndsIt() throws InterruptedException {
        Caller<?> caller = resolving(Timeouts.NONE, message());
        channel.abort();
        assertEquals(ErrorCode.OPERATION_ABORTED, caller.code());
    }

    @Test
    @Cell("CH-RESOLVE-INTERRUPT")
    void anInterruptEndsIt() throws InterruptedException {
        Caller<?> caller = resolving(Timeouts.NONE, message());
        caller.interrupt();
        ErrorCode expected =
                resting() == ChannelState.CREATED
                        ? ErrorCode.OPERATION_ABORTED
                        : ErrorCode.OPERATION_ABANDONED;
        assertEquals(expected, caller.code());
        assertTrue(caller.keptFlag());
        assertEquals(resting(), channel.state());
    }

    @Test
    @Cell("CH-RESOLVE-CLOSE")
    void aCloseEndsIt() throws InterruptedException {
        Caller<?> caller = resolving(Timeouts.NONE.withClose(LIMIT), message());
        Caller<Boolean> closing =
                start(
                        () -> {
                            channel.close();
                            return true;
                        });
        passUntilDone(closing);
        assertEquals(ErrorCode.OPERATION_ABORTED, caller.code());
        assertEquals(ChannelState.CLOSED, channel.state());
    }

    final Channel channel() {
        return channel;
    }

    final Caller<?> resolvingWithoutLimit(Message message) throws InterruptedException {
        return resolving(Timeouts.NONE, message);
    }
}
