package dev.belay.channel.framing;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Registration;
import dev.belay.channel.spi.SessionWriter;
import dev.belay.channel.transport.Connection;
import dev.belay.error.BelayException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * Ends a connection so that the peer can read why: the fault, the end of the output, then reading
 * until the peer has closed, for unread octets would make the close a reset that destroys the
 * fault. Bounded in octets and time.
 */
final class Refusal {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int MOST = 64 * 1024;

    private final Environment environment;
    private final Connection connection;

    Refusal(Environment environment, Connection connection) {
        this.environment = environment;
        this.connection = connection;
    }

    /** Refuses in place of an answer to the preamble. Blocks, within the limit. */
    void answer(@Nullable FramingFault fault) {
        if (fault == null) {
            connection.close();
            return;
        }
        try (Registration _ = limit()) {
            connection.write(ByteBuffer.wrap(RecordEncoder.fault(fault.uri())));
            drain();
        } catch (IOException gone) {
            connection.abort();
        }
    }

    /** Refuses inside a session, whose writer still has frames; returns at once. */
    void answer(FramingFault fault, SessionWriter writer) {
        writer.submitLast(RecordEncoder.fault(fault.uri()));
        environment.start("belay-refusal", () -> finish(writer));
    }

    private void finish(SessionWriter writer) {
        try (Registration _ = limit()) {
            writer.finish(Deadline.after(LIMIT, environment.clock(), "refusal"));
            drain();
        } catch (IOException | BelayException gone) {
            connection.abort();
            writer.abort();
        }
    }

    private Registration limit() {
        Deadline deadline = Deadline.after(LIMIT, environment.clock(), "refusal");
        return environment.schedule(deadline, connection::abort);
    }

    private void drain() throws IOException {
        connection.shutdownOutput();
        ByteBuffer dropped = ByteBuffer.allocate(4096);
        int total = 0;
        int count = connection.read(dropped);
        while (count >= 0 && total < MOST) {
            total += count;
            dropped.clear();
            count = connection.read(dropped);
        }
        connection.close();
    }
}
