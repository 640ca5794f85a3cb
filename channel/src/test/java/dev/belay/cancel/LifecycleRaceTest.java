package dev.belay.cancel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Every order of the steps of opening, aborting, faulting, closing and resetting one object. */
final class LifecycleRaceTest {
    private static final Failure ABORTED = Failure.of(ErrorCode.OPERATION_ABORTED, "aborted");
    private static final Failure BROKEN = Failure.of(ErrorCode.ENDPOINT_DISCONNECTED, "broken");

    private enum State {
        CREATED,
        OPENING,
        OPEN,
        FAULTED,
        CLOSING,
        CLOSED;

        private static final LifecycleTable<State> TABLE =
                LifecycleTable.of(State.class, CREATED, OPEN, CLOSING)
                        .on(CREATED, Trigger.OPEN, OPENING)
                        .on(CREATED, Trigger.ABORT, CREATED)
                        .on(CREATED, Trigger.RESET, CREATED)
                        .on(CREATED, Trigger.CLOSE, CLOSED)
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

    /** One life with a resource that must be closed unless the object is open. */
    private static final class Life extends Epoch {
        private int closed;

        Life(Environment environment) {
            super(environment);
            onFailure(() -> closed++);
        }
    }

    /** An object with the least that a channel does. */
    private static final class Fixture {
        private final Environment environment;
        private final Lifecycle<State, Life> lifecycle;
        private final List<Life> lives = new ArrayList<>();
        private final List<Object> results = new ArrayList<>();

        Fixture(Race race) {
            environment = Environment.of(race);
            lifecycle = new Lifecycle<>(State.TABLE, environment, "object");
        }

        /** Opens as a channel does; the transport completes at once. */
        void open() {
            Life life = new Life(environment);
            try {
                lifecycle.start(Trigger.OPEN, "open", life);
                lives.add(life);
                Pending<@Nullable Void> opening = life.pendings().add("open");
                opening.complete(null);
                opening.await(Deadline.NONE, ErrorCode.OPERATION_ABORTED);
            } catch (BelayException e) {
                lifecycle.openFailed(life, Failure.of(e, e.code(), "open"));
                results.add(e.code());
                return;
            }
            if (lifecycle.opened(life)) {
                results.add("open");
            } else {
                life.terminate();
                results.add(ErrorCode.OPERATION_ABORTED);
            }
        }

        void abort() {
            Life life = lifecycle.abort(ABORTED);
            if (life != null) {
                life.terminate();
            }
        }

        void fault() {
            Life life = lifecycle.epoch();
            if (life != null) {
                lifecycle.fault(life, BROKEN);
                if (life.failure() != null) {
                    life.terminate();
                }
            }
        }

        void close() {
            new CloseWork<State, Life>(lifecycle, environment) {
                @Override
                protected void gracefully(Life life, Deadline deadline) {
                    life.pendings().awaitEmpty(deadline);
                }

                @Override
                protected void drop(Life life, Failure why) {
                    life.closed++;
                }
            }.run(null);
        }

        /** Waits as a receive does, and notes how it ended. */
        void call() {
            Life life = lifecycle.epoch();
            if (life == null || !lifecycle.isOpen(life)) {
                results.add("not open");
                return;
            }
            Pending<String> pending = life.pendings().add("call");
            try {
                results.add(pending.await(Deadline.NONE, ErrorCode.OPERATION_ABANDONED));
            } catch (BelayException e) {
                results.add(e.code());
            }
        }

        void check() {
            for (Life life : lives) {
                boolean open = lifecycle.isOpen(life);
                assertEquals(open, life.closed == 0, () -> "resources in " + lifecycle);
                assertEquals(0, life.pendings().size());
            }
        }
    }

    private static void explored(int orders) {
        assertTrue(orders > 1, "tried " + orders + " orders");
    }

    @Test
    void anAbortIsNeverLost() {
        explored(
                Interleavings.explore(
                        race -> {
                            Fixture f = new Fixture(race);
                            race.actor("opener", f::open).actor("aborter", f::abort).go();
                            f.check();
                            boolean opened = f.results.contains("open");
                            assertEquals(
                                    opened ? State.FAULTED : State.CREATED, f.lifecycle.state());
                            assertEquals(1, f.results.size());
                        }));
    }

