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

/** What happens to a listener's open that takes its time. */
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
        assertEquals(ListenerState.CREATED, listener.state());
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
    @Cell("LI-USE-OPENING")
    void anOpeningListenerIsMisused() throws InterruptedException {
        Listener listener = newListener();
        Caller<Listener> opening = stalledOpen(listener);
        assertMisuse(() -> listener.open(url()));
        assertMisuse(listener::reset);
        assertMisuse(listener::accept);
        assertEquals(ListenerState.OPENING, listener.state());
        faults().release();
        assertEquals(ListenerState.OPEN, opening.value().state());
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

    @Test
    @Cell("LI-CLOSE-INTERRUPT")
    void anInterruptedCloseIsNotGraceful() {
        listener();
        Caller<Boolean> closing =
                startRun(
                        () -> {
                            Thread.currentThread().interrupt();
                            listener().close();
                        });
        assertTrue(closing.value());
        assertTrue(closing.keptFlag());
        assertEquals(ListenerState.CLOSED, listener().state());
        assertEquals(CloseOutcome.Kind.ABORTED, outcome(listener()));
    }
}
