package dev.belay.testing.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.belay.service.OperationContext;
import dev.belay.service.RunningOperation;
import dev.belay.service.ServiceEndpoint;
import dev.belay.service.ServiceHost;
import dev.belay.service.ServiceProxy;
import dev.belay.service.SessionKey;
import dev.belay.testing.ControlledClock;
import dev.belay.testing.cells.Cell;
import dev.belay.testing.cells.OverTransport;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * When what an application keeps for a channel is closed: once, after the last of its code has
 * returned. The clock stands still, so that no limit can be what ends a wait.
 */
@ParameterizedClass
@EnumSource(value = Wire.class, names = Wire.ENCODINGS, mode = EnumSource.Mode.MATCH_NONE)
@OverTransport({"net.tcp", "http"})
@SuppressWarnings("FutureReturnValueIgnored") // a scene needs the call, not its result
final class StateReleaseTest {
    private static final SessionKey<AutoCloseable> VALUE = SessionKey.named("value");
    private static final Duration LONG = Duration.ofDays(1);

    private final Wire wire;
    private final ControlledClock clock = new ControlledClock();
    private final ServiceBed bed;

    /** What happened, in order. */
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    private final Semaphore operation = new Semaphore(0);
    private final Semaphore cancelCallback = new Semaphore(0);
    private final Semaphore closeCallback = new Semaphore(1000);

    StateReleaseTest(Wire wire) {
        this.wire = wire;
        bed = new ServiceBed(wire, clock);
    }

    @AfterEach
    void closeBed() throws Exception {
        operation.release(1000);
        cancelCallback.release(1000);
        closeCallback.release(1000);
        bed.close();
    }

    /** A service of one channel. It keeps a value, waits, and does not care for interrupts. */
    private final class Kept implements Basket, AutoCloseable {
        @Override
        public String begin(String how) {
            OperationContext context = OperationContext.current();
            context.session().getOrPut(VALUE, () -> () -> events.add("value closed"));
            context.interruptOnCancel(false);
            context.onCancel(
                    reason -> {
                        events.add("told");
                        cancelCallback.acquireUninterruptibly();
                        events.add("told all");
                    });
            if (how.equals("wait")) {
                events.add("running");
                operation.acquireUninterruptibly();
            }
            events.add("returned");
            return how;
        }

        @Override
        public String add(String item) {
            return item;
        }

        @Override
        public String end(String how) {
            return how;
        }

        @Override
        public void note(String text) {
            begin(text);
        }

        @Override
        public void close() {
            events.add("service closed");
        }
    }

    private ServiceHost host(UnaryOperator<ServiceHost.Builder> options) {
        ServiceEndpoint endpoint =
                ServiceEndpoint.perSession(Basket.CONTRACT, Kept::new, wire.anyAddress())
                        .binding(bed.binding())
                        .maxConcurrency(9)
                        .onClose(
                                _ -> {
                                    closeCallback.acquireUninterruptibly();
                                    events.add("seen off");
                                })
                        .build();
        return bed.host(options, endpoint);
    }

    private ServiceHost host() {
        return host(o -> o.closeTimeout(LONG).stuckTimeout(LONG));
    }

    private ServiceProxy<Basket> proxy(ServiceHost host) {
        return bed.proxy(
                        Basket.CONTRACT,
                        host.addresses().getFirst(),
                        o -> o.callTimeout(null).closeTimeout(LONG))
                .open();
    }

    private void run(ServiceProxy<Basket> proxy) throws InterruptedException {
        proxy.start(c -> c.begin("wait"));
        assertEquals("running", next());
    }

