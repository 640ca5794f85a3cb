package dev.belay.channel.spi;

import dev.belay.cancel.Clock;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Inbox;
import dev.belay.cancel.Ledger;
import dev.belay.cancel.Pending;
import dev.belay.cancel.Registration;
import dev.belay.channel.transport.Connection;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the frames of one session on a thread of its own, in the order in which they were
 * submitted, as many in one write as are ready. Callers hand over plain arrays that they do not
 * touch again, so nothing that strikes a caller can reach the wire.
 *
 * <p>A sender first calls {@link #awaitRoom}, which waits in the room; then encodes; then {@link
 * #submit}, which never waits and so may be called under the lock that fixes the order. Frames that
 * were submitted are written whatever happens to their senders.
 *
 * <p>A write that makes no progress for the channel's send time-out fails the channel, as does a
 * write that fails. Any thread may call any method; {@link #awaitRoom} and {@link #finish} wait.
 */
public final class SessionWriter {
    private static final int BUFFER = 32 * 1024;
    private static final int MOST_FRAMES = 256;

    private static final class Frame {
        private final byte[] octets;
        private final int begin;
        private final @Nullable Pending<@Nullable Void> written;

        Frame(byte[] octets, int begin, @Nullable Pending<@Nullable Void> written) {
            this.octets = octets;
            this.begin = begin;
            this.written = written;
        }

        int length() {
            return octets.length - begin;
        }
    }

    private final Connection connection;
    private final Environment environment;
    private final DriverHost host;
    private final Inbox<Frame> frames;
    private final Pending<@Nullable Void> ended;
    private final Object watchLock = new Object();

    /** When the write that runs began, or {@link Clock#NEVER}. */
    private volatile long writingSince = Clock.NEVER;

    /** The watch over the write that runs; guarded by watchLock. */
    private @Nullable Registration watch;

    /**
     * A writer that has not started.
     *
     * @param maxOctets how much may be queued before senders wait
     */
    public SessionWriter(
            Connection connection, Environment environment, DriverHost host, long maxOctets) {
        this.connection = connection;
        this.environment = environment;
        this.host = host;
        this.frames =
                new Inbox<>(
                        environment,
                        "writer",
                        Integer.MAX_VALUE,
                        maxOctets,
                        Frame::length,
                        SessionWriter::lost);
        this.ended = Pending.of(environment.clock(), "end of the writer");
    }

    private static void lost(Frame frame) {
        if (frame.written != null) {
            frame.written.fail(
                    Failure.of(
                            ErrorCode.ENDPOINT_DISCONNECTED,
                            "the session ended before the message was written"));
        }
    }

    /** Starts the thread; once. */
    public void start() {
        environment.start("belay-session-writer", this::run);
    }

    /**
     * Waits until less is queued than the bound.
     *
     * @param owner the operation on whose behalf it waits; it ends the wait too
     * @throws dev.belay.error.BelayException OPERATION_TIMED_OUT; OPERATION_ABANDONED: the thread
     *     was interrupted; the failure of the owner
     */
    public void awaitRoom(Pending<?> owner, Deadline deadline) {
        frames.awaitRoom(deadline, ErrorCode.OPERATION_ABANDONED, owner);
    }

    /**
     * Hands a frame over; never waits.
     *
     * @param written told when the frame was handed to the system, or failed; null if nobody asks
     */
    public void submit(byte[] frame, @Nullable Pending<@Nullable Void> written) {
        submit(frame, 0, written);
    }

    /**
     * Hands over the octets of an array from some position on; never waits.
     *
     * @param written told when they were handed to the system, or failed; null if nobody asks
     */
    public void submit(byte[] octets, int begin, @Nullable Pending<@Nullable Void> written) {
        Frame entry = new Frame(octets, begin, written);
        if (!frames.push(entry)) {
            lost(entry);
        }
    }

    /**
     * Hands the last frame over; never waits. What is submitted later is lost, also by a thread
     * that comes at the same moment.
     */
    public void submitLast(byte[] frame) {
        frames.pushLast(new Frame(frame, 0, null));
    }

    /**
     * Waits until all that was submitted is written and the thread has ended; nothing can be
     * submitted from now on.
     *
     * @throws dev.belay.error.BelayException OPERATION_TIMED_OUT, or the writer failed
     */
    public void finish(Deadline deadline) {
        frames.finish();
        ended.await(deadline, ErrorCode.OPERATION_ABORTED);
    }

    /**
     * Drops what is queued and lets the thread end, once its connection is aborted. Never blocks;
     * any number of times.
     */
    public void abort() {
        Failure why = Failure.of(ErrorCode.OPERATION_ABORTED, "the session's writer was aborted");
        frames.failNow(why);
        ended.fail(why);
    }

    private void run() {
        environment.ledger().took(Ledger.Kind.BUFFER);
        try {
            writeAll(ByteBuffer.allocateDirect(BUFFER));
            ended.complete(null);
        } catch (IOException | RuntimeException | Error e) {
            Failure why = Failure.of(e, ErrorCode.ENDPOINT_DISCONNECTED, "writing failed");
            frames.failNow(why);
            if (ended.fail(why)) {
                host.failed(e);
            }
        } finally {
            stopWatch();
            environment.ledger().gave(Ledger.Kind.BUFFER);
        }
    }

    private void writeAll(ByteBuffer buffer) throws IOException {
        List<Frame> inBuffer = new ArrayList<>();
        while (true) {
            List<Frame> ready =
                    frames.takeAll(MOST_FRAMES, Deadline.NONE, ErrorCode.OPERATION_ABORTED, null);
            if (ready.isEmpty()) {
                return;
            }
            try {
                for (Frame frame : ready) {
                    gather(frame, buffer, inBuffer);
                }
                flush(buffer, inBuffer);
            } catch (IOException | RuntimeException e) {
                ready.forEach(SessionWriter::lost);
                throw e;
            }
        }
    }

    private void gather(Frame frame, ByteBuffer buffer, List<Frame> inBuffer) throws IOException {
        byte[] octets = frame.octets;
        int at = frame.begin;
        while (octets.length - at > buffer.remaining()) {
            int part = buffer.remaining();
            buffer.put(octets, at, part);
            at += part;
            flush(buffer, inBuffer);
        }
        buffer.put(octets, at, octets.length - at);
        inBuffer.add(frame);
    }

    private void flush(ByteBuffer buffer, List<Frame> complete) throws IOException {
        buffer.flip();
        writingSince = environment.clock().nanoTime();
        startWatch();
        connection.write(buffer);
        writingSince = Clock.NEVER;
        buffer.clear();
        for (Frame frame : complete) {
            if (frame.written != null) {
                frame.written.complete(null);
            }
        }
        complete.clear();
    }

    /**
     * One watch serves many writes: it looks again when it finds that the write is younger than the
     * limit.
     */
    private void startWatch() {
        Duration limit = host.timeouts().send();
        if (limit != null) {
            watch(limit, limit);
        }
    }

    private void watch(Duration limit, Duration next) {
        synchronized (watchLock) {
            if (watch == null) {
                Deadline deadline = Deadline.after(next, environment.clock(), "send");
                watch = environment.schedule(deadline, () -> look(limit));
            }
        }
    }

    private void look(Duration limit) {
        long since = writingSince;
        Duration age =
                Duration.ofNanos(since == Clock.NEVER ? 0 : environment.clock().nanoTime() - since);
        synchronized (watchLock) {
            watch = null;
        }
        if (age.compareTo(limit) >= 0) {
            String text = "no progress in writing for " + age.toMillis() + " ms";
            host.failed(Failure.of(ErrorCode.OPERATION_TIMED_OUT, text).toException());
        } else if (since != Clock.NEVER) {
            watch(limit, limit.minus(age));
        }
    }

    private void stopWatch() {
        synchronized (watchLock) {
            if (watch != null) {
                watch.close();
            }
        }
    }
}
