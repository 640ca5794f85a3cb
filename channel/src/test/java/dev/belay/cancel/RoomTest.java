package dev.belay.cancel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Deadlines, failures and pending operations, step by step. */
final class RoomTest {
    /** A clock that the test sets; nobody parks on it. */
    private static final class StandingClock extends Clock {
        private long now;

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        protected void park(Object blocker, long untilNanos) {
            throw new AssertionError("nobody waits here");
        }

        @Override
        protected void unpark(Thread thread) {}
    }

    private final StandingClock clock = new StandingClock();

    @Test
    void aDeadlineSaysWhichItIsAndHowLate() {
        Deadline deadline = Deadline.after(Duration.ofSeconds(2), clock, "call");
        assertFalse(deadline.hasPassed());
        assertEquals(Duration.ofSeconds(2).toNanos(), deadline.remainingNanos());
        clock.now = Duration.ofMillis(2250).toNanos();
        assertTrue(deadline.hasPassed());
        assertEquals(0, deadline.remainingNanos());
        BelayException e = deadline.timedOut();
        assertEquals(ErrorCode.OPERATION_TIMED_OUT, e.code());
        assertEquals("call deadline of 2000 ms passed 250 ms ago", e.getMessage());
    }

    @Test
    void limitsAtTheEndsOfTheirRange() {
        clock.now = 5;
        assertSame(Deadline.NONE, Deadline.after(null, clock, "none"));
        assertFalse(Deadline.NONE.hasPassed());
        assertTrue(Deadline.after(Duration.ZERO, clock, "zero").hasPassed());
        assertTrue(Deadline.after(Duration.ofSeconds(-1), clock, "negative").hasPassed());
        Deadline longest = Deadline.after(Duration.ofSeconds(Long.MAX_VALUE), clock, "long");
        assertFalse(longest.hasPassed());
        assertFalse(longest.isNone());
        Deadline near = Deadline.after(Duration.ofSeconds(1), clock, "near");
        assertSame(near, longest.earlier(near));
        assertSame(near, near.earlier(Deadline.NONE));
    }

    @Test
    void eachWaiterThrowsAnExceptionOfItsOwnWithTheFirstAsCause() {
        Failure failure = Failure.of(ErrorCode.ENDPOINT_DISCONNECTED, "broke").rooted();
        BelayException one = failure.toException();
        BelayException two = failure.toException();
        assertNotSame(one, two);
        assertSame(failure.cause(), one.getCause());
        assertSame(failure.cause(), two.getCause());
    }

    @Test
    void laterFailuresAreSuppressedOntoTheFirstUpToABound() {
        Failure first = Failure.of(ErrorCode.ENDPOINT_DISCONNECTED, "first").rooted();
        first.suppress(first);
        for (int i = 0; i < 100; i++) {
            first.suppress(Failure.of(ErrorCode.OPERATION_ABORTED, "later " + i));
        }
        Throwable cause = first.cause();
        assertEquals(8, cause.getSuppressed().length);
        assertEquals("later 0", cause.getSuppressed()[0].getMessage());
    }

    @Test
    void aResultThatIsThereCountsThoughTheThreadIsInterruptedAndLate() {
        Pending<String> pending = Pending.of(clock, "value");
        pending.complete("there");
        Deadline passed = Deadline.after(Duration.ZERO, clock, "passed");
        Thread.currentThread().interrupt();
        assertEquals("there", pending.await(passed, ErrorCode.OPERATION_ABANDONED));
        assertTrue(Thread.interrupted(), "the flag is kept");
    }

    @Test
    void anInterruptedWaiterGetsTheCodeItAskedFor() {
        Pending<String> pending = Pending.of(clock, "reply");
        Thread.currentThread().interrupt();
        BelayException e =
                assertThrows(
                        BelayException.class,
                        () -> pending.await(Deadline.NONE, ErrorCode.OPERATION_ABANDONED));
        assertTrue(Thread.interrupted(), "the flag is kept");
        assertEquals(ErrorCode.OPERATION_ABANDONED, e.code());
        assertFalse(pending.complete("late"));
    }

    @Test
    void aValueThatIsOfferedTooLateStaysWithItsOwner() {
        List<String> discarded = new ArrayList<>();
        Pending<String> pending = Pending.of(clock, "value", discarded::add);
        pending.fail(Failure.of(ErrorCode.OPERATION_ABORTED, "aborted"));
        assertFalse(pending.offer("offered"));
        assertFalse(pending.complete("completed"));
        assertEquals(List.of("completed"), discarded);
    }

    @Test
    void aCloserThatThrowsHarmsNobody() {
        Pending<String> pending = Pending.of(clock, "value");
        List<String> closed = new ArrayList<>();
        pending.onFailure(() -> closed.add("first"));
        pending.onFailure(
                () -> {
                    throw new IllegalStateException("broken closer");
                });
        pending.onFailure(() -> closed.add("third"));
        Failure failure = Failure.of(ErrorCode.OPERATION_ABORTED, "aborted").rooted();
        assertTrue(pending.fail(failure));
        assertEquals(2, closed.size());
        assertEquals(1, failure.cause().getSuppressed().length);
    }

    @Test
    void aFailedSetTakesNothingMore() {
        Environment environment = Environment.of(clock);
        PendingSet set = new PendingSet(environment);
        Pending<String> before = set.add("before");
        set.failPresent(Failure.of(ErrorCode.OPERATION_ABANDONED, "those here"));
        Pending<String> between = set.add("between");
        assertFalse(between.isDone());
        set.failAll(Failure.of(ErrorCode.OPERATION_ABORTED, "all"));
        Pending<String> after = set.add("after");
        assertEquals(ErrorCode.OPERATION_ABANDONED, before.failure().code());
        assertEquals(ErrorCode.OPERATION_ABORTED, between.failure().code());
        assertEquals(ErrorCode.OPERATION_ABORTED, after.failure().code());
        assertEquals(0, set.size());
        assertEquals(0, environment.ledger().count(Ledger.Kind.PENDING));
    }

    @Test
    void aCancellationReachesTasksThatCarryIt() throws Exception {
        List<Runnable> dispatched = new ArrayList<>();
        CancellationSource source =
                new CancellationSource(Environment.withDispatcher(clock, dispatched::add));
        Cancellation token = source.token();
        assertNull(Cancellation.current());
        assertSame(token, token.wrap(Cancellation::current).call());
        List<Cancellation> seen = new ArrayList<>();
        token.wrap((java.util.concurrent.Executor) Runnable::run)
                .execute(() -> seen.add(Cancellation.current()));
        assertEquals(List.of(token), seen);
        assertFalse(token.isCancelled());
        assertTrue(source.cancel(CancelReason.HOST_ABORT));
        assertFalse(source.cancel(CancelReason.CHANNEL_FAULTED));
        assertTrue(token.reason().is(CancelReason.HOST_ABORT));
    }

    @Test
    void aTableHasOneTransitionForEachTrigger() {
        LifecycleTable.Builder<Thread.State> builder =
                LifecycleTable.of(
                                Thread.State.class,
                                Thread.State.NEW,
                                Thread.State.RUNNABLE,
                                Thread.State.BLOCKED)
                        .on(Thread.State.NEW, Trigger.OPEN, Thread.State.RUNNABLE);
        assertThrows(
                IllegalArgumentException.class,
                () -> builder.on(Thread.State.NEW, Trigger.OPEN, Thread.State.BLOCKED));
        assertNull(builder.build().next(Thread.State.RUNNABLE, Trigger.OPEN));
    }
}
