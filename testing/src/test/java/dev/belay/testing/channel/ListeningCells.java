package dev.belay.testing.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.CloseOutcome;
import dev.belay.channel.Listener;
import dev.belay.channel.ListenerState;
import dev.belay.error.ErrorCode;
import dev.belay.testing.Faults;
import dev.belay.testing.cells.Cell;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** What happens to a listener's open and close that take their time. */
abstract class ListeningCells extends ListenerCells {
    ListeningCells(Caller.Kind kind) {
        super(kind);
    }

    private Caller<Listener> stalledOpen(Listener listener) throws InterruptedException {
        faults().stall(Faults.Side.SERVER, Faults.Step.LISTEN);
        Caller<Listener> opening = start(() -> listener.open(url()));
        faults().awaitStalled(1, SOON);
        assertEquals(ListenerState.OPENING, listener.state());
        return opening;
    }

    @Test
    @Cell("LI-ABORT-OPENING")
    void anAbortEndsTheOpen() throws InterruptedException {
        Listener listener = newListener();
        Caller<Listener> opening = stalledOpen(listener);
        listener.abort();
        assertEquals(ListenerState.CREATED, listener.state());
        assertEquals(ErrorCode.OPERATION_ABORTED, opening.code());
        faults().release();
        listener.open(url());
        assertEquals(ListenerState.OPEN, listener.state());
    }

    @Test
    @Cell("LI-CLOSE-OPENING")
    void aCloseEndsTheOpen() throws InterruptedException {
        Listener listener = newListener();
        Caller<Listener> opening = stalledOpen(listener);
        listener.close();
        assertEquals(ListenerState.CLOSED, listener.state());
        assertEquals(ErrorCode.OPERATION_ABORTED, opening.code());
    }

    @Test
    @Cell("LI-OPEN-INTERRUPT")
    void anInterruptEndsTheOpen() throws InterruptedException {
        Listener listener = newListener();
        Caller<Listener> opening = stalledOpen(listener);
        opening.interrupt();
        assertEquals(ErrorCode.OPERATION_ABORTED, opening.code());
        assertTrue(opening.keptFlag());
        assertEquals(ListenerState.CREATED, listener.state());
    }

    private Caller<Boolean> stalledClose() throws InterruptedException {
        listener();
        faults().stall(Faults.Side.SERVER, Faults.Step.CLOSE);
        Caller<Boolean> closing = startRun(listener()::close);
        faults().awaitStalled(1, SOON);
        assertEquals(ListenerState.CLOSING, listener().state());
        return closing;
    }

    @Test
    @Cell("LI-ABORT-CLOSING")
    void anAbortEndsTheClose() throws InterruptedException {
        Caller<Boolean> closing = stalledClose();
        listener().abort();
        assertTrue(closing.value());
        assertEquals(ListenerState.CLOSED, listener().state());
        assertEquals(CloseOutcome.Kind.ABORTED, outcome(listener()));
    }

    @Test
    @Cell("LI-CLOSE-CLOSING")
    void closesJoin() throws InterruptedException {
        Caller<Boolean> one = stalledClose();
        Caller<Boolean> two = startRun(listener()::close);
        faults().release();
        assertTrue(one.value());
        assertTrue(two.value());
        assertEquals(CloseOutcome.Kind.GRACEFUL, outcome(listener()));
    }

    @Test
    @Cell("LI-CLOSE-CLOSING")
    void anInterruptedJoinEndsTheClose() throws InterruptedException {
        Caller<Boolean> one = stalledClose();
        Caller<Boolean> two =
                startRun(
                        () -> {
                            Thread.currentThread().interrupt();
                            listener().close();
                        });
        assertTrue(two.value());
        assertTrue(two.keptFlag());
        assertTrue(one.value());
        assertEquals(CloseOutcome.Kind.ABORTED, outcome(listener()));
    }

    @Test
    @Cell("LI-CLOSE-TIMEOUT")
    void aCloseEndsWithItsDeadline() throws InterruptedException {
        Caller<Boolean> closing = stalledClose();
        passUntilDone(closing, Duration.ofSeconds(6));
        assertEquals(ListenerState.CLOSED, listener().state());
        assertEquals(CloseOutcome.Kind.TIMED_OUT, outcome(listener()));
    }

    @Test
    @Cell("LI-CLOSE-INTERRUPT")
    void anInterruptedCloseIsNotGraceful() {
        listener();
        Caller<Boolean> closing =
                startRun(
                        () -> {
                            Thread.currentThread().interrupt();
                            faults().stall(Faults.Side.SERVER, Faults.Step.CLOSE);
                            listener().close();
                        });
        assertTrue(closing.value());
        assertTrue(closing.keptFlag());
        assertEquals(ListenerState.CLOSED, listener().state());
        assertEquals(CloseOutcome.Kind.ABORTED, outcome(listener()));
    }
}
