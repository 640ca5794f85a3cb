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
import dev.belay.service.ServiceEndpoint;
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
import java.util.concurrent.Callable;

/** A proxy while it opens and while it closes. */
@ParameterizedClass
@EnumSource(value = Wire.class, names = Wire.ENCODINGS, mode = EnumSource.Mode.MATCH_NONE)
@OverTransport({"net.tcp", "http"})
@SuppressWarnings("FutureReturnValueIgnored") // a scene needs the call, not its result
final class ProxyOnItsWayTest {
    private final Wire wire;
    private final ServiceBed bed;
    private final Gate gate = new Gate();

    ProxyOnItsWayTest(Wire wire) {
        this.wire = wire;
        bed = new ServiceBed(wire);
    }

    @AfterEach
    void closeBed() throws Exception {
        gate.release(100);
        bed.close();
    }

    private static ErrorCode codeOf(Runnable call) {
        return assertThrows(BelayException.class, call::run).code();
    }

    private static void awaitState(ServiceProxy<?> proxy, ServiceProxyState state) {
        while (proxy.state() != state) {
            Thread.onSpinWait();
        }
    }

    private static CloseOutcome.Kind kind(ServiceProxy<?> proxy) {
        CloseOutcome outcome = proxy.closeOutcome();
        assertNotNull(outcome);
        return outcome.kind();
    }

    /** A proxy whose open does not come to its end, and what that open comes to. */
    private record Opening(
            ServiceProxy<Calculator> proxy, Thread thread, Outcome<ErrorCode> outcome) {}

    private Opening opening() throws Exception {
        assumeTrue(wire.hasSession() && wire.hasFaults(), "only a session takes time to open");
        ServiceHost host = bed.host(Calculator.CONTRACT, new Adder());
        ServiceProxy<Calculator> proxy =
                bed.proxy(Calculator.CONTRACT, host.addresses().getFirst(), o -> o);
        bed.faults().stall(Faults.Side.CLIENT, Faults.Step.CONNECT);
        Outcome<Thread> thread = new Outcome<>();
        Callable<ErrorCode> open =
                () -> {
                    thread.set(Thread.currentThread());
                    ErrorCode code = codeOf(proxy::open);
                    return Thread.currentThread().isInterrupted() ? ErrorCode.OTHER : code;
                };
        Outcome<ErrorCode> outcome = Outcome.of(open);
        bed.faults().awaitStalled(1, ServiceBed.SOON);
        return new Opening(proxy, thread.get(), outcome);
    }

    /** Now it can be opened. */
    private void assertOpens(ServiceProxy<Calculator> proxy) {
        bed.faults().release();
        assertEquals(3, proxy.open().contract().add(1, 2));
    }

    @Test
    @Cell("PX-OPEN-REFUSED")
    void refusedOpenCanBeTriedAgain() {
        assumeTrue(wire == Wire.NET_TCP || wire == Wire.NET_TCP_IN_MEMORY);
        ServiceHost host = bed.host(Calculator.CONTRACT, new Adder());
        String other = host.addresses().getFirst() + "-of-another";
        ServiceProxy<Calculator> proxy = bed.proxy(Calculator.CONTRACT, other, o -> o);
        assertEquals(ErrorCode.ENDPOINT_NOT_FOUND, codeOf(proxy::open));
        assertEquals(ServiceProxyState.CREATED, proxy.state());
        bed.host(
                ServiceEndpoint.builder(Calculator.CONTRACT, new Adder(), other)
                        .binding(bed.binding())
                        .build());
        assertEquals(3, proxy.open().contract().add(1, 2));
    }

    @Test
    @Cell("PX-OPEN-INTERRUPT")
    void interruptEndsAnOpenAndKeepsTheFlag() throws Exception {
        Opening opening = opening();
        opening.thread.interrupt();
        assertEquals(ErrorCode.OTHER, opening.outcome.get(), "the flag is kept");
        assertEquals(ServiceProxyState.CREATED, opening.proxy.state());
        assertOpens(opening.proxy);
    }

