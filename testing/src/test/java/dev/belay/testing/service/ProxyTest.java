package dev.belay.testing.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.belay.cancel.CloseOutcome;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.service.Call;
import dev.belay.service.ServiceHost;
import dev.belay.service.ServiceProxy;
import dev.belay.service.ServiceProxyState;
import dev.belay.testing.Faults;
import dev.belay.testing.cells.Cell;
import dev.belay.testing.cells.OverTransport;
import dev.belay.testing.service.blocking.BlockUnBlockService;
import dev.belay.testing.service.calculator.Calculator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;

/** The states of a proxy: what each call does in each of them. */
@ParameterizedClass
@EnumSource(value = Wire.class, names = Wire.ENCODINGS, mode = EnumSource.Mode.MATCH_NONE)
@OverTransport({"net.tcp", "http"})
final class ProxyTest {
    private final Wire wire;
    private final ServiceBed bed;
    private final Gate gate = new Gate();

    ProxyTest(Wire wire) {
        this.wire = wire;
        bed = new ServiceBed(wire);
    }

    @AfterEach
    void closeBed() throws Exception {
        gate.release(100);
        bed.close();
    }

    private ServiceHost host() {
        return bed.host(bed.endpoint(Calculator.CONTRACT, new Adder()).build());
    }

    private ServiceProxy<Calculator> created() {
        return bed.proxy(
                Calculator.CONTRACT, host().addresses().getFirst(), UnaryOperator.identity());
    }

    private ServiceProxy<Calculator> opened() {
        return created().open();
    }

    private ServiceProxy<Calculator> faulted() {
        ServiceProxy<Calculator> proxy = opened();
        proxy.abort();
        return proxy;
    }

    private ServiceProxy<Calculator> closed() {
        ServiceProxy<Calculator> proxy = opened();
        proxy.close();
        return proxy;
    }

    private ServiceProxy<BlockUnBlockService> blocking() {
        return blocking(Duration.ofSeconds(20));
    }

    private ServiceProxy<BlockUnBlockService> blocking(Duration closeTimeout) {
        ServiceHost host =
                bed.host(
                        bed.endpoint(BlockUnBlockService.CONTRACT, gate).maxConcurrency(9).build());
        return bed.proxy(
                        BlockUnBlockService.CONTRACT,
                        host.addresses().getFirst(),
                        o -> o.closeTimeout(closeTimeout).maxPendingCalls(3))
                .open();
    }

    private Call<Boolean> block(ServiceProxy<BlockUnBlockService> proxy) throws Exception {
        Call<Boolean> call = proxy.start(Gate::blockAndSayTrue);
        gate.awaitEvent(Gate.Event.BLOCKED);
        return call;
    }

    private static ErrorCode codeOf(Runnable call) {
        return assertThrows(BelayException.class, call::run).code();
    }

    private static Call<Boolean> later(ServiceProxy<BlockUnBlockService> proxy, Runnable action) {
        return proxy.start(
                c -> {
                    action.run();
                    return true;
                });
    }

    private static void awaitState(ServiceProxy<?> proxy, ServiceProxyState state) {
        while (proxy.state() != state) {
            Thread.onSpinWait();
        }
    }

    // Abort

    @Test
    @Cell("PX-ABORT-CREATED")
    void abortBeforeOpenIsRememberedOnce() {
        ServiceProxy<Calculator> proxy = created();
        proxy.abort();
        assertEquals(ServiceProxyState.CREATED, proxy.state());
        assertEquals(ErrorCode.OPERATION_ABORTED, codeOf(proxy::open));
        assertEquals(ServiceProxyState.CREATED, proxy.state());
        assertEquals(3, proxy.open().contract().add(1, 2));
    }

    @Test
    @Cell("PX-ABORT-CREATED")
    void closeAndResetForgetTheAbort() {
        ServiceProxy<Calculator> proxy = created();
        proxy.abort();
        proxy.reset();
        proxy.open();
        proxy.close();
        proxy.reset();
        proxy.abort();
        proxy.close();
        proxy.reset();
        assertEquals(3, proxy.open().contract().add(1, 2));
    }

