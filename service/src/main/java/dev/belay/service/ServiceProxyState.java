package dev.belay.service;

import dev.belay.cancel.LifecycleTable;
import dev.belay.cancel.Trigger;

/**
 * The states of a {@link ServiceProxy} (WWSAPI, WS_SERVICE_PROXY_STATE).
 *
 * <pre>
 * CREATED ──open──▶ OPENING ──opened──▶ OPEN ──close──▶ CLOSING ──closed──▶ CLOSED
 *    ▲  ▲              │                 │ abort, fault    ▲                  │
 *    │  └─failed,abort─┘                 ▼                 │                  │
 *    │                                FAULTED ────close────┘                  │
 *    └────────────────────────────────reset───────────────────────────────────┘
 * </pre>
 */
public enum ServiceProxyState {
    /** Made or reset; not opened yet. */
    CREATED,
    /** An open is running. */
    OPENING,
    /** Takes calls. */
    OPEN,
    /** A close is running: no new calls, those in flight may still end. */
    CLOSING,
    /** Closed; may be reset. */
    CLOSED,
    /** Aborted, or its session broke; only a close is left. */
    FAULTED;

    static final LifecycleTable<ServiceProxyState> TABLE =
            LifecycleTable.of(ServiceProxyState.class, CREATED, OPEN, CLOSING)
                    .on(CREATED, Trigger.OPEN, OPENING)
                    .on(CREATED, Trigger.ABORT, CREATED)
                    .on(CREATED, Trigger.CLOSE, CLOSED)
                    .on(CREATED, Trigger.RESET, CREATED)
                    .on(OPENING, Trigger.OPENED, OPEN)
                    .on(OPENING, Trigger.OPEN_FAILED, CREATED)
                    .on(OPENING, Trigger.ABORT, CREATED)
                    .on(OPENING, Trigger.CLOSE, CLOSED)
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
