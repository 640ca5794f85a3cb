package dev.belay.testing.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.belay.cancel.Ledger;
import dev.belay.channel.ChannelOptions;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.service.Call;
import dev.belay.service.CallOption;
import dev.belay.service.ServiceHost;
import dev.belay.service.ServiceProxy;
import dev.belay.service.ServiceProxyState;
import dev.belay.testing.ControlledClock;
import dev.belay.testing.Faults;
import dev.belay.testing.cells.Cell;
import dev.belay.testing.cells.OverTransport;
import dev.belay.testing.service.blocking.BlockUnBlockService;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * What is left of calls that nobody waits for any more. They cannot pile up, neither by number nor
 * by time, which the test moves.
 */
@ParameterizedClass
@EnumSource(value = Wire.class, names = Wire.ENCODINGS, mode = EnumSource.Mode.MATCH_NONE)
@OverTransport({"net.tcp", "http"})
final class AbandonedCallsTest {
    private static final int PENDING = 3;

    /** Shorter than what a message may take to be written, which the clock's jump must not pass. */
    private static final Duration LIMIT = Duration.ofSeconds(7);

    private final Wire wire;
    private final ControlledClock clock = new ControlledClock();
    private final ServiceBed bed;
    private final Gate gate = new Gate();

    AbandonedCallsTest(Wire wire) {
        this.wire = wire;
        bed = new ServiceBed(wire, clock);
    }

    @AfterEach
    void closeBed() throws Exception {
        gate.release(100);
        bed.close();
    }

    private ServiceProxy<BlockUnBlockService> proxy(UnaryOperator<ChannelOptions.Builder> channel) {
        ServiceHost host =
                bed.host(
                        o -> o.closeTimeout(Duration.ofDays(9)),
                        bed.endpoint(BlockUnBlockService.CONTRACT, gate).maxConcurrency(9).build());
        return bed.proxy(
                        BlockUnBlockService.CONTRACT,
                        host.addresses().getFirst(),
                        o ->
                                o.maxPendingCalls(PENDING)
                                        .callTimeout(Duration.ofDays(1))
                                        .closeTimeout(Duration.ofDays(9))
                                        .channel(channel.apply(ChannelOptions.builder()).build()))
                .open();
    }

    private Call<Boolean> block(ServiceProxy<BlockUnBlockService> proxy, CallOption... options)
            throws Exception {
        Call<Boolean> call = proxy.start(Gate::blockAndSayTrue, options);
        gate.awaitEvent(Gate.Event.BLOCKED);
        return call;
    }

    private void blockAndAbandon(ServiceProxy<BlockUnBlockService> proxy) throws Exception {
        block(proxy).abandon();
    }

    private void awaitReturned(int operations) throws InterruptedException {
        for (int i = 0; i < operations; i++) {
            assertEquals(Gate.Event.RETURNED, gate.next());
        }
    }

    @Test
    @Cell("PX-CALL-TIMEOUT")
    void timedOutCallEndsAndTheProxyGoesOn() throws Exception {
        ServiceProxy<BlockUnBlockService> proxy = proxy(o -> o);
        Call<Boolean> call = block(proxy, CallOption.timeout(LIMIT));
        clock.advance(LIMIT);
        assertEquals(ErrorCode.OPERATION_TIMED_OUT, Outcome.codeOf(call));
        if (wire.hasSession()) {
            gate.release(1);
            assertEquals(Gate.Event.RETURNED, gate.next(), "the operation is not told anything");
        } else {
            gate.awaitEvent(Gate.Event.TOLD_CHANNEL_FAULTED);
        }
        proxy.contract().unBlock();
        assertEquals(ServiceProxyState.OPEN, proxy.state());
    }

    // Sessions

    @Test
    @Cell("PX-ABANDON-FORGOTTEN")
    void oldestAbandonedCallIsForgotten() throws Exception {
        assumeTrue(wire.hasSession());
        ServiceProxy<BlockUnBlockService> proxy = proxy(o -> o.maxAbandonedCalls(1));
        for (int i = 0; i < PENDING; i++) {
            blockAndAbandon(proxy);
        }
        gate.release(PENDING);
        awaitReturned(PENDING);
        Call<Boolean> last = block(proxy);
        gate.release(1);
        assertTrue(last.get(), "no late reply is taken for another");
    }

    @Test
    @Cell("PX-ABANDON-FORGOTTEN")
    void abandonedCallCountsForALimitedTime() throws Exception {
        assumeTrue(wire.hasSession());
        ServiceProxy<BlockUnBlockService> proxy = proxy(o -> o.abandonedCallLimit(LIMIT));
        for (int i = 0; i < PENDING; i++) {
            blockAndAbandon(proxy);
        }
        BelayException e = assertThrows(BelayException.class, () -> proxy.contract().unBlock());
        assertEquals(ErrorCode.QUOTA_EXCEEDED, e.code());
        clock.advance(LIMIT);
        proxy.contract().unBlock();
        awaitReturned(1);
        Call<Boolean> last = block(proxy);
        gate.release(PENDING);
        assertTrue(last.get());
    }

