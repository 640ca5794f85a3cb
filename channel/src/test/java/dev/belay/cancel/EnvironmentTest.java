package dev.belay.cancel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Threads, timer, callbacks and name resolution. */
@Timeout(60)
final class EnvironmentTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Environment environment = Environment.of(Clock.system());

    private static Deadline in(long millis) {
        return Deadline.after(Duration.ofMillis(millis), Clock.system(), "test");
    }

    @Test
    void timersRunInTheOrderOfTheirDeadlines() throws InterruptedException {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch all = new CountDownLatch(2);
        CountDownLatch scheduled = new CountDownLatch(1);
        Deadline sooner = in(30);
        Deadline later = in(60);
        environment.schedule(in(0), () -> awaitUnder(scheduled));
        environment.schedule(
                later,
                () -> {
                    order.add("later");
                    all.countDown();
                });
        environment.schedule(
                sooner,
                () -> {
                    order.add("sooner");
                    all.countDown();
                });
        Registration takenBack = environment.schedule(in(40), () -> order.add("taken back"));
        takenBack.close();
        takenBack.close();
        scheduled.countDown();
        assertTrue(all.await(30, TimeUnit.SECONDS));
        assertEquals(List.of("sooner", "later"), order);
        assertTrue(environment.ledger().awaitAtMost(Ledger.Kind.REGISTRATION, 0, SOON));
    }

    @Test
    void aTimerThatThrowsHarmsNobody() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        environment.schedule(
                in(0),
                () -> {
                    throw new IllegalStateException("on purpose");
                });
        environment.schedule(in(10), ran::countDown);
        assertTrue(ran.await(30, TimeUnit.SECONDS));
    }

    @Test
    void callbacksThatNeverReturnDoNotStopLaterOnes() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch hanging = new CountDownLatch(20);
        CountDownLatch later = new CountDownLatch(1);
        for (int i = 0; i < 20; i++) {
            environment.dispatch(
                    () -> {
                        hanging.countDown();
                        awaitUnder(never);
                    });
        }
        environment.dispatch(later::countDown);
        assertTrue(later.await(30, TimeUnit.SECONDS));
        assertEquals(0, hanging.getCount());
        never.countDown();
        assertTrue(environment.ledger().awaitAtMost(Ledger.Kind.HELPER, 0, SOON));
        assertEquals(0, environment.ledger().count(Ledger.Kind.REGISTRATION));
    }

    @Test
    void aCallbackThatBlocksDoesNotHoldUpOthers() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(3);
        List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        environment.dispatch(() -> awaitUnder(never));
        for (int i = 0; i < 3; i++) {
            environment.dispatch(
                    () -> {
                        threads.add(Thread.currentThread());
                        others.countDown();
                    });
        }
        assertTrue(others.await(30, TimeUnit.SECONDS));
        for (Thread thread : threads) {
            assertFalse(thread.isVirtual());
            assertNotSame(Thread.currentThread(), thread);
        }
        never.countDown();
    }

    private static void awaitUnder(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aNameServiceThatNeverAnswersHoldsUpNobodyWhoGaveUp() throws InterruptedException {
        CountDownLatch answers = new CountDownLatch(1);
        Environment stuck =
                Environment.of(
                        Clock.system(),
                        host -> {
                            awaitUnder(answers);
                            return List.of(InetAddress.getLoopbackAddress());
                        });
        for (int i = 0; i < 10; i++) {
            Pending<List<InetAddress>> pending = Pending.of(stuck.clock(), "address");
            stuck.resolve("host" + i, pending);
            BelayException e =
                    assertThrows(
                            BelayException.class,
                            () -> pending.await(in(5), ErrorCode.OPERATION_ABORTED));
            assertEquals(ErrorCode.OPERATION_TIMED_OUT, e.code());
        }
        assertTrue(stuck.ledger().count(Ledger.Kind.HELPER) <= 4, "the pool is bounded");
        answers.countDown();
    }

    @Test
    void addressesNeedNoNameService() {
        Environment none =
                Environment.of(
                        Clock.system(),
                        host -> {
                            throw new AssertionError("asked for " + host);
                        });
        Pending<List<InetAddress>> pending = Pending.of(none.clock(), "address");
        none.resolve("127.0.0.1", pending);
        assertEquals(1, pending.await(Deadline.NONE, ErrorCode.OPERATION_ABORTED).size());
    }

    @Test
    void aNameThatDoesNotExistIsNotFound() {
        Environment empty =
                Environment.of(
                        Clock.system(),
                        host -> {
                            throw new java.net.UnknownHostException(host);
                        });
        Pending<List<InetAddress>> pending = Pending.of(empty.clock(), "address");
        empty.resolve("nowhere", pending);
        BelayException e =
                assertThrows(
                        BelayException.class,
                        () -> pending.await(Deadline.NONE, ErrorCode.OPERATION_ABORTED));
        assertEquals(ErrorCode.ENDPOINT_NOT_FOUND, e.code());
    }

    @Test
    void workThatEndsLateIsDiscardedAndItsThreadCounted() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Pending<String> pending =
                Pending.of(environment.clock(), "connection", _ -> closed.countDown());
        environment.run(
                "test",
                pending,
                () -> {
                    go.await();
                    return "late";
                });
        assertEquals(1, environment.ledger().count(Ledger.Kind.THREAD));
        pending.fail(Failure.of(ErrorCode.OPERATION_ABORTED, "aborted"));
        go.countDown();
        assertTrue(closed.await(30, TimeUnit.SECONDS));
        assertTrue(environment.ledger().awaitAtMost(Ledger.Kind.THREAD, 0, SOON));
    }
}
