package dev.belay.testing.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.CloseOutcome;
import dev.belay.channel.ListenerState;
import dev.belay.error.ErrorCode;
import dev.belay.testing.Faults;
import dev.belay.testing.cells.Cell;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** What happens to a listener's close that takes its time; for transports whose close waits. */
abstract class SlowClosingCells extends ListeningCells {
    SlowClosingCells(Caller.Kind kind) {
        super(kind);
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
    @Cell("LI-USE-CLOSING")
    void aClosingListenerTakesNothingNew() throws InterruptedException {
        Caller<Boolean> closing = stalledClose();
        assertMisuse(() -> listener().open(url()));
        assertMisuse(listener()::reset);
        assertEquals(ErrorCode.OBJECT_FAULTED, codeOf(listener()::accept));
        assertEquals(ListenerState.CLOSING, listener().state());
        faults().release();
        assertTrue(closing.value());
    }

    @Test
    @Cell("LI-CLOSE-TIMEOUT")
    void aCloseEndsWithItsDeadline() throws InterruptedException {
        Caller<Boolean> closing = stalledClose();
        passUntilDone(closing, Duration.ofSeconds(6));
        assertEquals(ListenerState.CLOSED, listener().state());
        assertEquals(CloseOutcome.Kind.TIMED_OUT, outcome(listener()));
    }
}
