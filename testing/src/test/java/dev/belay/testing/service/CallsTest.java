package dev.belay.testing.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.belay.cancel.CloseOutcome;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.service.Call;
import dev.belay.service.CallOption;
import dev.belay.service.ServiceHost;
import dev.belay.service.ServiceProxy;
import dev.belay.service.ServiceProxyState;
import dev.belay.testing.cells.Cell;
import dev.belay.testing.cells.OverTransport;
import dev.belay.testing.service.blocking.BlockUnBlockService;
import dev.belay.testing.service.calculator.Calculator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls of a proxy and their ends, over every transport. */
@ParameterizedClass
@EnumSource(Wire.class)
@OverTransport({"net.tcp", "http"})
final class CallsTest {
    private static final int PENDING = 3;

    private final Wire wire;
    private final ServiceBed bed;
    private final Gate gate = new Gate();

    CallsTest(Wire wire) {
        this.wire = wire;
        bed = new ServiceBed(wire);
    }

    @AfterEach
    void closeBed() throws Exception {
        gate.release(100);
        bed.close();
    }

    private ServiceProxy<Calculator> calculator() {
        return bed.proxy(Calculator.CONTRACT, bed.host(Calculator.CONTRACT, new Adder()));
    }

    private ServiceProxy<BlockUnBlockService> blocking() {
        ServiceHost host =
                bed.host(
                        bed.endpoint(BlockUnBlockService.CONTRACT, gate).maxConcurrency(9).build());
        return bed.proxy(
                        BlockUnBlockService.CONTRACT,
                        host.addresses().getFirst(),
                        o -> o.maxPendingCalls(PENDING))
                .open();
    }

    private Call<Boolean> block(ServiceProxy<BlockUnBlockService> proxy, CallOption... options)
            throws Exception {
        Call<Boolean> call = proxy.start(Gate::blockAndSayTrue, options);
        gate.awaitEvent(Gate.Event.BLOCKED);
        return call;
    }

    private static ErrorCode codeOf(Runnable call) {
        return assertThrows(BelayException.class, call::run).code();
    }

    @Test
    @Cell("PX-OPEN")
    void answers() {
        try (ServiceProxy<Calculator> proxy = calculator()) {
            assertEquals(3, proxy.contract().add(1, 2));
            assertEquals(-1, proxy.contract().subtract(1, 2));
        }
    }