    @Test
    void abortThenOpenAgainIsNoRace() {
        explored(
                Interleavings.explore(
                        race -> {
                            Fixture f = new Fixture(race);
                            race.actor("opener", f::open)
                                    .actor(
                                            "aborter",
                                            () -> {
                                                f.abort();
                                                if (f.lifecycle.state() == State.CREATED
                                                        && !f.lives.isEmpty()) {
                                                    f.open();
                                                }
                                            })
                                    .go();
                            f.check();
                            if (f.results.size() == 2) {
                                assertEquals(State.OPEN, f.lifecycle.state());
                                assertTrue(
                                        f.results.contains("open")
                                                && f.results.contains(ErrorCode.OPERATION_ABORTED));
                            }
                        }));
    }

    private static void assertCallEnded(Fixture f) {
        f.check();
        Object result = f.results.getLast();
        assertTrue(
                List.of("not open", ErrorCode.OPERATION_ABORTED, ErrorCode.ENDPOINT_DISCONNECTED)
                        .contains(result),
                () -> "call ended with " + result);
    }

    private static void assertClosed(Fixture f) {
        assertEquals(State.CLOSED, f.lifecycle.state());
        assertTrue(f.lifecycle.outcome() != null);
    }

    @Test
    void aCloseRacesWithACall() {
        explored(
                Interleavings.explore(
                        race -> {
                            Fixture f = new Fixture(race);
                            f.open();
                            race.actor("caller", f::call)
                                    .actor("closer", f::close)
                                    .actor("aborter", f::abort)
                                    .go();
                            assertCallEnded(f);
                            assertClosed(f);
                        }));
    }

    @Test
    void faultAndCloseRaceWithACall() {
        explored(
                Interleavings.explore(
                        race -> {
                            Fixture f = new Fixture(race);
                            f.open();
                            race.actor("caller", f::call)
                                    .actor("closer", f::close)
                                    .actor("reader", f::fault)
                                    .go();
                            assertCallEnded(f);
                            assertClosed(f);
                        }));
    }

    @Test
    void abortAndFaultRaceWithACall() {
        explored(
                Interleavings.explore(
                        race -> {
                            Fixture f = new Fixture(race);
                            f.open();
                            race.actor("caller", f::call)
                                    .actor("reader", f::fault)
                                    .actor("aborter", f::abort)
                                    .go();
                            assertCallEnded(f);
                            assertEquals(State.FAULTED, f.lifecycle.state());
                        }));
    }

    @Test
    void abortFaultAndCloseRace() {
        explored(
                Interleavings.explore(
                        race -> {
                            Fixture f = new Fixture(race);
                            f.open();
                            race.actor("reader", f::fault)
                                    .actor("aborter", f::abort)
                                    .actor("closer", f::close)
                                    .go();
                            f.check();
                            assertClosed(f);
                        }));
    }

    @Test
    void abortFaultAndCloseRaceWithACall() {
        explored(
                Interleavings.exploreLarge(
                        race -> {
                            Fixture f = new Fixture(race);
                            f.open();
                            race.actor("caller", f::call)
                                    .actor("reader", f::fault)
                                    .actor("aborter", f::abort)
                                    .actor("closer", f::close)
                                    .go();
                            assertCallEnded(f);
                            assertClosed(f);
                        }));
    }

    @Test
    void allClosesEndAndOneOfThemCloses() {
        explored(
                Interleavings.explore(
                        race -> {
                            Fixture f = new Fixture(race);
                            f.open();
                            race.actor("closer 1", f::close)
                                    .actor("closer 2", f::close)
                                    .actor("aborter", f::abort)
                                    .go();
                            f.check();
                            assertEquals(State.CLOSED, f.lifecycle.state());
                        }));
    }

    @Test
    void closeWhileOpening() {
        explored(
                Interleavings.explore(
                        race -> {
                            Fixture f = new Fixture(race);
                            race.actor(
                                            "opener",
                                            () -> {
                                                try {
                                                    f.open();
                                                } catch (IllegalStateException e) {
                                                    f.results.add("closed before");
                                                }
                                            })
                                    .actor("closer", f::close)
                                    .go();
                            f.check();
                            assertEquals(State.CLOSED, f.lifecycle.state());
                            assertEquals(1, f.results.size());
                        }));
    }
}