    @Test
    @Cell("PX-ABORT-OPENING")
    void abortEndsAnOpen() throws Exception {
        assumeTrue(wire.hasSession() && wire.hasFaults(), "only a session takes time to open");
        ServiceProxy<Calculator> proxy = created();
        bed.faults().stall(Faults.Side.CLIENT, Faults.Step.CONNECT);
        Outcome<ErrorCode> opening = Outcome.of(() -> codeOf(proxy::open));
        bed.faults().awaitStalled(1, ServiceBed.SOON);
        proxy.abort();
        assertEquals(ServiceProxyState.CREATED, proxy.state());
        assertEquals(ErrorCode.OPERATION_ABORTED, opening.get());
        bed.faults().release();
        assertEquals(3, proxy.open().contract().add(1, 2));
    }

    @Test
    @Cell("PX-ABORT-OPEN")
    void abortEndsCalls() throws Exception {
        ServiceProxy<BlockUnBlockService> proxy = blocking();
        Call<Boolean> first = block(proxy);
        Call<Boolean> second = block(proxy);
        proxy.abort();
        assertEquals(ServiceProxyState.FAULTED, proxy.state());
        assertEquals(ErrorCode.OBJECT_FAULTED, codeOf(() -> proxy.contract().unBlock()));
        assertEquals(ErrorCode.OPERATION_ABORTED, Outcome.codeOf(first));
        assertEquals(ErrorCode.OPERATION_ABORTED, Outcome.codeOf(second));
        gate.awaitEvent(Gate.Event.TOLD_CHANNEL_FAULTED);
    }

    @Test
    @Cell("PX-ABORT-OPEN-ABANDONED")
    void abortAfterAbandon() throws Exception {
        ServiceProxy<BlockUnBlockService> proxy = blocking();
        Call<Boolean> call = block(proxy);
        proxy.abandon(0);
        assertEquals(ErrorCode.OPERATION_ABANDONED, Outcome.codeOf(call));
        proxy.abort();
        assertEquals(ServiceProxyState.FAULTED, proxy.state());
        assertEquals(ErrorCode.OPERATION_ABANDONED, Outcome.codeOf(call));
        gate.awaitEvent(Gate.Event.TOLD_CHANNEL_FAULTED);
    }

    @Test
    @Cell("PX-ABORT-FAULTED")
    void secondAbortDoesNothing() {
        ServiceProxy<Calculator> proxy = faulted();
        proxy.abort();
        assertEquals(ServiceProxyState.FAULTED, proxy.state());
    }

    @Test
    @Cell("PX-ABORT-CLOSING")
    void abortHastensAClose() throws Exception {
        ServiceProxy<BlockUnBlockService> proxy = blocking();
        Call<Boolean> call = block(proxy);
        Outcome<Boolean> closing = Outcome.ofRun(proxy::close);
        awaitState(proxy, ServiceProxyState.CLOSING);
        proxy.abort();
        assertTrue(closing.get());
        assertEquals(ErrorCode.OPERATION_ABORTED, Outcome.codeOf(call));
        assertEquals(ServiceProxyState.CLOSED, proxy.state());
        assertEquals(CloseOutcome.Kind.ABORTED, kind(proxy));
    }

    private static CloseOutcome.Kind kind(ServiceProxy<?> proxy) {
        CloseOutcome outcome = proxy.closeOutcome();
        assertNotNull(outcome);
        return outcome.kind();
    }

    @Test
    @Cell("PX-ABORT-CLOSED")
    void abortOfAClosedOneDoesNothing() {
        ServiceProxy<Calculator> proxy = closed();
        proxy.abort();
        assertEquals(ServiceProxyState.CLOSED, proxy.state());
        proxy.reset();
        assertEquals(3, proxy.open().contract().add(1, 2));
    }

    // Open

    @Test
    @Cell("PX-OPEN-TIMEOUT")
    void openIsLimited() throws Exception {
        assumeTrue(wire.hasSession() && wire.hasFaults(), "only a session takes time to open");
        ServiceProxy<Calculator> proxy =
                bed.proxy(
                        Calculator.CONTRACT,
                        host().addresses().getFirst(),
                        o -> o.openTimeout(Duration.ofMillis(20)));
        bed.faults().stall(Faults.Side.CLIENT, Faults.Step.CONNECT);
        assertEquals(ErrorCode.OPERATION_TIMED_OUT, codeOf(proxy::open));
        assertEquals(ServiceProxyState.CREATED, proxy.state());
        bed.faults().release();
        assertNotNull(dev.belay.service.ProxyOptions.DEFAULT.openTimeout());
    }

