package dev.belay.testing.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.channel.Channel;
import dev.belay.channel.ChannelState;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.EndpointAddress;
import dev.belay.testing.Faults;
import dev.belay.testing.cells.Cell;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** What happens to an open that takes its time; for transports that connect when they open. */
abstract class OpeningCells extends ChannelCells {
    OpeningCells(Caller.Kind kind) {
        super(kind);
    }

    private Caller<Channel> stalledOpen(Channel channel) throws InterruptedException {
        EndpointAddress to = address();
        faults().stall(Faults.Side.CLIENT, Faults.Step.CONNECT);
        Caller<Channel> opening = start(() -> channel.open(to));
        faults().awaitStalled(1, SOON);
        assertEquals(ChannelState.OPENING, channel.state());
        return opening;
    }

    @Test
    @Cell("CH-ABORT-OPENING")
    void anAbortEndsTheOpen() throws InterruptedException {
        Channel channel = newClient();
        Caller<Channel> opening = stalledOpen(channel);
        channel.abort();
        assertEquals(ChannelState.CREATED, channel.state());
        assertEquals(ErrorCode.OPERATION_ABORTED, opening.code());
        assertEquals(ChannelState.CREATED, channel.state());
        assertNothingCame();
    }

    @Test
    @Cell("CH-USE-OPENING")
    void anOpeningChannelIsMisused() throws InterruptedException {
        Channel channel = newClient();
        Caller<Channel> opening = stalledOpen(channel);
        assertNotUsable(channel);
        assertMisuse(() -> channel.open(address()));
        assertMisuse(channel::reset);
        assertEquals(ChannelState.OPENING, channel.state());
        faults().release();
        assertWorks(opening.value(), "opened");
    }

    @Test
    @Cell("CH-ABORT-OPENING-AGAIN")
    void anAbortThenAnOpenIsNoRace() throws InterruptedException {
        Channel channel = newClient();
        Caller<Channel> first = stalledOpen(channel);
        channel.abort();
        faults().release();
        channel.open(address());
        assertEquals(ErrorCode.OPERATION_ABORTED, first.code());
        assertEquals(ChannelState.OPEN, channel.state());
        assertWorks(channel, "second");
    }

    @Test
    @Cell("CH-CLOSE-OPENING")
    void aCloseEndsTheOpen() throws InterruptedException {
        Channel channel = newClient();
        Caller<Channel> opening = stalledOpen(channel);
        channel.close();
        assertEquals(ChannelState.CLOSED, channel.state());
        assertEquals(ErrorCode.OPERATION_ABORTED, opening.code());
        assertEquals(ChannelState.CLOSED, channel.state());
        assertNothingCame();
    }

    @Test
    @Cell("CH-OPEN-TIMEOUT")
    void theConnectTimeoutEndsTheOpen() throws InterruptedException {
        Channel channel = newClient();
        Caller<Channel> opening = stalledOpen(channel);
        clock.advance(Duration.ofSeconds(31));
        assertEquals(ErrorCode.OPERATION_TIMED_OUT, opening.code());
        BelayException e = (BelayException) opening.thrown();
        assertTrue(
                e.getMessage().contains("connect deadline of 30000 ms passed 1000 ms ago"),
                e::getMessage);
        assertEquals(ChannelState.CREATED, channel.state());
        assertNothingCame();
    }

    @Test
    @Cell("CH-OPEN-INTERRUPT")
    void anInterruptEndsTheOpen() throws InterruptedException {
        Channel channel = newClient();
        Caller<Channel> opening = stalledOpen(channel);
        opening.interrupt();
        assertEquals(ErrorCode.OPERATION_ABORTED, opening.code());
        assertTrue(opening.keptFlag());
        assertEquals(ChannelState.CREATED, channel.state());
        assertNothingCame();
    }

    @Test
    @Cell("CH-OPEN-REFUSED")
    void anOpenThatFailedCanBeTriedAgain() {
        Channel channel = newClient();
        EndpointAddress to = address();
        listener().close();
        assertEquals(ErrorCode.ENDPOINT_NOT_FOUND, codeOf(() -> channel.open(to)));
        assertEquals(ChannelState.CREATED, channel.state());
        listener().reset();
        listener().open(to.uri());
        channel.open(to);
        assertWorks(channel, "second");
    }
}
