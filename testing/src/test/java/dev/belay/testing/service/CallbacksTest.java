package dev.belay.testing.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.CancelReason;
import dev.belay.error.ErrorCode;
import dev.belay.service.Call;
import dev.belay.service.OperationContext;
import dev.belay.service.ServiceEndpoint;
import dev.belay.service.ServiceHost;
import dev.belay.service.ServiceProxy;
import dev.belay.testing.ControlledClock;
import dev.belay.testing.cells.Cell;
import dev.belay.testing.cells.OverTransport;
import dev.belay.testing.service.blocking.BlockUnBlockService;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** The callbacks that a host makes for a channel, when it is aborted. The clock stands still. */
@ParameterizedClass
@EnumSource(value = Wire.class, names = Wire.ENCODINGS, mode = EnumSource.Mode.MATCH_NONE)
@OverTransport({"net.tcp", "http"})
final class CallbacksTest {
    private static final Duration LONG = Duration.ofDays(1);

    private final ControlledClock clock = new ControlledClock();
    private final ServiceBed bed;
    private final Gate gate = new Gate();
    private final Semaphore go = new Semaphore(0);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Outcome<CancelReason> told = new Outcome<>();
    private final Outcome<String> ended = new Outcome<>();

    CallbacksTest(Wire wire) {
        bed = new ServiceBed(wire, clock);
    }

    @AfterEach
    void closeBed() throws Exception {
        gate.release(100);
        go.release(100);
        bed.close();
    }

    private ServiceHost host(
            UnaryOperator<ServiceEndpoint.Builder<BlockUnBlockService>> callbacks) {
        return bed.host(
                o -> o.closeTimeout(LONG).stuckTimeout(LONG),
                callbacks.apply(bed.endpoint(BlockUnBlockService.CONTRACT, gate)).build());
    }

    /** Waits until it is let go or interrupted. */
    private void hang(OperationContext context) {
        context.onCancel(told::set);
        begun.countDown();
        try {
            go.acquire();
            ended.set("let go");
        } catch (InterruptedException e) {
            ended.set("interrupted");
        }
    }

    private void awaitBegun() throws InterruptedException {
        assertTrue(begun.await(ServiceBed.SOON.toSeconds(), TimeUnit.SECONDS));
    }

    private Call<Boolean> call(ServiceHost host) {
        ServiceProxy<BlockUnBlockService> proxy =
                bed.proxy(
                                BlockUnBlockService.CONTRACT,
                                host.addresses().getFirst(),
                                o -> o.callTimeout(null))
                        .open();
        return proxy.start(Gate::blockAndSayTrue);
    }

    @Test
    @Cell("OP-ACCEPT-CALLBACK")
    void acceptCallbackIsToldOfAnAbort() throws Exception {
        ServiceHost host = host(e -> e.onAccept(this::hang));
        Call<Boolean> call = call(host);
        awaitBegun();
        host.abort();
        assertTrue(told.get().is(CancelReason.HOST_ABORT));
        assertEquals("interrupted", ended.get());
        Outcome.codeOf(call); // it fails; with which code says whether it came before the reset
    }

    @Test
    @Cell("OP-CLOSE-CALLBACK")
    void closeCallbackRunsBeforeTheAbortAndIsNotCancelled() throws Exception {
        BlockingQueue<Boolean> events = new LinkedBlockingQueue<>();
        ServiceHost host = host(e -> e.onClose(c -> events.add(c.isCancelled())));
        Call<Boolean> call = call(host);
        gate.awaitEvent(Gate.Event.BLOCKED);
        host.abort();
        assertEquals(false, events.poll(20, TimeUnit.SECONDS));
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, Outcome.codeOf(call));
        host.close();
        assertNull(events.poll(), "it runs once");
    }

    @Test
    @Cell("OP-CLOSE-CALLBACK-HANGS")
    void closeCallbackThatHangsDelaysTheAbortForASecond() throws Exception {
        ServiceHost host = host(e -> e.onClose(this::hang));
        Call<Boolean> call = call(host);
        gate.awaitEvent(Gate.Event.BLOCKED);
        host.abort();
        awaitBegun();
        clock.advance(Duration.ofMillis(999));
        assertFalse(call.isDone());
        clock.advance(Duration.ofMillis(1));
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, Outcome.codeOf(call));
        assertTrue(told.get().is(CancelReason.HOST_ABORT));
        assertEquals("interrupted", ended.get());
        host.close();
    }
}