    @Test
    @Cell("PX-OPEN-ILLEGAL")
    void openIsForCreatedOnes() {
        for (ServiceProxy<Calculator> proxy : java.util.List.of(opened(), faulted(), closed())) {
            ServiceProxyState state = proxy.state();
            assertThrows(IllegalStateException.class, proxy::open);
            assertEquals(state, proxy.state());
        }
    }

    // Calls

    @Test
    @Cell("PX-CALL-CREATED")
    void callNeedsAnOpen() {
        ServiceProxy<Calculator> created = created();
        assertThrows(IllegalStateException.class, () -> created.contract().add(1, 2));
        ServiceProxy<Calculator> closed = closed();
        assertEquals(ErrorCode.OBJECT_FAULTED, codeOf(() -> closed.contract().add(1, 2)));
        created.close();
        assertThrows(IllegalStateException.class, () -> created.contract().add(1, 2));
    }

    @Test
    @Cell("PX-CALL-FAULTED")
    void callOnAFaultedOneSaysWhy() {
        ServiceProxy<Calculator> proxy = faulted();
        BelayException e = assertThrows(BelayException.class, () -> proxy.contract().add(1, 2));
        assertEquals(ErrorCode.OBJECT_FAULTED, e.code());
        assertEquals(ErrorCode.OPERATION_ABORTED, ((BelayException) e.getCause()).code());
    }

