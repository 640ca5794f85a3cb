package dev.belay.testing.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.belay.cancel.CancelReason;
import dev.belay.cancel.Cancellation;
import dev.belay.cancel.CloseOutcome;
import dev.belay.cancel.Registration;
import dev.belay.service.Call;
import dev.belay.service.OperationContext;
import dev.belay.service.ServiceHost;
import dev.belay.service.ServiceProxy;
import dev.belay.service.ServiceProxyState;
import dev.belay.testing.cells.Cell;
import dev.belay.testing.cells.OverTransport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** How operations learn that they are called off. */
@ParameterizedClass
@EnumSource(value = Wire.class, names = Wire.ENCODINGS, mode = EnumSource.Mode.MATCH_NONE)
@OverTransport({"net.tcp", "http"})
@SuppressWarnings("FutureReturnValueIgnored") // a scene needs the call, not its result
final class OperationTest {
    private final Wire wire;
    private final ServiceBed bed;
    private final Script script = new Script();

    OperationTest(Wire wire) {
        this.wire = wire;
        bed = new ServiceBed(wire);
    }

    @AfterEach
    void closeBed() throws Exception {
        script.go.release(1000);
        bed.close();
    }

    /** A service whose operations do what the test says. */
    private static class Script implements Basket {
        final Semaphore go = new Semaphore(0);
        final CountDownLatch started = new CountDownLatch(1);
        final Outcome<OperationContext> context = new Outcome<>();
        final Outcome<CancelReason> told = new Outcome<>();
        final Outcome<String> ended = new Outcome<>();
        Runnable setUp = () -> {};

        /** Waits until it is let go or interrupted. */
        @Override
        public String begin(String text) {
            setUp.run();
            OperationContext current = OperationContext.current();
            context.set(current);
            started.countDown();
            String how = "let go";
            try {
                go.acquire();
            } catch (InterruptedException e) {
                how = "interrupted";
            }
            ended.set(how);
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

        void awaitStarted() throws InterruptedException {
            assertTrue(started.await(ServiceBed.SOON.toSeconds(), TimeUnit.SECONDS));
        }
    }

    private ServiceHost host() {
        return bed.host(
                o -> o.closeTimeout(Duration.ofDays(1)).stuckTimeout(Duration.ofDays(1)),
                bed.endpoint(Basket.CONTRACT, script).maxConcurrency(4).build());
    }

    /** Runs the operation and gives the call. */
    private Call<String> run(ServiceProxy<Basket> proxy) throws InterruptedException {
        Call<String> call = proxy.start(c -> c.begin("x"));
        script.awaitStarted();
        return call;
    }

    @Test
    @Cell({"OP-CANCEL-CHANNEL", "OP-INTERRUPT"})
    void operationLearnsThatItsClientLeft() throws Exception {
        script.setUp = () -> OperationContext.current().onCancel(script.told::set);
        ServiceProxy<Basket> proxy = bed.proxy(Basket.CONTRACT, host());
        run(proxy);
        assertFalse(script.context.get().isCancelled());
        proxy.abort();
        assertTrue(script.told.get().is(CancelReason.CHANNEL_FAULTED));
        assertEquals("interrupted", script.ended.get());
        assertTrue(script.context.get().isCancelled());
    }

    @Test
    @Cell("OP-CANCEL-HOST")
    void operationLearnsThatItsHostIsAborted() throws Exception {
        script.setUp = () -> OperationContext.current().onCancel(script.told::set);
        ServiceHost host = host();
        run(bed.proxy(Basket.CONTRACT, host));
        host.abort();
        assertTrue(script.told.get().is(CancelReason.HOST_ABORT));
        assertEquals("interrupted", script.ended.get());
    }

    @Test
    @Cell({"OP-CANCEL-SEVERAL", "OP-CANCEL-ONCE", "OP-CANCEL-TAKEN-BACK"})
    void eachRegistrationIsToldOnce() throws Exception {
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        AtomicInteger takenBack = new AtomicInteger();
        script.setUp =
                () -> {
                    OperationContext current = OperationContext.current();
                    current.onCancel(reason -> first.incrementAndGet());
                    current.onCancel(reason -> second.incrementAndGet());
                    Registration third = current.onCancel(reason -> takenBack.incrementAndGet());
                    third.close();
                };
        ServiceHost host = host();
        ServiceProxy<Basket> proxy = bed.proxy(Basket.CONTRACT, host);
        run(proxy);
        proxy.abort();
        host.abort();
        assertEquals("interrupted", script.ended.get());
        host.close();
        assertEquals(1, first.get());
        assertEquals(1, second.get());
        assertEquals(0, takenBack.get());
    }