    @Test
    @Cell("PX-CLOSE-OPENING")
    void closeEndsAnOpen() throws Exception {
        Opening opening = opening();
        opening.proxy.close();
        assertEquals(ServiceProxyState.CLOSED, opening.proxy.state());
        assertEquals(ErrorCode.OPERATION_ABORTED, opening.outcome.get());
        opening.proxy.reset();
        assertOpens(opening.proxy);
    }

    @Test
    @Cell("PX-USE-OPENING")
    void nothingButAnEndIsForAnOpeningOne() throws Exception {
        ServiceProxy<Calculator> proxy = opening().proxy;
        assertThrows(IllegalStateException.class, () -> proxy.contract().add(1, 2));
        assertThrows(IllegalStateException.class, () -> proxy.start(c -> c.add(1, 2)));
        assertThrows(IllegalStateException.class, () -> proxy.abandon(0));
        assertThrows(IllegalStateException.class, proxy::open);
        assertThrows(IllegalStateException.class, proxy::reset);
        assertEquals(ServiceProxyState.OPENING, proxy.state());
    }

    private ServiceProxy<BlockUnBlockService> blocking() {
        ServiceHost host =
                bed.host(
                        bed.endpoint(BlockUnBlockService.CONTRACT, gate).maxConcurrency(9).build());
        return bed.proxy(
                        BlockUnBlockService.CONTRACT,
                        host.addresses().getFirst(),
                        o -> o.closeTimeout(Duration.ofDays(1)))
                .open();
    }

    private Call<Boolean> block(ServiceProxy<BlockUnBlockService> proxy) throws Exception {
        Call<Boolean> call = proxy.start(Gate::blockAndSayTrue);
        gate.awaitEvent(Gate.Event.BLOCKED);
        return call;
    }

    @Test
    @Cell("PX-USE-CLOSING")
    void nothingNewIsForAClosingOne() throws Exception {
        ServiceProxy<BlockUnBlockService> proxy = blocking();
        Call<Boolean> call = block(proxy);
        Outcome<Boolean> closing = Outcome.ofRun(proxy::close);
        awaitState(proxy, ServiceProxyState.CLOSING);
        assertEquals(ErrorCode.OBJECT_FAULTED, codeOf(() -> proxy.contract().unBlock()));
        assertEquals(ErrorCode.OBJECT_FAULTED, codeOf(() -> proxy.start(Gate::blockAndSayTrue)));
        assertThrows(IllegalStateException.class, proxy::open);
        assertThrows(IllegalStateException.class, proxy::reset);
        assertEquals(ServiceProxyState.CLOSING, proxy.state());
        gate.release(1);
        assertTrue(call.get());
        assertTrue(closing.get());
    }

    @Test
    @Cell("PX-CLOSE-INTERRUPT")
    void interruptEndsTheGracefulPartOfAClose() throws Exception {
        ServiceProxy<BlockUnBlockService> proxy = blocking();
        Call<Boolean> call = block(proxy);
        Outcome<Thread> closer = new Outcome<>();
        Outcome<Boolean> closing =
                Outcome.of(
                        () -> {
                            closer.set(Thread.currentThread());
                            proxy.close();
                            return Thread.interrupted();
                        });
        awaitState(proxy, ServiceProxyState.CLOSING);
        closer.get().interrupt();
        assertTrue(closing.get(), "the flag is kept");
        assertEquals(ErrorCode.OPERATION_ABORTED, Outcome.codeOf(call));
        assertEquals(ServiceProxyState.CLOSED, proxy.state());
        assertEquals(CloseOutcome.Kind.ABORTED, kind(proxy));
        gate.awaitEvent(Gate.Event.TOLD_CHANNEL_FAULTED);
    }

    @Test
    @Cell("PX-CLOSE-GONE")
    void closeAfterThePeerHasGoneSaysSo() throws Exception {
        ServiceProxy<BlockUnBlockService> proxy = blocking();
        Call<Boolean> call = block(proxy);
        bed.lastHost().abort();
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, Outcome.codeOf(call));
        if (wire.hasSession()) {
            awaitState(proxy, ServiceProxyState.FAULTED);
        }
        proxy.close();
        assertEquals(ServiceProxyState.CLOSED, proxy.state());
        assertEquals(
                wire.hasSession() ? CloseOutcome.Kind.DISCONNECTED : CloseOutcome.Kind.GRACEFUL,
                kind(proxy));
    }
}
