package dev.belay.testing.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.CloseOutcome;
import dev.belay.cancel.Deadline;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelState;
import dev.belay.channel.Timeouts;
import dev.belay.error.ErrorCode;
import dev.belay.soap.Message;
import dev.belay.testing.Faults;
import dev.belay.testing.cells.Cell;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** What happens to an exchange whose connection is never made; channels here connect late. */
interface ConnectingCells {
    /** The test that these cells are mixed into. */
    CellBed bed();

    private Caller<String> stalled(Channel channel, Message request, Deadline deadline)
            throws InterruptedException {
        bed().faults().stall(Faults.Side.CLIENT, Faults.Step.CONNECT);
        Caller<String> asked = bed().start(() -> Texts.of(channel.request(request, deadline)));
        bed().faults().awaitStalled(1, CellBed.SOON);
        assertEquals(ChannelState.OPEN, channel.state());
        return asked;
    }

    private Caller<String> stalled(Channel channel) throws InterruptedException {
        return stalled(channel, bed().message("stalled"), Deadline.NONE);
    }

    /** The channel is as it was, and nothing of the exchange ever arrives. */
    private void assertGoesOn(Channel channel) {
        assertEquals(ChannelState.OPEN, channel.state());
        bed().faults().release();
        bed().assertWorks(channel, "next");
    }

    @Test
    @Cell("CH-CONNECT-ABORT")
    default void anAbortEndsAnExchangeThatConnects() throws InterruptedException {
        Channel channel = bed().client();
        Caller<String> asked = stalled(channel);
        channel.abort();
        assertEquals(ChannelState.FAULTED, channel.state());
        assertEquals(ErrorCode.OPERATION_ABORTED, asked.code());
        channel.close();
        bed().faults().release();
        assertEquals(0, bed().listener().unaccepted());
    }

    @Test
    @Cell("CH-CONNECT-INTERRUPT")
    default void anInterruptEndsAnExchangeThatConnects() throws InterruptedException {
        Channel channel = bed().client();
        Caller<String> asked = stalled(channel);
        asked.interrupt();
        assertEquals(ErrorCode.OPERATION_ABANDONED, asked.code());
        assertTrue(asked.keptFlag());
        assertGoesOn(channel);
    }

    @Test
    @Cell("CH-CONNECT-DEADLINE")
    default void aDeadlineEndsAnExchangeThatConnects() throws InterruptedException {
        Channel channel = bed().client();
        Deadline deadline = Deadline.after(Duration.ofSeconds(5), bed().clock, "call");
        Caller<String> asked = stalled(channel, bed().message("slow"), deadline);
        bed().clock.advance(Duration.ofSeconds(6));
        assertEquals(ErrorCode.OPERATION_TIMED_OUT, asked.code());
        String text = asked.thrown().getMessage();
        assertTrue(text.contains("call deadline of 5000 ms"), text);
        assertGoesOn(channel);
    }

    @Test
    @Cell("CH-CONNECT-TIMEOUT")
    default void theConnectTimeoutEndsTheExchange() throws InterruptedException {
        Channel channel = bed().client();
        channel.timeouts(Timeouts.NONE.withConnect(Duration.ofSeconds(7)));
        Caller<String> asked = stalled(channel);
        bed().clock.advance(Duration.ofSeconds(8));
        assertEquals(ErrorCode.OPERATION_TIMED_OUT, asked.code());
        String text = asked.thrown().getMessage();
        assertTrue(text.contains("connect deadline of 7000 ms"), text);
        assertGoesOn(channel);
    }

    @Test
    @Cell("CH-CONNECT-ABANDON")
    default void abandoningEndsAnExchangeThatConnects() throws InterruptedException {
        Channel channel = bed().client();
        Message request = bed().message("abandoned");
        Caller<String> asked = stalled(channel, request, Deadline.NONE);
        channel.abandonMessage(request);
        assertEquals(ErrorCode.OPERATION_ABANDONED, asked.code());
        assertGoesOn(channel);
    }

    @Test
    @Cell("CH-CONNECT-CLOSE")
    default void aCloseWaitsForAnExchangeThatConnectsAndThenEndsIt() throws InterruptedException {
        Channel channel = bed().client();
        CellBed.onlyCloseIsLimited(channel);
        Caller<String> asked = stalled(channel);
        Caller<Boolean> closing = bed().startRun(channel::close);
        CellBed.awaitState(channel, ChannelState.CLOSING);
        bed().passUntilDone(closing, Duration.ofSeconds(31));
        assertEquals(ErrorCode.OPERATION_ABORTED, asked.code());
        assertEquals(ChannelState.CLOSED, channel.state());
        assertEquals(CloseOutcome.Kind.TIMED_OUT, CellBed.outcome(channel));
    }

    @Test
    @Cell("CH-CLOSE-OPEN-SEND")
    default void aCloseWaitsForASendUnderWay() throws InterruptedException {
        Channel channel = bed().client();
        bed().faults().stall(Faults.Side.CLIENT, Faults.Step.WRITE);
        Caller<Boolean> sending = bed().startRun(() -> channel.send(bed().message("last")));
        bed().faults().awaitStalled(1, CellBed.SOON);
        Caller<Boolean> closing = bed().startRun(channel::close);
        CellBed.awaitState(channel, ChannelState.CLOSING);
        bed().faults().release();
        assertTrue(sending.value());
        assertEquals("last", Texts.of(bed().accept().receive()));
        assertTrue(closing.value());
        assertEquals(CloseOutcome.Kind.GRACEFUL, CellBed.outcome(channel));
    }

    @Test
    @Cell("CH-EXCHANGE-SECOND")
    default void aSecondExchangeWhileOneRunsIsMisuse() throws InterruptedException {
        Channel channel = bed().client();
        Caller<String> asked = stalled(channel);
        CellBed.assertMisuse(() -> channel.request(bed().message("second")));
        CellBed.assertMisuse(() -> channel.send(bed().message("second")));
        CellBed.assertMisuse(channel::receive);
        bed().faults().release();
        Channel server = bed().accept();
        bed().echoOne(server);
        assertEquals("stalled", asked.value());
        bed().assertWorks(channel, "next");
    }
}