    @Test
    @Cell("OP-CANCEL-LATE")
    void lateRegistrationIsToldAtOnce() throws Exception {
        script.setUp = () -> OperationContext.current().interruptOnCancel(false);
        ServiceHost host = host();
        run(bed.proxy(Basket.CONTRACT, host));
        host.abort();
        Outcome<Thread> thread = new Outcome<>();
        script.context
                .get()
                .onCancel(
                        reason -> {
                            thread.set(Thread.currentThread());
                            script.told.set(reason);
                        });
        assertTrue(script.told.get().is(CancelReason.HOST_ABORT));
        assertNotEquals(Thread.currentThread(), thread.get());
    }

    @Test
    @Cell("OP-CANCEL-ENDED")
    void endedOperationIsNotTold() throws Exception {
        AtomicBoolean told = new AtomicBoolean();
        script.setUp = () -> OperationContext.current().onCancel(reason -> told.set(true));
        ServiceHost host = host();
        ServiceProxy<Basket> proxy = bed.proxy(Basket.CONTRACT, host);
        Call<String> call = run(proxy);
        script.go.release();
        assertEquals("let go", call.get());
        while (!host.runningOperations().isEmpty()) {
            Thread.onSpinWait();
        }
        proxy.abort();
        host.abort();
        host.close();
        assertFalse(told.get());
        OperationContext context = script.context.get();
        assertThrows(IllegalStateException.class, () -> context.onCancel(reason -> {}));
    }

    @Test
    @Cell("OP-CANCEL-SESSION-END")
    void orderlyEndOfASessionIsNoCancel() throws Exception {
        assumeTrue(wire.hasSession());
        AtomicBoolean told = new AtomicBoolean();
        script.setUp = () -> OperationContext.current().onCancel(reason -> told.set(true));
        ServiceProxy<Basket> proxy = bed.proxy(Basket.CONTRACT, host());
        Call<String> call = run(proxy);
        Outcome<Boolean> closing = Outcome.ofRun(proxy::close);
        while (proxy.state() != ServiceProxyState.CLOSING) {
            Thread.onSpinWait();
        }
        script.go.release();
        assertEquals("let go", call.get());
        assertTrue(closing.get());
        assertEquals(CloseOutcome.GRACEFUL, proxy.closeOutcome());
        assertFalse(told.get());
    }

    @Test
    @Cell("OP-INTERRUPT-OPT-OUT")
    void operationThatWantsNoInterruptIsOnlyTold() throws Exception {
        script.setUp =
                () -> {
                    OperationContext.current().interruptOnCancel(false);
                    OperationContext.current().onCancel(script.told::set);
                };
        ServiceHost host = host();
        run(bed.proxy(Basket.CONTRACT, host));
        host.abort();
        script.told.get();
        script.go.release();
        assertEquals("let go", script.ended.get());
    }

    @Test
    @Cell("OP-INTERRUPT-OPT-OUT")
    void endpointThatWantsNoInterruptsHasItsOperationsOnlyTold() throws Exception {
        script.setUp = () -> OperationContext.current().onCancel(script.told::set);
        ServiceHost host =
                bed.host(
                        o -> o.closeTimeout(Duration.ofDays(1)).stuckTimeout(Duration.ofDays(1)),
                        bed.endpoint(Basket.CONTRACT, script).interruptOperations(false).build());
        run(bed.proxy(Basket.CONTRACT, host));
        host.abort();
        script.told.get();
        script.go.release();
        assertEquals("let go", script.ended.get());
    }

    @Test
    @Cell("OP-NOTHING-REGISTERED")
    void operationIsInterruptedWithoutRegistration() throws Exception {
        ServiceHost host = host();
        run(bed.proxy(Basket.CONTRACT, host));
        host.abort();
        assertEquals("interrupted", script.ended.get());
    }

