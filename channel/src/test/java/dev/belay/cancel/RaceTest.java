package dev.belay.cancel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Every order of the steps of a pending operation, and of sets of them. */
final class RaceTest {
    private static final Failure ABORTED = Failure.of(ErrorCode.OPERATION_ABORTED, "aborted");
    private static final Failure BROKEN = Failure.of(ErrorCode.ENDPOINT_DISCONNECTED, "broken");
    private static final Duration LIMIT = Duration.ofSeconds(1);

    /** What one waiter got: a value or a code. */
    private static Object outcome(Pending<?> pending, Deadline deadline) {
        try {
            return pending.await(deadline, ErrorCode.OPERATION_ABANDONED);
        } catch (BelayException e) {
            return e.code();
        }
    }

    private static void explored(int orders) {
        assertTrue(orders > 1, "tried " + orders + " orders");
    }

    @Test
    void theHarnessFindsALostUpdate() {
        assertThrows(
                AssertionError.class,
                () ->
                        Interleavings.explore(
                                race -> {
                                    int[] counter = new int[1];
                                    Race.Body increment =
                                            () -> {
                                                int seen = counter[0];
                                                race.step();
                                                counter[0] = seen + 1;
                                            };
                                    race.actor("one", increment).actor("two", increment).go();
                                    assertEquals(2, counter[0]);
                                }));
    }

    @Test
    void theHarnessFindsAWaitThatNobodyEnds() {
        assertThrows(
                AssertionError.class,
                () ->
                        Interleavings.explore(
                                race -> {
                                    boolean[] asked = new boolean[1];
                                    Pending<String> pending = Pending.of(race, "value");
                                    race.actor(
                                                    "waiter",
                                                    () -> {
                                                        asked[0] = true;
                                                        outcome(pending, Deadline.NONE);
                                                    })
                                            .actor(
                                                    "other",
                                                    () -> {
                                                        if (asked[0]) {
                                                            pending.complete("late");
                                                        }
                                                        race.step();
                                                    })
                                            .go();
                                }));
    }

    @Test
    void exactlyOneOfCompletionAndFailuresWins() {
        explored(
                Interleavings.explore(
                        race -> {
                            AtomicInteger winners = new AtomicInteger();
                            AtomicReference<Object> got = new AtomicReference<>();
                            AtomicReference<Object> meant = new AtomicReference<>();
                            Pending<String> pending = Pending.of(race, "value");
                            race.actor("waiter", () -> got.set(outcome(pending, Deadline.NONE)))
                                    .actor(
                                            "completer",
                                            () -> {
                                                if (pending.complete("value")) {
                                                    winners.incrementAndGet();
                                                    meant.set("value");
                                                }
                                            })
                                    .actor(
                                            "aborter",
                                            () -> {
                                                if (pending.fail(ABORTED)) {
                                                    winners.incrementAndGet();
                                                    meant.set(ErrorCode.OPERATION_ABORTED);
                                                }
                                            })
                                    .actor(
                                            "breaker",
                                            () -> {
                                                if (pending.fail(BROKEN)) {
                                                    winners.incrementAndGet();
                                                    meant.set(ErrorCode.ENDPOINT_DISCONNECTED);
                                                }
                                            })
                                    .go();
                            assertEquals(1, winners.get());
                            assertEquals(meant.get(), got.get());
                        }));
    }

    @Test
    void timeOutInterruptAndCompletionRace() {
        explored(
                Interleavings.explore(
                        race -> {
                            AtomicReference<Object> got = new AtomicReference<>();
                            AtomicReference<Boolean> flag = new AtomicReference<>();
                            AtomicReference<Boolean> completed = new AtomicReference<>();
                            Pending<String> pending = Pending.of(race, "value");
                            Deadline deadline = Deadline.after(LIMIT, race, "test");
                            race.actor(
                                            "waiter",
                                            () -> {
                                                got.set(outcome(pending, deadline));
                                                flag.set(Thread.currentThread().isInterrupted());
                                            })
                                    .actor(
                                            "completer",
                                            () -> completed.set(pending.complete("value")))
                                    .actor("time", () -> race.passes(LIMIT))
                                    .actor("interrupter", () -> race.interrupt("waiter"))
                                    .go();
                            if (completed.get()) {
                                assertEquals("value", got.get());
                            } else if (got.get() == ErrorCode.OPERATION_ABANDONED) {
                                assertTrue(flag.get(), "the flag is kept");
                            } else {
                                assertEquals(ErrorCode.OPERATION_TIMED_OUT, got.get());
                            }
                        }));
    }

    @Test
    void aResourceThatComesLateIsClosedAndOnlyThen() {
        explored(
                Interleavings.explore(
                        race -> {
                            AtomicInteger closed = new AtomicInteger();
                            AtomicReference<Object> got = new AtomicReference<>();
                            Pending<String> pending =
                                    Pending.of(race, "connection", _ -> closed.incrementAndGet());
                            Deadline deadline = Deadline.after(LIMIT, race, "connect");
                            race.actor("opener", () -> got.set(outcome(pending, deadline)))
                                    .actor("connector", () -> pending.complete("connection"))
                                    .actor("aborter", () -> pending.fail(ABORTED))
                                    .actor("time", () -> race.passes(LIMIT))
                                    .go();
                            assertEquals("connection".equals(got.get()) ? 0 : 1, closed.get());
                        }));
    }

