package dev.belay.testing.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.belay.error.BelayException;
import dev.belay.service.Call;
import dev.belay.service.ServiceHost;
import dev.belay.service.ServiceProxy;
import dev.belay.soap.FaultException;
import dev.belay.testing.service.blocking.BlockUnBlockService;
import dev.belay.testing.service.calculator.Calculator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/** How many channels and operations a host takes, and on which threads these run. */
@ParameterizedClass
@EnumSource(value = Wire.class, names = Wire.ENCODINGS, mode = EnumSource.Mode.MATCH_NONE)
final class LimitsTest {
    private final Wire wire;
    private final ServiceBed bed;
    private final Gate gate = new Gate();

    LimitsTest(Wire wire) {
        this.wire = wire;
        bed = new ServiceBed(wire);
    }

    @AfterEach
    void closeBed() throws Exception {
        gate.release(100);
        bed.close();
    }

    private Call<Boolean> block(ServiceProxy<BlockUnBlockService> proxy) throws Exception {
        Call<Boolean> call = proxy.start(Gate::blockAndSayTrue);
        gate.awaitEvent(Gate.Event.BLOCKED);
        return call;
    }

    @Test
    void operationsOfASessionRunOneAfterTheOther() throws Exception {
        assumeTrue(wire.hasSession());
        ServiceHost host = bed.host(bed.endpoint(BlockUnBlockService.CONTRACT, gate).build());
        ServiceProxy<BlockUnBlockService> proxy = bed.proxy(BlockUnBlockService.CONTRACT, host);
        Call<Boolean> first = block(proxy);
        Call<Boolean> second = proxy.start(Gate::blockAndSayTrue);
        bed.proxy(BlockUnBlockService.CONTRACT, host).contract().unBlock();
        assertTrue(first.get());
        assertEquals(Gate.Event.RETURNED, gate.next());
        assertEquals(Gate.Event.BLOCKED, gate.next());
        gate.release(1);
        assertTrue(second.get());
    }

    @Test
    void concurrencyIsLimited() throws Exception {
        assumeTrue(wire.hasSession());
        ServiceHost host =
                bed.host(
                        bed.endpoint(BlockUnBlockService.CONTRACT, gate).maxConcurrency(2).build());
        ServiceProxy<BlockUnBlockService> proxy = bed.proxy(BlockUnBlockService.CONTRACT, host);
        List<Call<Boolean>> calls = List.of(block(proxy), block(proxy));
        Call<Boolean> third = proxy.start(Gate::blockAndSayTrue);
        assertEquals(2, host.runningOperations().size());
        assertNull(gate.nextNow());
        gate.release(1);
        assertEquals(Gate.Event.RETURNED, gate.next());
        assertEquals(Gate.Event.BLOCKED, gate.next());
        gate.release(2);
        for (Call<Boolean> call : calls) {
            assertTrue(call.get());
        }
        assertTrue(third.get());
    }

    @Test
    void channelsBeyondTheLimitWait() throws Exception {
        ServiceHost host =
                bed.host(bed.endpoint(BlockUnBlockService.CONTRACT, gate).maxChannels(1).build());
        ServiceProxy<BlockUnBlockService> first = bed.proxy(BlockUnBlockService.CONTRACT, host);
        Call<Boolean> call = block(first);
        ServiceProxy<BlockUnBlockService> second = bed.proxy(BlockUnBlockService.CONTRACT, host);
        Call<Boolean> other = second.start(Gate::blockAndSayTrue);
        assertNull(gate.nextNow());
        gate.release(1);
        assertTrue(call.get());
        first.close();
        gate.awaitEvent(Gate.Event.BLOCKED);
        gate.release(1);
        assertTrue(other.get());
    }

    @Test
    void channelsOfOneAddressAreLimited() {
        assumeTrue(wire == Wire.NET_TCP);
        ServiceHost host =
                bed.host(
                        bed.endpoint(Calculator.CONTRACT, new Adder()).maxChannelsPerIp(1).build());
        ServiceProxy<Calculator> first = bed.proxy(Calculator.CONTRACT, host);
        assertEquals(3, first.contract().add(1, 2));
        ServiceProxy<Calculator> second =
                bed.proxy(Calculator.CONTRACT, host.addresses().getFirst(), o -> o);
        assertThrows(BelayException.class, () -> second.open().contract().add(1, 2));
        assertEquals(3, first.contract().add(1, 2));
    }

    @Test
    void operationsRunOnTheGivenExecutor() {
        AtomicReference<String> name = new AtomicReference<>();
        Calculator calculator =
                new Calculator() {
                    @Override
                    public int add(int a, int b) {
                        name.set(Thread.currentThread().getName());
                        return a + b;
                    }

                    @Override
                    public int subtract(int a, int b) {
                        return a - b;
                    }
                };
        try (ExecutorService pool = Executors.newFixedThreadPool(2, r -> new Thread(r, "worker"))) {
            ServiceHost host =
                    bed.host(
                            o -> o.executor(pool),
                            bed.endpoint(Calculator.CONTRACT, calculator).build());
            ServiceProxy<Calculator> proxy = bed.proxy(Calculator.CONTRACT, host);
            for (int i = 0; i < 20; i++) {
                assertEquals(i + 1, proxy.contract().add(i, 1));
            }
            assertEquals("worker", name.get());
        }
    }

    @Test
    void rejectedOperationIsAFault() {
        ServiceHost host =
                bed.host(
                        o ->
                                o.executor(
                                        task -> {
                                            throw new RejectedExecutionException("full");
                                        }),
                        bed.endpoint(Calculator.CONTRACT, new Adder()).build());
        ServiceProxy<Calculator> proxy = bed.proxy(Calculator.CONTRACT, host);
        assertThrows(FaultException.class, () -> proxy.contract().add(1, 2));
        assertThrows(FaultException.class, () -> proxy.contract().add(1, 2));
    }
}
