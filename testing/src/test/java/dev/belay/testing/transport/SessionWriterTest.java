package dev.belay.testing.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Ledger;
import dev.belay.cancel.Pending;
import dev.belay.channel.Timeouts;
import dev.belay.channel.spi.DriverHost;
import dev.belay.channel.spi.SessionWriter;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.testing.ControlledClock;
import dev.belay.testing.Faults;
import dev.belay.testing.MemoryConnection;
import dev.belay.testing.MemoryTransport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The thread that writes the frames of a session. */
@Timeout(60)
final class SessionWriterTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final ControlledClock clock = new ControlledClock();
    private final Environment environment = Environment.of(clock);
    private final MemoryTransport network = new MemoryTransport(environment);
    private final MemoryConnection.Pair pair = network.pair();
    private final CompletableFuture<Throwable> failed = new CompletableFuture<>();
    private final SessionWriter writer =
            new SessionWriter(pair.client(), environment, new Host(), 100);

    private final class Host implements DriverHost {
        @Override
        public Timeouts timeouts() {
            return Timeouts.DEFAULT;
        }

        @Override
        public void failed(Throwable cause) {
            failed.complete(cause);
        }

        @Override
        public void peerGone(Throwable cause) {
            failed.complete(cause);
        }
    }

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        writer.abort();
        pair.client().abort();
        pair.server().abort();
        for (Ledger.Kind kind : Ledger.Kind.values()) {
            if (kind != Ledger.Kind.HELPER) {
                assertTrue(
                        environment.ledger().awaitAtMost(kind, 0, SOON),
                        () -> "left over: " + environment.ledger());
            }
        }
    }

    private Pending<Void> pending() {
        return Pending.of(clock, "written");
    }

    private byte[] read(int octets) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(octets);
        while (into.hasRemaining()) {
            assertTrue(pair.server().read(into) > 0);
        }
        return into.array();
    }

    @Test
    void framesAreWrittenInOrderWhateverTheirSize() throws IOException {
        byte[] large = new byte[100_000];
        Arrays.fill(large, (byte) 7);
        Pending<Void> first = pending();
        Pending<Void> last = pending();
        writer.submit(new byte[] {1, 2}, first);
        writer.submit(large, null);
        writer.submit(new byte[] {3}, last);
        writer.start();
        assertArrayEquals(new byte[] {1, 2}, read(2));
        assertArrayEquals(large, read(large.length));
        assertArrayEquals(new byte[] {3}, read(1));
        first.await(Deadline.NONE, ErrorCode.OPERATION_ABORTED);
        last.await(Deadline.NONE, ErrorCode.OPERATION_ABORTED);
        writer.finish(Deadline.NONE);
        assertFalse(failed.isDone());
    }

    @Test
    void framesThatAreReadyGoIntoOneWrite() {
        for (byte i = 0; i < 50; i++) {
            writer.submit(new byte[] {i}, null);
        }
        int before = network.faults().steps();
        writer.start();
        writer.finish(Deadline.NONE);
        assertEquals(1, network.faults().steps() - before);
    }

    @Test
    void aSenderWaitsForRoomAndItsOwnerEndsTheWait() throws Exception {
        writer.submit(new byte[200], null);
        Pending<Void> owner = pending();
        CompletableFuture<ErrorCode> code = new CompletableFuture<>();
        Thread.startVirtualThread(
                () -> {
                    BelayException e =
                            assertThrows(
                                    BelayException.class,
                                    () -> writer.awaitRoom(owner, Deadline.NONE));
                    code.complete(e.code());
                });
        owner.fail(dev.belay.cancel.Failure.of(ErrorCode.OPERATION_ABANDONED, "abandoned"));
        assertEquals(ErrorCode.OPERATION_ABANDONED, code.get(30, TimeUnit.SECONDS));
        writer.start();
        writer.awaitRoom(pending(), Deadline.NONE);
    }

    @Test
    void aWriteThatFailsFailsTheChannelAndWhatIsQueued() throws Exception {
        network.faults().fail(Faults.Side.CLIENT, Faults.Step.WRITE);
        Pending<Void> one = pending();
        Pending<Void> two = pending();
        writer.submit(new byte[1], one);
        writer.submit(new byte[1], two);
        writer.start();
        assertTrue(failed.get(30, TimeUnit.SECONDS) instanceof IOException);
        assertThrows(
                BelayException.class, () -> one.await(Deadline.NONE, ErrorCode.OPERATION_ABORTED));
        assertThrows(
                BelayException.class, () -> two.await(Deadline.NONE, ErrorCode.OPERATION_ABORTED));
        Pending<Void> late = pending();
        writer.submit(new byte[1], late);
        assertThrows(
                BelayException.class, () -> late.await(Deadline.NONE, ErrorCode.OPERATION_ABORTED));
    }

    @Test
    void aWriteWithoutProgressFailsTheChannel() throws Exception {
        network.faults().stall(Faults.Side.CLIENT, Faults.Step.WRITE);
        writer.submit(new byte[1], null);
        writer.start();
        network.faults().awaitStalled(1, SOON);
        clock.advance(Duration.ofSeconds(29));
        assertFalse(failed.isDone());
        clock.advance(Duration.ofSeconds(2));
        BelayException e = (BelayException) failed.get(30, TimeUnit.SECONDS);
        assertEquals(ErrorCode.OPERATION_TIMED_OUT, e.code());
    }

    @Test
    void aFinishThatTakesTooLongSaysSo() throws Exception {
        network.faults().stall(Faults.Side.CLIENT, Faults.Step.WRITE);
        writer.submit(new byte[1], null);
        writer.start();
        network.faults().awaitStalled(1, SOON);
        Deadline passed = Deadline.after(Duration.ZERO, clock, "close");
        BelayException e = assertThrows(BelayException.class, () -> writer.finish(passed));
        assertEquals(ErrorCode.OPERATION_TIMED_OUT, e.code());
    }
}