    @Test
    void aCloserRunsOnceWheneverItFailsAndNeverElse() {
        explored(
                Interleavings.explore(
                        race -> {
                            AtomicInteger closed = new AtomicInteger();
                            AtomicInteger ended = new AtomicInteger();
                            Pending<String> pending = Pending.of(race, "value");
                            race.actor(
                                            "worker",
                                            () -> {
                                                pending.onFailure(closed::incrementAndGet);
                                                pending.onEnd(ended::incrementAndGet);
                                                pending.complete("value");
                                            })
                                    .actor("aborter", () -> pending.fail(ABORTED))
                                    .actor("breaker", () -> pending.fail(BROKEN))
                                    .go();
                            assertEquals(pending.failure() == null ? 0 : 1, closed.get());
                            assertEquals(1, ended.get());
                        }));
    }

    @Test
    void everyOperationOfAFailedSetEndsAndTheSetIsEmpty() {
        explored(
                Interleavings.explore(
                        race -> {
                            Environment environment = Environment.of(race);
                            PendingSet set = new PendingSet(environment);
                            List<Object> got = new ArrayList<>();
                            AtomicReference<Boolean> empty = new AtomicReference<>();
                            Race.Body call =
                                    () -> {
                                        Pending<String> pending = set.add("call");
                                        got.add(outcome(pending, Deadline.NONE));
                                    };
                            race.actor("one", call)
                                    .actor("two", call)
                                    .actor("aborter", () -> set.failAll(ABORTED))
                                    .actor("closer", () -> empty.set(set.awaitEmpty(Deadline.NONE)))
                                    .go();
                            assertEquals(
                                    List.of(
                                            ErrorCode.OPERATION_ABORTED,
                                            ErrorCode.OPERATION_ABORTED),
                                    got);
                            assertTrue(empty.get());
                            assertEquals(0, set.size());
                            assertEquals(0, environment.ledger().count(Ledger.Kind.PENDING));
                        }));
    }

    @Test
    void anOperationInTwoSetsEndsInBoth() {
        explored(
                Interleavings.explore(
                        race -> {
                            Environment environment = Environment.of(race);
                            PendingSet proxy = new PendingSet(environment);
                            PendingSet channel = new PendingSet(environment);
                            AtomicReference<Object> got = new AtomicReference<>();
                            race.actor(
                                            "caller",
                                            () -> {
                                                Pending<String> call =
                                                        channel.adopt(proxy.add("call"));
                                                got.set(outcome(call, Deadline.NONE));
                                            })
                                    .actor("channel", () -> channel.failAll(BROKEN))
                                    .actor("proxy", () -> proxy.failAll(ABORTED))
                                    .go();
                            assertNotNull(got.get());
                            assertEquals(0, proxy.size() + channel.size());
                            assertEquals(0, environment.ledger().count(Ledger.Kind.PENDING));
                        }));
    }

    @Test
    void aCancelCallbackIsToldOnceOrTakenBack() {
        explored(
                Interleavings.explore(
                        race -> {
                            AtomicInteger told = new AtomicInteger();
                            AtomicInteger afterEnd = new AtomicInteger();
                            AtomicReference<Boolean> ended = new AtomicReference<>(false);
                            List<Runnable> dispatched = new ArrayList<>();
                            Environment environment =
                                    Environment.withDispatcher(race, dispatched::add);
                            CancellationSource source = new CancellationSource(environment);
                            race.actor(
                                            "operation",
                                            () -> {
                                                Registration registration =
                                                        source.token()
                                                                .onCancel(
                                                                        _ -> {
                                                                            told.incrementAndGet();
                                                                            if (ended.get()) {
                                                                                afterEnd
                                                                                        .incrementAndGet();
                                                                            }
                                                                        });
                                                race.step();
                                                registration.close();
                                                source.end();
                                                ended.set(true);
                                            })
                                    .actor("host", () -> source.cancel(CancelReason.HOST_ABORT))
                                    .actor(
                                            "channel",
                                            () -> source.cancel(CancelReason.CHANNEL_FAULTED))
                                    .actor(
                                            "dispatcher",
                                            () -> {
                                                for (int i = 0; i < 3; i++) {
                                                    race.step();
                                                    if (!dispatched.isEmpty()) {
                                                        dispatched.removeFirst().run();
                                                    }
                                                }
                                            })
                                    .go();
                            dispatched.forEach(Runnable::run);
                            assertTrue(told.get() <= 1);
                            assertEquals(0, afterEnd.get());
                            assertTrue(source.awaitNotices(Deadline.NONE));
                            assertEquals(0, environment.ledger().count(Ledger.Kind.REGISTRATION));
                        }));
    }

    @Test
    void aWaiterThatDoesNotTakePartChangesNothing() {
        explored(
                Interleavings.explore(
                        race -> {
                            Pending<String> pending = Pending.of(race, "close");
                            AtomicReference<Boolean> seen = new AtomicReference<>();
                            Deadline deadline = Deadline.after(LIMIT, race, "join");
                            race.actor("joiner", () -> seen.set(pending.awaitDone(deadline)))
                                    .actor("closer", () -> pending.complete("closed"))
                                    .actor("time", () -> race.passes(LIMIT))
                                    .go();
                            assertNull(pending.failure());
                            assertTrue(pending.isDone());
                            assertFalse(seen.get() == null);
                        }));
    }
}
