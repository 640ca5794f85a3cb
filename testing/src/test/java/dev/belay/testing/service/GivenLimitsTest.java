package dev.belay.testing.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.belay.channel.ChannelOptions;
import dev.belay.channel.ListenerOptions;
import dev.belay.channel.Timeouts;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.service.Call;
import dev.belay.service.ProxyOptions;
import dev.belay.service.ServiceHost;
import dev.belay.service.ServiceProxy;
import dev.belay.service.ServiceProxyState;
import dev.belay.testing.ControlledClock;
import dev.belay.testing.Faults;
import dev.belay.testing.service.blocking.BlockUnBlockService;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;

/**
 * Under a host and under a proxy, a time-out of the channel that the application has given counts,
 * and what it has not given has the limit that belongs there.
 */
@Timeout(120)
@ParameterizedClass
@EnumSource(names = {"NET_TCP_IN_MEMORY", "HTTP_IN_MEMORY"})
final class GivenLimitsTest {
    private static final Duration GIVEN = Duration.ofSeconds(7);

    /** Longer than any test lets pass, for writing that has just ended. */
    private static final Duration LONG = Duration.ofDays(1);

    private final Wire wire;
    private final ControlledClock clock = new ControlledClock();
    private final ServiceBed bed;
    private final Gate gate = new Gate();

    GivenLimitsTest(Wire wire) {
        this.wire = wire;
        bed = new ServiceBed(wire, clock);
    }

    @AfterEach
    void closeBed() throws Exception {
        bed.faults().release();
        gate.release(100);
        bed.close();
    }

    private ServiceHost host(Timeouts limits) {
        ListenerOptions options =
                ListenerOptions.builder()
                        .channels(ChannelOptions.builder().timeouts(limits).build())
                        .build();
        return bed.host(bed.endpoint(BlockUnBlockService.CONTRACT, gate).listener(options).build());
    }

    private ServiceProxy<BlockUnBlockService> proxy(
            ServiceHost host, Timeouts limits, ProxyOptions.Builder options) {
        ChannelOptions channel = ChannelOptions.builder().timeouts(limits).build();
        return bed.proxy(
                BlockUnBlockService.CONTRACT,
                host.addresses().getFirst(),
                given ->
                        options.environment(bed.environment())
                                .binding(bed.binding())
                                .channel(channel));
    }

    private void passUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + ServiceBed.SOON.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it did not come");
            clock.advance(GIVEN);
            Thread.onSpinWait();
        }
    }

    private static BelayException failure(CompletableFuture<?> result) {
        try {
            result.join();
        } catch (CompletionException e) {
            return assertInstanceOf(BelayException.class, e.getCause());
        }
        throw new AssertionError("no failure");
    }

    @Test
    void anotherLimitOfTheHostLeavesIdleSessionsAlone() {
        assumeTrue(wire.hasSession());
        ServiceHost host = host(Timeouts.DEFAULT.withSend(LONG));
        ServiceProxy<BlockUnBlockService> proxy = bed.proxy(BlockUnBlockService.CONTRACT, host);
        for (int i = 0; i < 3; i++) {
            proxy.contract().unBlock();
            clock.advance(Duration.ofSeconds(60));
        }
        proxy.contract().unBlock();
    }

    @Test
    void theHostsOwnLimitForReceivingEndsIdleSessions() {
        assumeTrue(wire.hasSession());
        ServiceHost host = host(Timeouts.DEFAULT.withReceive(GIVEN));
        ServiceProxy<BlockUnBlockService> proxy = bed.proxy(BlockUnBlockService.CONTRACT, host);
        proxy.contract().unBlock();
        passUntil(() -> proxy.state() == ServiceProxyState.FAULTED);
    }

    @Test
    void anotherLimitOfTheProxyLeavesCallsAlone() throws Exception {
        ServiceHost host = host(Timeouts.DEFAULT);
        ServiceProxy<BlockUnBlockService> proxy =
                proxy(
                                host,
                                Timeouts.DEFAULT.withSend(LONG),
                                ProxyOptions.builder().callTimeout(Duration.ofSeconds(60)))
                        .open();
        Call<Boolean> call = proxy.start(Gate::blockAndSayTrue);
        gate.awaitEvent(Gate.Event.BLOCKED);
        clock.advance(Duration.ofSeconds(45));
        gate.release(1);
        assertTrue(call.get());
    }

    @Test
    void theProxysOwnLimitForConnectingCounts() throws Exception {
        ServiceHost host = host(Timeouts.DEFAULT);
        ServiceProxy<BlockUnBlockService> proxy =
                proxy(
                        host,
                        Timeouts.DEFAULT.withConnect(GIVEN),
                        ProxyOptions.builder().callTimeout(null));
        bed.faults().stall(Faults.Side.CLIENT, Faults.Step.CONNECT);
        BelayException e = connectingEnds(proxy);
        assertEquals(ErrorCode.OPERATION_TIMED_OUT, e.code());
        assertTrue(e.getMessage().contains("connect deadline of 7000 ms"), e::getMessage);
    }

    private BelayException connectingEnds(ServiceProxy<BlockUnBlockService> proxy)
            throws InterruptedException {
        CompletableFuture<Void> calling =
                CompletableFuture.runAsync(
                        () -> proxy.open().contract().unBlock(), Thread::startVirtualThread);
        bed.faults().awaitStalled(1, ServiceBed.SOON);
        clock.advance(GIVEN);
        return failure(calling);
    }

    @Test
    void theOpenOfAProxyIsBoundedWhateverConnectingMayTake() throws Exception {
        assumeTrue(wire.hasSession());
        ServiceHost host = host(Timeouts.DEFAULT);
        ServiceProxy<BlockUnBlockService> proxy =
                proxy(host, Timeouts.NONE, ProxyOptions.builder().openTimeout(GIVEN));
        bed.faults().stall(Faults.Side.CLIENT, Faults.Step.CONNECT);
        BelayException e = connectingEnds(proxy);
        assertEquals(ErrorCode.OPERATION_TIMED_OUT, e.code());
        assertTrue(e.getMessage().contains("open deadline of 7000 ms"), e::getMessage);
    }

    @Test
    void theProxysOwnLimitForReceivingEndsIdleSessions() {
        assumeTrue(wire.hasSession());
        ServiceHost host = host(Timeouts.DEFAULT);
        ServiceProxy<BlockUnBlockService> proxy =
                proxy(host, Timeouts.DEFAULT.withReceive(GIVEN), ProxyOptions.builder()).open();
        proxy.contract().unBlock();
        passUntil(() -> proxy.state() == ServiceProxyState.FAULTED);
    }
}