    private @Nullable String next() throws InterruptedException {
        return events.poll(ServiceBed.SOON.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void assertNext(String... expected) throws InterruptedException {
        for (String each : expected) {
            assertEquals(each, next());
        }
    }

    /** Waits for as many operations to return, which then wait for their cancel callbacks. */
    private static void awaitReturned(ServiceHost host) {
        while (host.runningOperations().stream().anyMatch(each -> each.thread() != null)) {
            Thread.onSpinWait();
        }
    }

    @Test
    @Cell("OP-STATE-RELEASE")
    void stateIsReleasedAfterTheSession() throws Exception {
        ServiceHost host = host();
        ServiceProxy<Basket> proxy = proxy(host);
        assertEquals("x", proxy.contract().begin("x"));
        assertNext("returned");
        if (wire.hasSession()) {
            assertEquals("y", proxy.contract().begin("y"));
            assertNext("returned");
            assertNull(events.poll());
        }
        proxy.close();
        assertNext("seen off", "value closed", "service closed");
        host.close();
        assertNull(events.poll());
    }

    @Test
    @Cell("OP-STATE-RELEASE")
    void stateOutlivesAOneWayOperation() throws Exception {
        ServiceHost host = host();
        ServiceProxy<Basket> proxy = proxy(host);
        proxy.contract().note("wait");
        assertNext("running");
        Outcome<Boolean> closing = Outcome.ofRun(proxy::close);
        assertNull(events.poll());
        operation.release();
        assertNext("returned", "seen off", "value closed", "service closed");
        assertTrue(closing.get());
        host.close();
        assertNull(events.poll());
    }

    @Test
    @Cell("OP-STATE-RELEASE-CLIENT")
    void stateIsReleasedWhenAllThatRunsForALostClientHasReturned() throws Exception {
        ServiceHost host = host();
        ServiceProxy<Basket> proxy = proxy(host);
        run(proxy);
        proxy.abort();
        assertNext("told");
        operation.release();
        assertNext("returned");
        awaitReturned(host);
        clock.advance(LONG.dividedBy(2));
        assertNull(events.poll());
        cancelCallback.release();
        assertNext("told all", "seen off", "value closed", "service closed");
        host.close();
        assertNull(events.poll());
    }

    @Test
    @Cell("OP-STATE-RELEASE-CLIENT")
    void lastOperationOfASessionReleasesItsState() throws Exception {
        assumeTrue(wire.hasSession());
        cancelCallback.release(1000);
        ServiceHost host = host();
        ServiceProxy<Basket> proxy = proxy(host);
        run(proxy);
        run(proxy);
        proxy.abort();
        awaitEvents("told", "told all", "told", "told all");
        operation.release();
        assertNext("returned");
        while (host.runningOperations().size() > 1) {
            Thread.onSpinWait();
        }
        assertNull(events.poll());
        operation.release();
        assertNext("returned", "seen off", "value closed", "service closed");
    }

    private void awaitEvents(String... anyOrder) throws InterruptedException {
        List<String> left = new java.util.ArrayList<>(List.of(anyOrder));
        while (!left.isEmpty()) {
            String event = next();
            assertTrue(left.remove(event), () -> "unexpected: " + event);
        }
    }

    @Test
    @Cell("OP-STATE-RELEASE-ABORT")
    void stateIsReleasedBeforeTheCloseOfAnAbortedHostReturns() throws Exception {
        closeCallback.drainPermits();
        ServiceHost host = host();
        run(proxy(host));
        host.abort();
        assertNext("told");
        operation.release();
        assertNext("returned");
        cancelCallback.release();
        assertNext("told all");
        Outcome<Boolean> closing = Outcome.ofRun(host::close);
        while (host.runningOperations().size() > 1) {
            Thread.onSpinWait();
        }
        clock.advance(LONG.dividedBy(2));
        assertNull(events.poll());
        closeCallback.release();
        assertTrue(closing.get());
        assertEquals(List.of("seen off", "value closed", "service closed"), List.copyOf(events));
        assertEquals(List.of(), host.stuckOperations());
    }

    @Test
    @Cell("OP-STATE-RELEASE-STUCK")
    void stateOfAStuckOperationIsReleasedWhenItEndsAfterAll() throws Exception {
        cancelCallback.release(1000);
        ServiceHost host = host(o -> o.closeTimeout(Duration.ZERO).stuckTimeout(Duration.ZERO));
        run(proxy(host));
        host.close();
        List<RunningOperation> stuck = host.stuckOperations();
        assertTrue(stuck.stream().anyMatch(each -> each.operation().equals("Begin")));
        awaitEvents("told", "told all", "seen off");
        assertNull(events.poll());
        operation.release();
        assertNext("returned", "value closed", "service closed");
    }
}
