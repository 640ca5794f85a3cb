package dev.belay.testing.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.belay.cancel.CloseOutcome;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelOptions;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.service.Call;
import dev.belay.service.ServiceEndpoint;
import dev.belay.service.ServiceHost;
import dev.belay.service.ServiceHostState;
import dev.belay.soap.EndpointAddress;
import dev.belay.testing.cells.Cell;
import dev.belay.testing.cells.OverTransport;
import dev.belay.testing.service.blocking.BlockUnBlockService;
import dev.belay.testing.service.calculator.Calculator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A host while it opens and while it closes. */
@ParameterizedClass
@EnumSource(value = Wire.class, names = Wire.ENCODINGS, mode = EnumSource.Mode.MATCH_NONE)
@OverTransport({"net.tcp", "http"})
final class HostOnItsWayTest {
    private final Wire wire;
    private final ServiceBed bed;
    private final Gate gate = new Gate();
    private final CountDownLatch accepted = new CountDownLatch(1);

    HostOnItsWayTest(Wire wire) {
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

    private static void awaitState(ServiceHost host, ServiceHostState state) {
        while (host.state() != state) {
            Thread.onSpinWait();
        }
    }

    private static CloseOutcome.Kind kind(ServiceHost host) {
        CloseOutcome outcome = host.closeOutcome();
        assertNotNull(outcome);
        return outcome.kind();
    }

    /** A host of which the second endpoint waits for the address of its name. */
    private ServiceHost slow(UnaryOperator<ServiceHost.Builder> options) {
        assumeTrue(wire.resolves());
        String address = wire.anyAddress().replace("localhost", ServiceBed.SLOW);
        return bed.createdHost(
                options,
                bed.endpoint(Calculator.CONTRACT, new Adder()).build(),
                ServiceEndpoint.builder(Calculator.CONTRACT, new Adder(), address)
                        .binding(bed.binding())
                        .build());
    }

    /** A host that opens, on which thread, and with which code that ends. */
    private record Opening(ServiceHost host, Thread thread, Outcome<ErrorCode> outcome) {}

    private Opening opening() throws Exception {
        ServiceHost host = slow(o -> o);
        Outcome<Thread> thread = new Outcome<>();
        Outcome<ErrorCode> outcome =
                Outcome.of(
                        () -> {
                            thread.set(Thread.currentThread());
                            ErrorCode code = codeOf(host::open);
                            return Thread.interrupted() ? ErrorCode.OTHER : code;
                        });
        bed.awaitResolving();
        return new Opening(host, thread.get(), outcome);
    }

    private void assertOpens(ServiceHost host) {
        bed.resolved();
        host.open();
        assertEquals(3, bed.proxy(Calculator.CONTRACT, host).contract().add(1, 2));
    }

    @Test
    @Cell("HO-OPEN-INTERRUPT")
    void interruptEndsAnOpenAndKeepsTheFlag() throws Exception {
        Opening opening = opening();
        opening.thread.interrupt();
        assertEquals(ErrorCode.OTHER, opening.outcome.get(), "the flag is kept");
        assertEquals(ServiceHostState.CREATED, opening.host.state());
        assertOpens(opening.host);
    }

    @Test
    @Cell("HO-OPEN-TIMEOUT")
    void openIsLimited() {
        ServiceHost host = slow(o -> o.openTimeout(Duration.ofMillis(20)));
        assertEquals(ErrorCode.OPERATION_TIMED_OUT, codeOf(host::open));
        assertEquals(ServiceHostState.CREATED, host.state());
    }

    @Test
    @Cell("HO-CLOSE-OPENING")
    void closeEndsAnOpen() throws Exception {
        Opening opening = opening();
        opening.host.close();
        assertEquals(ServiceHostState.CLOSED, opening.host.state());
        assertEquals(ErrorCode.OPERATION_ABORTED, opening.outcome.get());
        opening.host.reset();
        assertOpens(opening.host);
    }

    @Test
    @Cell("HO-USE-OPENING")
    void nothingButAnEndIsForAnOpeningOne() throws Exception {
        ServiceHost host = opening().host;
        assertThrows(IllegalStateException.class, host::open);
        assertThrows(IllegalStateException.class, host::reset);
        assertEquals(ServiceHostState.OPENING, host.state());
    }

    private ServiceHost blocking(Duration closeTimeout) {
        return bed.host(
                o -> o.closeTimeout(closeTimeout).stuckTimeout(Duration.ofDays(1)),
                bed.endpoint(BlockUnBlockService.CONTRACT, gate)
                        .maxConcurrency(9)
                        .onAccept(_ -> accepted.countDown())
                        .build());
    }

    /** A client that the host has accepted. */
    private Channel accepted(ServiceHost host) throws InterruptedException {
        Channel client =
                Channel.create(bed.binding(), ChannelOptions.DEFAULT, bed.environment())
                        .open(EndpointAddress.of(host.addresses().getFirst()));
        assertTrue(accepted.await(ServiceBed.SOON.toSeconds(), TimeUnit.SECONDS));
        return client;
    }

    private Call<Boolean> block(ServiceHost host) throws Exception {
        Call<Boolean> call =
                bed.proxy(BlockUnBlockService.CONTRACT, host).start(Gate::blockAndSayTrue);
        gate.awaitEvent(Gate.Event.BLOCKED);
        return call;
    }

    @Test
    @Cell("HO-USE-CLOSING")
    void nothingNewIsForAClosingOne() throws Exception {
        ServiceHost host = blocking(Duration.ofDays(1));
        Call<Boolean> call = block(host);
        Outcome<Boolean> closing = Outcome.ofRun(host::close);
        awaitState(host, ServiceHostState.CLOSING);
        assertThrows(IllegalStateException.class, host::open);
        assertThrows(IllegalStateException.class, host::reset);
        assertEquals(ServiceHostState.CLOSING, host.state());
        gate.release(1);
        assertTrue(call.get());
        assertTrue(closing.get());
    }

    @Test
    @Cell("HO-CLOSE-INTERRUPT")
    void interruptEndsTheGracefulPartOfAClose() throws Exception {
        ServiceHost host = blocking(Duration.ofDays(1));
        Call<Boolean> call = block(host);
        Outcome<Thread> closer = new Outcome<>();
        Outcome<Boolean> closing =
                Outcome.of(
                        () -> {
                            closer.set(Thread.currentThread());
                            host.close();
                            return Thread.interrupted();
                        });
        awaitState(host, ServiceHostState.CLOSING);
        closer.get().interrupt();
        assertTrue(closing.get(), "the flag is kept");
        assertEquals(ServiceHostState.CLOSED, host.state());
        assertEquals(CloseOutcome.Kind.ABORTED, kind(host));
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, Outcome.codeOf(call));
        assertEquals(Gate.Event.TOLD_HOST_ABORT, gate.next());
        assertEquals(Gate.Event.INTERRUPTED, gate.next());
    }

    @Test
    @Cell("HO-CLOSE-IDLE")
    void clientOfAnIdleSessionIsToldTheEnd() throws Exception {
        assumeTrue(wire.hasSession());
        ServiceHost host = blocking(Duration.ofDays(1));
        Channel client = accepted(host);
        Outcome<Boolean> closing = Outcome.ofRun(host::close);
        assertNull(client.receive());
        client.close();
        assertTrue(closing.get());
        assertEquals(CloseOutcome.Kind.GRACEFUL, kind(host));
    }

    @Test
    @Cell("HO-CLOSE-STUBBORN")
    void clientThatDoesNotEndItsSessionIsCutOff() throws Exception {
        assumeTrue(wire.hasSession());
        ServiceHost host = blocking(Duration.ofMillis(20));
        Channel client = accepted(host);
        host.close();
        assertEquals(ServiceHostState.CLOSED, host.state());
        assertEquals(CloseOutcome.Kind.TIMED_OUT, kind(host));
        assertNull(client.receive(), "the end came first");
        client.close();
    }
}
