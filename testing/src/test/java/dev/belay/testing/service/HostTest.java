package dev.belay.testing.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.belay.cancel.CloseOutcome;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.service.Call;
import dev.belay.service.RunningOperation;
import dev.belay.service.ServiceEndpoint;
import dev.belay.service.ServiceHost;
import dev.belay.service.ServiceHostState;
import dev.belay.service.ServiceProxy;
import dev.belay.testing.cells.Cell;
import dev.belay.testing.cells.OverTransport;
import dev.belay.testing.service.blocking.BlockUnBlockService;
import dev.belay.testing.service.calculator.Calculator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;

/** The states of a host: what each call does in each of them. */
@ParameterizedClass
@EnumSource(value = Wire.class, names = Wire.ENCODINGS, mode = EnumSource.Mode.MATCH_NONE)
@OverTransport({"net.tcp", "http"})
@SuppressWarnings("FutureReturnValueIgnored") // a scene needs the call, not its result
final class HostTest {
    private final Wire wire;
    private final ServiceBed bed;
    private final Gate gate = new Gate();

    HostTest(Wire wire) {
        this.wire = wire;
        bed = new ServiceBed(wire);
    }

    @AfterEach
    void closeBed() throws Exception {
        gate.release(100);
        bed.close();
    }

    private ServiceEndpoint calculator() {
        return bed.endpoint(Calculator.CONTRACT, new Adder()).build();
    }

    private ServiceHost created() {
        return bed.createdHost(o -> o, calculator());
    }

    private ServiceHost opened() {
        return created().open();
    }

    private ServiceHost faulted() {
        ServiceHost host = opened();
        host.abort();
        return host;
    }

    private ServiceHost closed() {
        ServiceHost host = opened();
        host.close();
        return host;
    }

    private ServiceHost blocking(Duration closeTimeout, Duration stuckTimeout) {
        return blocking(gate, closeTimeout, stuckTimeout);
    }

    private ServiceHost blocking(
            BlockUnBlockService service, Duration closeTimeout, Duration stuckTimeout) {
        return bed.host(
                o -> o.closeTimeout(closeTimeout).stuckTimeout(stuckTimeout),
                bed.endpoint(BlockUnBlockService.CONTRACT, service).maxConcurrency(9).build());
    }

    private ServiceHost patient() {
        return blocking(Duration.ofDays(1), Duration.ofDays(1));
    }

    private Call<Boolean> block(ServiceHost host) throws Exception {
        Call<Boolean> call =
                bed.proxy(BlockUnBlockService.CONTRACT, host).start(Gate::blockAndSayTrue);
        gate.awaitEvent(Gate.Event.BLOCKED);
        return call;
    }

    private void assertServes(ServiceHost host) {
        assertEquals(3, bed.proxy(Calculator.CONTRACT, host).contract().add(1, 2));
    }

    private static ErrorCode codeOf(Runnable call) {
        return assertThrows(BelayException.class, call::run).code();
    }

    private static CloseOutcome.Kind kind(ServiceHost host) {
        CloseOutcome outcome = host.closeOutcome();
        assertNotNull(outcome);
        return outcome.kind();
    }

    private static void awaitState(ServiceHost host, ServiceHostState state) {
        while (host.state() != state) {
            Thread.onSpinWait();
        }
    }

    // Abort

    @Test
    @Cell("HO-ABORT-CREATED")
    void abortBeforeOpenIsRememberedOnce() {
        ServiceHost host = created();
        host.abort();
        assertEquals(ServiceHostState.CREATED, host.state());
        assertEquals(ErrorCode.OPERATION_ABORTED, codeOf(host::open));
        assertServes(host.open());
    }

    @Test
    @Cell("HO-ABORT-CREATED")
    void closeAndResetForgetTheAbort() {
        ServiceHost host = created();
        host.abort();
        host.reset();
        host.open().close();
        host.reset();
        host.abort();
        host.close();
        host.reset();
        assertServes(host.open());
    }

    @Test
    @Cell("HO-ABORT-OPENING")
    void abortEndsAnOpen() throws Exception {
        assumeTrue(wire.resolves());
        String address = wire.anyAddress().replace("localhost", ServiceBed.SLOW);
        ServiceEndpoint slow =
                ServiceEndpoint.builder(Calculator.CONTRACT, new Adder(), address)
                        .binding(bed.binding())
                        .build();
        ServiceHost host = bed.createdHost(o -> o, calculator(), slow);
        Outcome<ErrorCode> opening = Outcome.of(() -> codeOf(host::open));
        bed.awaitResolving();
        host.abort();
        assertEquals(ServiceHostState.CREATED, host.state());
        assertEquals(ErrorCode.OPERATION_ABORTED, opening.get());
        bed.resolved();
        assertServes(host.open());
    }