    @Test
    @Cell("OP-ONEWAY-HTTP")
    void oneWayOperationOutlivesItsClient() throws Exception {
        assumeTrue(!wire.hasSession());
        AtomicBoolean told = new AtomicBoolean();
        script.setUp = () -> OperationContext.current().onCancel(reason -> told.set(true));
        ServiceProxy<Basket> proxy = bed.proxy(Basket.CONTRACT, host());
        proxy.contract().note("x");
        script.awaitStarted();
        proxy.abort();
        proxy.close();
        script.go.release();
        assertEquals("let go", script.ended.get());
        assertFalse(told.get());
    }

    @Test
    @Cell("OP-ONEWAY-ABORT")
    void oneWayOperationIsToldOfAHostAbort() throws Exception {
        script.setUp = () -> OperationContext.current().onCancel(script.told::set);
        ServiceHost host = host();
        bed.proxy(Basket.CONTRACT, host).contract().note("x");
        script.awaitStarted();
        host.abort();
        assertTrue(script.told.get().is(CancelReason.HOST_ABORT));
        assertEquals("interrupted", script.ended.get());
    }

    @Test
    @Cell("OP-WRAP")
    void tokenGoesToOtherThreads() throws Exception {
        Outcome<CancelReason> inner = new Outcome<>();
        CountDownLatch registered = new CountDownLatch(1);
        script.setUp =
                () -> {
                    OperationContext.current()
                            .cancellation()
                            .wrap(task -> Thread.startVirtualThread(task))
                            .execute(
                                    () -> {
                                        Cancellation current = Cancellation.current();
                                        if (current != null) {
                                            current.onCancel(inner::set);
                                        }
                                        registered.countDown();
                                    });
                    try {
                        registered.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                };
        ServiceHost host = host();
        run(bed.proxy(Basket.CONTRACT, host));
        host.abort();
        assertTrue(inner.get().is(CancelReason.HOST_ABORT));
    }

    /** Operations that spin until they are told. */
    private static final class Spinner extends Script {
        final AtomicBoolean stop = new AtomicBoolean();
        final CountDownLatch spinning = new CountDownLatch(2);

        @Override
        public String begin(String text) {
            OperationContext.current()
                    .onCancel(
                            reason -> {
                                told.set(reason);
                                stop.set(true);
                            });
            spinning.countDown();
            while (!stop.get()) {
                Thread.onSpinWait();
            }
            return text;
        }

        /** Has more of them spin than there are processors. */
        void spin(ServiceProxy<Basket> proxy) throws InterruptedException {
            int spinners = Runtime.getRuntime().availableProcessors() + 1;
            for (int i = 0; i < spinners; i++) {
                proxy.start(c -> c.begin("x"));
            }
            assertTrue(spinning.await(ServiceBed.SOON.toSeconds(), TimeUnit.SECONDS));
        }
    }

    @Test
    @Cell("OP-SPIN")
    void spinningOperationsAreTold() throws Exception {
        Spinner spinner = new Spinner();
        ServiceHost host =
                bed.host(bed.endpoint(Basket.CONTRACT, spinner).maxConcurrency(99).build());
        spinner.spin(bed.proxy(Basket.CONTRACT, host));
        host.abort();
        assertTrue(spinner.told.get().is(CancelReason.HOST_ABORT));
    }

    @Test
    @Cell("OP-SPIN-CLIENT")
    void spinningOperationsOnPlatformThreadsAreToldThatTheirClientLeft() throws Exception {
        Spinner spinner = new Spinner();
        try (ExecutorService platform = Executors.newCachedThreadPool()) {
            ServiceHost host =
                    bed.host(
                            o -> o.executor(platform),
                            bed.endpoint(Basket.CONTRACT, spinner).maxConcurrency(99).build());
            ServiceProxy<Basket> proxy = bed.proxy(Basket.CONTRACT, host);
            spinner.spin(proxy);
            proxy.abort();
            assertTrue(spinner.told.get().is(CancelReason.CHANNEL_FAULTED));
        }
    }

    @Test
    void interruptFlagDoesNotReachTheNextOperation() throws Exception {
        ServiceProxy<Basket> proxy = bed.proxy(Basket.CONTRACT, host());
        script.setUp = () -> Thread.currentThread().interrupt();
        assertEquals("interrupted", proxy.contract().begin("x"));
        script.setUp =
                () -> {
                    assertFalse(Thread.currentThread().isInterrupted());
                    script.go.release();
                };
        assertEquals("let go", proxy.contract().begin("x"));
    }
}