    // Drained exchanges

    @Test
    @Cell("PX-ABANDON-DRAIN")
    void drainedReplyLeavesTheConnectionIntact() throws Exception {
        assumeDraining();
        ServiceProxy<BlockUnBlockService> proxy = proxy(o -> o.drainAbandonedCalls(true));
        Call<Boolean> call = blockUntilRead(proxy);
        call.abandon();
        assertEquals(ErrorCode.OPERATION_ABANDONED, abandonedCode(call));
        long connections = bed.environment().ledger().count(Ledger.Kind.CONNECTION);
        gate.release(1);
        assertEquals(Gate.Event.RETURNED, gate.next(), "the operation is not told anything");
        for (int i = 0; i < 5; i++) {
            proxy.contract().unBlock();
        }
        assertTrue(
                bed.environment().ledger().count(Ledger.Kind.CONNECTION) <= connections + 2,
                "at most one connection more, at both its ends");
    }

    @Test
    @Cell("PX-ABANDON-DRAIN-LIMIT")
    void oldestOfTooManyThatDrainIsReset() throws Exception {
        assumeDraining();
        ServiceProxy<BlockUnBlockService> proxy =
                proxy(o -> o.drainAbandonedCalls(true).maxAbandonedCalls(1));
        blockUntilRead(proxy).abandon();
        assertNull(gate.nextNow());
        blockUntilRead(proxy).abandon();
        gate.awaitEvent(Gate.Event.TOLD_CHANNEL_FAULTED);
        assertEquals(Gate.Event.INTERRUPTED, gate.next());
        gate.release(1);
        assertEquals(Gate.Event.RETURNED, gate.next(), "the younger one drains");
    }

    @Test
    @Cell("PX-ABANDON-DRAIN-LIMIT")
    void drainingHasALimitOfTime() throws Exception {
        assumeDraining();
        ServiceProxy<BlockUnBlockService> proxy =
                proxy(o -> o.drainAbandonedCalls(true).abandonedCallLimit(LIMIT));
        blockUntilRead(proxy).abandon();
        clock.advance(LIMIT);
        gate.awaitEvent(Gate.Event.TOLD_CHANNEL_FAULTED);
    }

    /** Only HTTP drains, and whether a reply is being read can be known in memory only. */
    private void assumeDraining() {
        assumeTrue(wire == Wire.HTTP_IN_MEMORY);
    }

    /** A call whose request is on its way and whose reply is being read. */
    private Call<Boolean> blockUntilRead(ServiceProxy<BlockUnBlockService> proxy) throws Exception {
        bed.faults().stall(Faults.Side.CLIENT, Faults.Step.READ);
        Call<Boolean> call = block(proxy);
        bed.faults().awaitStalled(1, ServiceBed.SOON);
        bed.faults().release();
        return call;
    }

    private static ErrorCode abandonedCode(Call<?> call) {
        CancellationException e = assertThrows(CancellationException.class, call::get);
        return ((BelayException) e.getCause()).code();
    }

    // Before it runs

    @Test
    @Cell("PX-CALL-STICKY")
    void callThatIsAbandonedBeforeItRunsNeverRuns() throws Exception {
        ServiceProxy<BlockUnBlockService> proxy = proxy(o -> o);
        AtomicBoolean ran = new AtomicBoolean();
        Call<Boolean> call;
        try (var _ = Carriers.occupy()) {
            call =
                    proxy.start(
                            c -> {
                                ran.set(true);
                                return true;
                            });
            call.abandon();
        }
        assertEquals(ErrorCode.OPERATION_ABANDONED, abandonedCode(call));
        proxy.close();
        assertFalse(ran.get());
    }

    /** Virtual threads that spin on every carrier, so that no other one can begin to run. */
    private record Carriers(AtomicBoolean stop) implements AutoCloseable {
        static Carriers occupy() throws InterruptedException {
            int processors = Runtime.getRuntime().availableProcessors();
            CountDownLatch spinning = new CountDownLatch(processors);
            AtomicBoolean stop = new AtomicBoolean();
            for (int i = 0; i < processors; i++) {
                Thread.startVirtualThread(
                        () -> {
                            spinning.countDown();
                            while (!stop.get()) {
                                Thread.onSpinWait();
                            }
                        });
            }
            assertTrue(spinning.await(ServiceBed.SOON.toSeconds(), TimeUnit.SECONDS));
            return new Carriers(stop);
        }

        @Override
        public void close() {
            stop.set(true);
        }
    }
}
