package dev.belay.channel;

import dev.belay.cancel.LifecycleTable;
import dev.belay.cancel.Trigger;

/** The states of a {@link Listener}. */
public enum ListenerState {
    /** New or reset; can be opened. */
    CREATED,
    /** An open runs. */
    OPENING,
    /** Channels can be accepted, by any number of threads. */
    OPEN,
    /** Was aborted; waits for its close. Nothing else faults a listener. */
    FAULTED,
    /** A close runs. */
    CLOSING,
    /** At rest; can be reset. */
    CLOSED;

    static final LifecycleTable<ListenerState> TABLE =
            LifecycleTable.of(ListenerState.class, CREATED, OPEN, CLOSING)
                    .on(CREATED, Trigger.OPEN, OPENING)
                    .on(CREATED, Trigger.ABORT, CREATED)
                    .on(CREATED, Trigger.RESET, CREATED)
                    .on(CREATED, Trigger.CLOSE, CLOSED)
                    .on(OPENING, Trigger.OPENED, OPEN)
                    .on(OPENING, Trigger.OPEN_FAILED, CREATED)
                    .on(OPENING, Trigger.ABORT, CREATED)
                    .on(OPENING, Trigger.CLOSE, CLOSED)
                    .on(OPEN, Trigger.ABORT, FAULTED)
                    .on(OPEN, Trigger.CLOSE, CLOSING)
                    .on(FAULTED, Trigger.ABORT, FAULTED)
                    .on(FAULTED, Trigger.CLOSE, CLOSING)
                    .on(CLOSING, Trigger.ABORT, CLOSING)
                    .on(CLOSING, Trigger.CLOSED, CLOSED)
                    .on(CLOSED, Trigger.ABORT, CLOSED)
                    .on(CLOSED, Trigger.CLOSE, CLOSED)
                    .on(CLOSED, Trigger.RESET, CREATED)
                    .build();
}
