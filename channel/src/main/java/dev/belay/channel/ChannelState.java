package dev.belay.channel;

import dev.belay.cancel.LifecycleTable;
import dev.belay.cancel.Trigger;

/** The states of a {@link Channel}. */
public enum ChannelState {
    /** New or reset; can be opened, or accepted by its listener. */
    CREATED,
    /** An open runs. */
    OPENING,
    /** An accept runs. */
    ACCEPTING,
    /** Messages can be sent and received. */
    OPEN,
    /** Can no longer be used; waits for its close. */
    FAULTED,
    /** A close runs. */
    CLOSING,
    /** At rest; can be reset. */
    CLOSED;

    /*
     *            OPEN/ACCEPT              OPENED         ABORT, FAULT
     *  CREATED ---------------> OPENING ---------> OPEN -------------> FAULTED
     *   ^   ^  <--------------- ACCEPTING           |                     |
     *   |   |   OPEN_FAILED,    |                   | CLOSE               | CLOSE
     *   |   |   ABORT           | CLOSE             v        CLOSED       |
     *   |   +-- RESET -- CLOSED <----------------- CLOSING <--------------+
     */
    static final LifecycleTable<ChannelState> TABLE =
            LifecycleTable.of(ChannelState.class, CREATED, OPEN, CLOSING)
                    .on(CREATED, Trigger.OPEN, OPENING)
                    .on(CREATED, Trigger.ACCEPT, ACCEPTING)
                    .on(CREATED, Trigger.ABORT, CREATED)
                    .on(CREATED, Trigger.RESET, CREATED)
                    .on(CREATED, Trigger.CLOSE, CLOSED)
                    .on(OPENING, Trigger.OPENED, OPEN)
                    .on(OPENING, Trigger.OPEN_FAILED, CREATED)
                    .on(OPENING, Trigger.ABORT, CREATED)
                    .on(OPENING, Trigger.CLOSE, CLOSED)
                    .on(ACCEPTING, Trigger.OPENED, OPEN)
                    .on(ACCEPTING, Trigger.OPEN_FAILED, CREATED)
                    .on(ACCEPTING, Trigger.ABORT, CREATED)
                    .on(ACCEPTING, Trigger.CLOSE, CLOSED)
                    .on(OPEN, Trigger.ABORT, FAULTED)
                    .on(OPEN, Trigger.FAULT, FAULTED)
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
