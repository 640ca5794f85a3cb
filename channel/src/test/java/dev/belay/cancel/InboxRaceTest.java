package dev.belay.cancel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Every order of the steps of those who put into a queue, take from it and end it. */
final class InboxRaceTest {
    private static final Failure ABORTED = Failure.of(ErrorCode.OPERATION_ABORTED, "aborted");
    private static final Duration LIMIT = Duration.ofSeconds(1);

    /** One queue and where its elements went. */
    private static final class Fixture {
        private final List<String> taken = new ArrayList<>();
        private final List<String> discarded = new ArrayList<>();
        private final List<String> refused = new ArrayList<>();
        private final List<ErrorCode> failures = new ArrayList<>();
        private final Inbox<String> inbox;
        private final Race race;

        Fixture(Race race, int bound) {
            this.race = race;
            inbox =
                    new Inbox<>(
                            Environment.of(race),
                            "element",
                            bound,
                            Long.MAX_VALUE,
                            _ -> 0,
                            discarded::add);
        }

        Race.Body put(String... elements) {
            return () -> {
                for (String element : elements) {
                    try {
                        inbox.put(element, Deadline.NONE, ErrorCode.OPERATION_ABANDONED, null);
                    } catch (BelayException e) {
                        refused.add(element);
                    }
                }
            };
        }

        Race.Body take(int count, @Nullable Duration limit) {
            return () -> {
                for (int i = 0; i < count; i++) {
                    takeOne(limit);
                }
            };
        }

        private void takeOne(@Nullable Duration limit) {
            try {
                String element =
                        inbox.take(
                                Deadline.after(limit, race, "take"),
                                ErrorCode.OPERATION_ABANDONED,
                                null);
                if (element != null) {
                    taken.add(element);
                }
            } catch (BelayException e) {
                failures.add(e.code());
            }
        }

        void assertOneTakenAtMost() {
            assertEquals(List.of("a"), everywhere());
            assertTrue(taken.size() <= 1);
            assertEquals(2, taken.size() + failures.size());
        }

        void assertAllTaken() {
            assertEquals(List.of("a", "b", "c"), everywhere());
            assertEquals(3, taken.size());
        }

        List<String> everywhere() {
            inbox.failNow(ABORTED);
            List<String> all = new ArrayList<>(taken);
            all.addAll(discarded);
            all.addAll(refused);
            return all.stream().sorted().toList();
        }
    }

    private static void explored(int orders) {
        assertTrue(orders > 1, "tried " + orders + " orders");
    }

    @Test
    void everyElementIsTakenOnceInOrder() {
        explored(
                Interleavings.explore(
                        race -> {
                            Fixture f = new Fixture(race, 1);
                            race.actor("putter", f.put("a", "b", "c"))
                                    .actor("taker", f.take(3, null))
                                    .go();
                            assertEquals(List.of("a", "b", "c"), f.taken);
                        }));
    }

    @Test
    void noTurnIsLostAmongSeveralWhoPut() {
        explored(
                Interleavings.explore(
                        race -> {
                            Fixture f = new Fixture(race, 1);
                            race.actor("putter 1", f.put("a", "b"))
                                    .actor("putter 2", f.put("c"))
                                    .actor("taker", f.take(3, null))
                                    .go();
                            f.assertAllTaken();
                        }));
    }

    @Test
    void noTurnIsLostAmongSeveralWhoTake() {
        explored(
                Interleavings.explore(
                        race -> {
                            Fixture f = new Fixture(race, 1);
                            race.actor("putter", f.put("a", "b", "c"))
                                    .actor("taker 1", f.take(2, null))
                                    .actor("taker 2", f.take(1, null))
                                    .go();
                            f.assertAllTaken();
                        }));
    }

    @Test
    void noTurnIsLostAmongSeveral() {
        explored(
                Interleavings.exploreLarge(
                        race -> {
                            Fixture f = new Fixture(race, 1);
                            race.actor("putter 1", f.put("a", "b"))
                                    .actor("putter 2", f.put("c"))
                                    .actor("taker 1", f.take(2, null))
                                    .actor("taker 2", f.take(1, null))
                                    .go();
                            f.assertAllTaken();
                        }));
    }