    @Test
    @Cell("PX-FAULT-SESSION")
    void brokenSessionFaultsTheProxy() throws Exception {
        assumeTrue(wire.hasSession());
        ServiceProxy<BlockUnBlockService> proxy = blocking();
        Call<Boolean> call = block(proxy);
        bed.lastHost().abort();
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, Outcome.codeOf(call));
        awaitState(proxy, ServiceProxyState.FAULTED);
        BelayException e = assertThrows(BelayException.class, () -> proxy.contract().unBlock());
        assertEquals(ErrorCode.OBJECT_FAULTED, e.code());
        assertNotNull(e.getCause());
    }

    @Test
    @Cell("PX-FAULT-SESSIONLESS")
    void brokenConnectionEndsItsCallOnly() throws Exception {
        assumeTrue(!wire.hasSession());
        ServiceProxy<BlockUnBlockService> proxy = blocking();
        Call<Boolean> call = block(proxy);
        bed.lastHost().abort();
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, Outcome.codeOf(call));
        assertEquals(ServiceProxyState.OPEN, proxy.state());
        bed.lastHost().close();
        bed.lastHost().reset();
    }

    @Test
    void abandonIsForGood() throws Exception {
        ServiceProxy<BlockUnBlockService> proxy = blocking();
        Outcome<ErrorCode> second = new Outcome<>();
        Call<Boolean> call =
                proxy.start(
                        c -> {
                            assertThrows(BelayException.class, c::block);
                            second.set(codeOf(c::block));
                            return true;
                        });
        gate.awaitEvent(Gate.Event.BLOCKED);
        call.abandon();
        call.abandon();
        assertThrows(CancellationException.class, call::get);
        assertEquals(ErrorCode.OPERATION_ABANDONED, second.get());
    }

    // Close

    @Test
    @Cell("PX-CLOSE-CREATED")
    void closeOfACreatedOne() {
        ServiceProxy<Calculator> proxy = created();
        proxy.close();
        assertEquals(ServiceProxyState.CLOSED, proxy.state());
        assertEquals(CloseOutcome.Kind.GRACEFUL, kind(proxy));
    }

    @Test
    @Cell("PX-CLOSE-OPEN")
    void closeWaitsForCalls() throws Exception {
        ServiceProxy<BlockUnBlockService> proxy = blocking();
        Call<Boolean> call = block(proxy);
        Outcome<Boolean> closing = Outcome.ofRun(proxy::close);
        awaitState(proxy, ServiceProxyState.CLOSING);
        gate.release(1);
        assertTrue(call.get());
        assertTrue(closing.get());
        assertEquals(CloseOutcome.Kind.GRACEFUL, kind(proxy));
        assertEquals(Gate.Event.RETURNED, gate.next(), "the operation is not told anything");
        bed.lastHost().close();
        assertEquals(CloseOutcome.GRACEFUL, bed.lastHost().closeOutcome());
    }

    @Test
    @Cell("PX-CLOSE-TIMEOUT")
    void closeIsLimited() throws Exception {
        ServiceProxy<BlockUnBlockService> proxy = blocking(Duration.ofMillis(20));
        Call<Boolean> call = block(proxy);
        proxy.close();
        assertEquals(ServiceProxyState.CLOSED, proxy.state());
        assertEquals(CloseOutcome.Kind.TIMED_OUT, kind(proxy));
        assertTrue(call.isDone());
        assertEquals(ErrorCode.OPERATION_ABORTED, Outcome.codeOf(call));
        gate.awaitEvent(Gate.Event.TOLD_CHANNEL_FAULTED);
    }

    @Test
    @Cell("PX-CLOSE-ABANDONED")
    void closeDoesNotWaitForAbandonedCalls() throws Exception {
        ServiceProxy<BlockUnBlockService> proxy = blocking(Duration.ofDays(1));
        Call<Boolean> call = block(proxy);
        call.abandon();
        proxy.close();
        assertEquals(ServiceProxyState.CLOSED, proxy.state());
        assertEquals(CloseOutcome.Kind.GRACEFUL, kind(proxy));
    }

    @Test
    @Cell("PX-CLOSE-FAULTED")
    void closeOfAFaultedOne() {
        ServiceProxy<Calculator> proxy = faulted();
        proxy.close();
        assertEquals(ServiceProxyState.CLOSED, proxy.state());
        assertEquals(CloseOutcome.Kind.ABORTED, kind(proxy));
    }

    @Test
    @Cell("PX-CLOSE-CLOSING")
    void secondCloseJoinsTheFirst() throws Exception {
        ServiceProxy<BlockUnBlockService> proxy = blocking();
        Call<Boolean> call = block(proxy);
        Outcome<Boolean> first = Outcome.ofRun(proxy::close);
        awaitState(proxy, ServiceProxyState.CLOSING);
        Outcome<Boolean> second = Outcome.ofRun(proxy::close);
        gate.release(1);
        assertTrue(call.get());
        assertTrue(first.get());
        assertTrue(second.get());
        assertEquals(ServiceProxyState.CLOSED, proxy.state());
    }

    @Test
    @Cell("PX-CLOSE-CLOSED")
    void closeOfAClosedOneDoesNothing() {
        ServiceProxy<Calculator> proxy = closed();
        proxy.close();
        assertEquals(ServiceProxyState.CLOSED, proxy.state());
    }

    @Test
    @Cell("PX-CLOSE-INTERRUPT")
    void closeWithTheInterruptFlagSkipsTheGracefulPart() throws Exception {
        ServiceProxy<BlockUnBlockService> proxy = blocking(Duration.ofDays(1));
        Call<Boolean> call = block(proxy);
        Outcome<Boolean> closing =
                Outcome.of(
                        () -> {
                            Thread.currentThread().interrupt();
                            proxy.close();
                            return Thread.interrupted();
                        });
        assertTrue(closing.get());
        assertEquals(ErrorCode.OPERATION_ABORTED, Outcome.codeOf(call));
        assertEquals(CloseOutcome.Kind.ABORTED, kind(proxy));
    }

    @Test
    void closeFromAFunctionDoesNotWaitForItself() throws Exception {
        ServiceProxy<BlockUnBlockService> proxy = blocking(Duration.ofDays(1));
        assertTrue(later(proxy, proxy::close).get());
        assertEquals(ServiceProxyState.CLOSED, proxy.state());
    }

    // Reset

    @Test
    @Cell("PX-RESET")
    void resetMakesItAsNew() {
        ServiceProxy<Calculator> proxy = created();
        proxy.reset();
        proxy.open().close();
        proxy.reset();
        assertEquals(ServiceProxyState.CREATED, proxy.state());
        assertEquals(3, proxy.open().contract().add(1, 2));
    }

    @Test
    @Cell("PX-RESET-ILLEGAL")
    void resetIsForCreatedAndClosedOnes() {
        for (ServiceProxy<Calculator> proxy : java.util.List.of(opened(), faulted())) {
            ServiceProxyState state = proxy.state();
            assertThrows(IllegalStateException.class, proxy::reset);
            assertEquals(state, proxy.state());
        }
    }
}