    @Test
    void answersManyAtOnce() throws Exception {
        ServiceProxy<Calculator> proxy = calculator();
        List<Call<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            int a = i;
            calls.add(proxy.start(c -> c.add(a, 1)));
        }
        for (int i = 0; i < 50; i++) {
            assertEquals(i + 1, calls.get(i).get());
        }
    }

    /** Without a session the operations are told at once; else they know nothing and go on. */
    private void assertPeerSees(int calls) throws Exception {
        gate.release(wire.hasSession() ? calls : 0);
        for (int i = 0; i < calls; i++) {
            if (wire.hasSession()) {
                Gate.Event next;
                do { // another call may have been queued and begin
                    next = gate.next();
                    assertTrue(next == Gate.Event.RETURNED || next == Gate.Event.BLOCKED);
                } while (next != Gate.Event.RETURNED);
            } else {
                gate.awaitEvent(Gate.Event.TOLD_CHANNEL_FAULTED);
            }
        }
    }

    // Abandon

    @Test
    @Cell({"PX-ABANDON-ALL", "PX-ABANDON-THEN-CALL"})
    void abandonedCallsEndAndTheProxyGoesOn() throws Exception {
        ServiceProxy<BlockUnBlockService> proxy = blocking();
        Call<Boolean> first = block(proxy, CallOption.callId(1));
        Call<Boolean> second = block(proxy, CallOption.callId(2));
        proxy.abandon(0);
        for (Call<Boolean> call : List.of(first, second)) {
            assertEquals(ErrorCode.OPERATION_ABANDONED, Outcome.codeOf(call));
        }
        assertEquals(List.of(), proxy.pendingCalls());
        assertPeerSees(2);
        proxy.contract().unBlock();
        assertEquals(ServiceProxyState.OPEN, proxy.state());
    }

    @Test
    @Cell({"PX-ABANDON-OPEN", "PX-ABANDON-UNKNOWN"})
    void abandonedGroupLeavesOthersAlone() throws Exception {
        ServiceProxy<BlockUnBlockService> proxy = blocking();
        Call<Boolean> first = block(proxy, CallOption.callId(5));
        Call<Boolean> second = block(proxy, CallOption.callId(5));
        Call<Boolean> third = block(proxy, CallOption.callId(6));
        proxy.abandon(7);
        assertEquals(3, proxy.pendingCalls().size());
        proxy.abandon(5);
        assertEquals(ErrorCode.OPERATION_ABANDONED, Outcome.codeOf(first));
        assertEquals(ErrorCode.OPERATION_ABANDONED, Outcome.codeOf(second));
        if (!wire.hasSession()) {
            assertPeerSees(2);
        }
        gate.release(100);
        assertTrue(third.get());
    }

    @Test
    @Cell("PX-ABANDON-CLOSING")
    void abandonHastensAClose() throws Exception {
        ServiceProxy<BlockUnBlockService> proxy = blocking();
        Call<Boolean> call = block(proxy, CallOption.callId(5));
        Outcome<Boolean> closing = Outcome.ofRun(proxy::close);
        while (proxy.state() != ServiceProxyState.CLOSING) {
            Thread.onSpinWait();
        }
        proxy.abandon(5);
        assertEquals(ErrorCode.OPERATION_ABANDONED, Outcome.codeOf(call));
        assertTrue(closing.get());
        assertEquals(CloseOutcome.GRACEFUL, proxy.closeOutcome());
    }

    @Test
    @Cell("PX-ABANDON-FAULTED")
    void abandonOnAFaultedOneIsAllowed() {
        ServiceProxy<Calculator> proxy = calculator();
        proxy.abort();
        proxy.abandon(0);
        assertEquals(ServiceProxyState.FAULTED, proxy.state());
    }

    @Test
    @Cell("PX-ABANDON-ILLEGAL")
    void abandonNeedsAnOpenOne() {
        ServiceProxy<Calculator> proxy = calculator();
        proxy.close();
        assertThrows(IllegalStateException.class, () -> proxy.abandon(0));
        proxy.reset();
        assertThrows(IllegalStateException.class, () -> proxy.abandon(0));
    }

    @Test
    @Cell("PX-ABANDON-COUNTS")
    void abandonedCallsOfASessionCount() throws Exception {
        assumeTrue(wire.hasSession());
        ServiceProxy<BlockUnBlockService> proxy = blocking();
        for (int i = 0; i < PENDING; i++) {
            block(proxy).abandon();
        }
        assertEquals(ErrorCode.QUOTA_EXCEEDED, codeOf(() -> proxy.contract().unBlock()));
        gate.release(1);
        gate.awaitEvent(Gate.Event.RETURNED);
        boolean taken = false;
        while (!taken) { // the late reply is on its way
            try {
                proxy.contract().unBlock();
                taken = true;
            } catch (BelayException e) {
                assertEquals(ErrorCode.QUOTA_EXCEEDED, e.code());
            }
        }
    }

    @Test
    void pendingCallsAreLimited() throws Exception {
        ServiceProxy<BlockUnBlockService> proxy = blocking();
        List<Call<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < PENDING; i++) {
            calls.add(block(proxy));
        }
        assertEquals(ErrorCode.QUOTA_EXCEEDED, codeOf(() -> proxy.contract().unBlock()));
        gate.release(PENDING);
        for (Call<Boolean> call : calls) {
            assertTrue(call.get());
        }
        proxy.contract().unBlock();
    }

    @Test
    @Cell("PX-ABANDON-HOST")
    void hostLearnsOfAnAbandonWithoutSession() throws Exception {
        assumeTrue(!wire.hasSession());
        ServiceProxy<BlockUnBlockService> proxy = blocking();
        block(proxy).abandon();
        gate.awaitEvent(Gate.Event.TOLD_CHANNEL_FAULTED);
        gate.awaitEvent(Gate.Event.INTERRUPTED);
    }

    @Test
    void cancelledCallIsCancelledForGood() throws Exception {
        ServiceProxy<BlockUnBlockService> proxy = blocking();
        Call<Boolean> call = block(proxy);
        assertTrue(call.cancel(true));
        assertFalse(call.cancel(true));
        assertThrows(CancellationException.class, call::get);
        assertTrue(call.isCancelled());
        assertTrue(call.isDone());
    }

    // Time and interrupts

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Cell("PX-CALL-INTERRUPT")
    void interruptAbandonsAndKeepsTheFlag(boolean virtual) throws Exception {
        ServiceProxy<BlockUnBlockService> proxy = blocking();
        Thread.Builder kind = virtual ? Thread.ofVirtual() : Thread.ofPlatform();
        List<Object> seen = new ArrayList<>();
        Thread caller =
                kind.start(
                        () -> {
                            seen.add(codeOf(() -> proxy.contract().block()));
                            seen.add(Thread.currentThread().isInterrupted());
                            seen.add(codeOf(() -> proxy.contract().block()));
                        });
        gate.awaitEvent(Gate.Event.BLOCKED);
        caller.interrupt();
        caller.join();
        assertEquals(
                List.of(ErrorCode.OPERATION_ABANDONED, true, ErrorCode.OPERATION_ABANDONED), seen);
        assertPeerSees(1);
        assertEquals(ServiceProxyState.OPEN, proxy.state());
    }

    @Test
    void interruptEndsAWaitForTheOutcomeOnly() throws Exception {
        ServiceProxy<BlockUnBlockService> proxy = blocking();
        Call<Boolean> call = block(proxy);
        for (Executable wait : List.<Executable>of(call::get, () -> call.get(1, TimeUnit.DAYS))) {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, wait);
            assertFalse(Thread.currentThread().isInterrupted());
        }
        gate.release(1);
        assertTrue(call.get());
    }

    @Test
    void waitThatIsTooLongDoesNotEndTheCall() throws Exception {
        ServiceProxy<BlockUnBlockService> proxy = blocking();
        Call<Boolean> call = block(proxy);
        assertThrows(TimeoutException.class, () -> call.get(1, TimeUnit.MILLISECONDS));
        assertThrows(TimeoutException.class, () -> call.get(-1, TimeUnit.DAYS));
        assertFalse(call.isDone());
        gate.release(1);
        assertTrue(call.get());
    }

    // Stages

    @Test
    void stageCompletesWithTheValue() throws Exception {
        ServiceProxy<Calculator> proxy = calculator();
        Call<Integer> call = proxy.start(c -> c.add(1, 2));
        assertEquals(4, call.toStage().thenApply(i -> i + 1).toCompletableFuture().get());
        assertEquals(3, call.toStage().toCompletableFuture().get());
    }

    @Test
    void stageOfAnAbandonedCallIsCancelled() throws Exception {
        ServiceProxy<BlockUnBlockService> proxy = blocking();
        Call<Boolean> call = block(proxy);
        Outcome<Throwable> outcome = new Outcome<>();
        Outcome<Thread> thread = new Outcome<>();
        var unused =
                call.toStage()
                        .whenComplete(
                                (value, e) -> {
                                    thread.set(Thread.currentThread());
                                    outcome.set(e);
                                });
        call.abandon();
        assertInstanceOf(CancellationException.class, outcome.get());
        assertNotSame(Thread.currentThread(), thread.get());
    }
}