    @Test
    void aTakerThatGivesUpTakesNothingWithIt() {
        explored(
                Interleavings.explore(
                        race -> {
                            Fixture f = new Fixture(race, 2);
                            race.actor("impatient", f.take(1, LIMIT))
                                    .actor("other", f.take(1, LIMIT))
                                    .actor("time", () -> race.passes(LIMIT))
                                    .actor("putter", f.put("a"))
                                    .go();
                            f.assertOneTakenAtMost();
                        }));
    }

    @Test
    void aTakerThatIsInterruptedTakesNothingWithIt() {
        explored(
                Interleavings.explore(
                        race -> {
                            Fixture f = new Fixture(race, 2);
                            race.actor("interrupted", f.take(1, null))
                                    .actor("other", f.take(1, LIMIT))
                                    .actor("interrupter", () -> race.interrupt("interrupted"))
                                    .actor("putter", f.put("a"))
                                    .go();
                            f.assertOneTakenAtMost();
                        }));
    }

    @Test
    void whatIsInsideIsGivenOutBeforeTheEnd() {
        explored(
                Interleavings.explore(
                        race -> {
                            Fixture f = new Fixture(race, 1);
                            race.actor(
                                            "putter",
                                            () -> {
                                                f.put("a", "b").run();
                                                f.inbox.failAfter(ABORTED);
                                            })
                                    .actor("taker", f.take(3, null))
                                    .go();
                            assertEquals(List.of("a", "b"), f.taken);
                            assertEquals(List.of(ErrorCode.OPERATION_ABORTED), f.failures);
                        }));
    }

    @Test
    void anAbortDiscardsWhatNobodyTookAndEndsAllWaits() {
        explored(
                Interleavings.explore(
                        race -> {
                            Fixture f = new Fixture(race, 1);
                            race.actor("putter", f.put("a", "b"))
                                    .actor("taker", f.take(2, null))
                                    .actor("aborter", () -> f.inbox.failNow(ABORTED))
                                    .go();
                            assertEquals(List.of("a", "b"), f.everywhere());
                            assertEquals(2, f.taken.size() + f.failures.size());
                        }));
    }

    @Test
    void theOwnerEndsTheWait() {
        explored(
                Interleavings.explore(
                        race -> {
                            Fixture f = new Fixture(race, 1);
                            PendingSet owner = new PendingSet(Environment.of(race));
                            race.actor(
                                            "taker",
                                            () -> {
                                                try {
                                                    String element =
                                                            f.inbox.take(
                                                                    Deadline.NONE,
                                                                    ErrorCode.OPERATION_ABANDONED,
                                                                    owner);
                                                    f.taken.add(String.valueOf(element));
                                                } catch (BelayException e) {
                                                    f.failures.add(e.code());
                                                }
                                            })
                                    .actor("putter", f.put("a"))
                                    .actor("aborter", () -> owner.failAll(ABORTED))
                                    .go();
                            assertEquals(List.of("a"), f.everywhere());
                            assertEquals(1, f.taken.size() + f.failures.size());
                        }));
    }

    @Test
    void roomIsSeenByThoseWhoWaitForIt() {
        explored(
                Interleavings.explore(
                        race -> {
                            Fixture f = new Fixture(race, 1);
                            Race.Body sender =
                                    () -> {
                                        f.inbox.awaitRoom(
                                                Deadline.NONE, ErrorCode.OPERATION_ABANDONED, null);
                                        f.inbox.push(Thread.currentThread().getName());
                                    };
                            race.actor("a", sender)
                                    .actor("b", sender)
                                    .actor("taker", f.take(2, null))
                                    .go();
                            assertEquals(List.of("a", "b"), f.everywhere());
                            assertEquals(2, f.taken.size());
                        }));
    }
}