    @Test
    @Cell({"HO-ABORT-OPEN", "OP-CANCEL-HOST"})
    void abortTellsOperationsAndDoesNotWait() throws Exception {
        ServiceHost host = patient();
        Call<Boolean> call = block(host);
        host.abort();
        assertEquals(ServiceHostState.FAULTED, host.state());
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, Outcome.codeOf(call));
        assertEquals(Gate.Event.TOLD_HOST_ABORT, gate.next());
        assertEquals(Gate.Event.INTERRUPTED, gate.next());
        host.awaitClosed();
    }

    @Test
    @Cell("HO-ABORT-FAULTED")
    void secondAbortDoesNothing() {
        ServiceHost host = faulted();
        host.abort();
        assertEquals(ServiceHostState.FAULTED, host.state());
    }

    @Test
    @Cell("HO-ABORT-CLOSING")
    void abortHastensAClose() throws Exception {
        ServiceHost host = patient();
        Call<Boolean> call = block(host);
        Outcome<Boolean> closing = Outcome.ofRun(host::close);
        awaitState(host, ServiceHostState.CLOSING);
        host.abort();
        assertTrue(closing.get());
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, Outcome.codeOf(call));
        assertEquals(Gate.Event.TOLD_HOST_ABORT, gate.next());
        assertEquals(ServiceHostState.CLOSED, host.state());
        assertEquals(CloseOutcome.Kind.ABORTED, kind(host));
    }

    @Test
    @Cell("HO-ABORT-CLOSED")
    void abortOfAClosedOneDoesNothing() {
        ServiceHost host = closed();
        host.abort();
        assertEquals(ServiceHostState.CLOSED, host.state());
        host.reset();
        assertServes(host.open());
    }

    // Open

    @Test
    @Cell("HO-OPEN-ALL")
    void openIsAllOrNothing() {
        ServiceHost first = opened();
        ServiceEndpoint same =
                ServiceEndpoint.builder(
                                Calculator.CONTRACT, new Adder(), first.addresses().getFirst())
                        .binding(bed.binding())
                        .build();
        ServiceHost second = bed.createdHost(o -> o, calculator(), same);
        assertEquals(ErrorCode.ADDRESS_IN_USE, codeOf(second::open));
        assertEquals(ServiceHostState.CREATED, second.state());
        first.close();
        second.open();
        assertEquals(2, second.addresses().size());
    }

    @Test
    @Cell("HO-OPEN-ILLEGAL")
    void openIsForCreatedOnes() {
        for (ServiceHost host : List.of(opened(), faulted(), closed())) {
            ServiceHostState state = host.state();
            assertThrows(IllegalStateException.class, host::open);
            assertEquals(state, host.state());
        }
    }

    @Test
    @Cell("HO-OPEN")
    void servesSeveralEndpoints() {
        ServiceHost host =
                bed.host(calculator(), bed.endpoint(BlockUnBlockService.CONTRACT, gate).build());
        assertServes(host);
        ServiceProxy<BlockUnBlockService> proxy =
                bed.proxy(BlockUnBlockService.CONTRACT, host.addresses().get(1), o -> o).open();
        proxy.contract().unBlock();
    }

    // Close

    @Test
    @Cell("HO-CLOSE-CREATED")
    void closeOfACreatedOne() {
        ServiceHost host = created();
        host.close();
        assertEquals(ServiceHostState.CLOSED, host.state());
        assertEquals(CloseOutcome.Kind.GRACEFUL, kind(host));
    }

    @Test
    @Cell("HO-CLOSE-OPEN")
    void closeLetsOperationsAnswer() throws Exception {
        ServiceHost host = patient();
        Call<Boolean> call = block(host);
        Outcome<Boolean> closing = Outcome.ofRun(host::close);
        awaitState(host, ServiceHostState.CLOSING);
        gate.release(1);
        assertTrue(call.get());
        assertTrue(closing.get());
        assertEquals(CloseOutcome.Kind.GRACEFUL, kind(host));
        assertEquals(Gate.Event.RETURNED, gate.next());
    }

    @Test
    @Cell("HO-CLOSE-IDLE")
    void closeEndsIdleSessions() {
        ServiceHost host = patient();
        ServiceProxy<BlockUnBlockService> proxy = bed.proxy(BlockUnBlockService.CONTRACT, host);
        proxy.contract().unBlock();
        host.close();
        assertEquals(CloseOutcome.Kind.GRACEFUL, kind(host));
        if (wire.hasSession()) {
            BelayException e = assertThrows(BelayException.class, () -> proxy.contract().unBlock());
            assertTrue(
                    e.code() == ErrorCode.OBJECT_FAULTED
                            || e.code() == ErrorCode.ENDPOINT_DISCONNECTED);
        }
    }

    @Test
    @Cell("HO-CLOSE-TIMEOUT")
    void closeIsLimited() throws Exception {
        ServiceHost host = blocking(Duration.ofMillis(20), Duration.ofDays(1));
        Call<Boolean> call = block(host);
        host.close();
        assertEquals(ServiceHostState.CLOSED, host.state());
        assertEquals(CloseOutcome.Kind.TIMED_OUT, kind(host));
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, Outcome.codeOf(call));
        assertEquals(Gate.Event.TOLD_HOST_ABORT, gate.next());
        assertEquals(Gate.Event.INTERRUPTED, gate.next());
        assertEquals(List.of(), host.stuckOperations());
    }

    @Test
    @Cell("HO-CLOSE-STUCK")
    void closeNamesStuckOperations() throws Exception {
        ServiceHost host = blocking(gate.deaf(), Duration.ofMillis(20), Duration.ofMillis(20));
        Call<Boolean> call = block(host);
        host.close();
        assertEquals(ServiceHostState.CLOSED, host.state());
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, Outcome.codeOf(call));
        List<RunningOperation> stuck = host.stuckOperations();
        assertEquals(1, stuck.size());
        assertEquals("Block", stuck.getFirst().operation());
        assertTrue(stuck.getFirst().cancelled());
        gate.release(1);
        gate.awaitEvent(Gate.Event.RETURNED);
    }

    @Test
    @Cell("HO-CLOSE-FAULTED")
    void closeAfterAbortWaitsForOperations() throws Exception {
        ServiceHost host = blocking(gate.deaf(), Duration.ofDays(1), Duration.ofDays(1));
        block(host);
        host.abort();
        Outcome<Boolean> closing = Outcome.ofRun(host::close);
        awaitState(host, ServiceHostState.CLOSING);
        gate.release(1);
        assertTrue(closing.get());
        gate.awaitEvent(Gate.Event.RETURNED);
        assertEquals(CloseOutcome.Kind.ABORTED, kind(host));
        assertEquals(List.of(), host.stuckOperations());
    }

    @Test
    @Cell("HO-CLOSE-CLOSING")
    void secondCloseJoinsTheFirst() throws Exception {
        ServiceHost host = patient();
        Call<Boolean> call = block(host);
        Outcome<Boolean> first = Outcome.ofRun(host::close);
        awaitState(host, ServiceHostState.CLOSING);
        Outcome<Boolean> second = Outcome.ofRun(host::close);
        gate.release(1);
        assertTrue(call.get());
        assertTrue(first.get());
        assertTrue(second.get());
        assertEquals(ServiceHostState.CLOSED, host.state());
    }

    @Test
    @Cell("HO-CLOSE-CLOSED")
    void closeOfAClosedOneDoesNothing() {
        ServiceHost host = closed();
        host.close();
        assertEquals(ServiceHostState.CLOSED, host.state());
    }

    @Test
    void awaitClosedWaitsForTheEnd() throws Exception {
        ServiceHost host = opened();
        Outcome<Boolean> waiting =
                Outcome.of(
                        () -> {
                            host.awaitClosed();
                            return host.state() == ServiceHostState.CLOSED;
                        });
        host.close();
        assertTrue(waiting.get());
        host.awaitClosed();
    }

    @Test
    void interruptEndsAWaitForTheEndOnly() {
        ServiceHost host = opened();
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, host::awaitClosed);
        assertFalse(Thread.currentThread().isInterrupted());
        assertServes(host);
    }

    @Test
    void openHostKeepsTheProgramRunning() throws Exception {
        ServiceHost host = opened();
        List<Thread> keepers = keepersOf(host);
        assertEquals(1, keepers.size());
        host.close();
        for (Thread keeper : keepers) {
            keeper.join(ServiceBed.SOON);
            assertFalse(keeper.isAlive());
        }
    }

    /** The threads of a host for which the JVM waits. */
    private static List<Thread> keepersOf(ServiceHost host) {
        String name = "belay-host-" + Integer.toHexString(host.hashCode());
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon() && thread.getName().equals(name))
                .toList();
    }

    // Reset

    @Test
    @Cell("HO-RESET")
    void resetMakesItAsNew() {
        ServiceHost host = created();
        host.reset();
        host.open().close();
        host.reset();
        assertEquals(ServiceHostState.CREATED, host.state());
        assertServes(host.open());
    }

    @Test
    @Cell("HO-RESET-ILLEGAL")
    void resetIsForCreatedAndClosedOnes() {
        for (ServiceHost host : List.of(opened(), faulted())) {
            ServiceHostState state = host.state();
            assertThrows(IllegalStateException.class, host::reset);
            assertEquals(state, host.state());
        }
    }
}
