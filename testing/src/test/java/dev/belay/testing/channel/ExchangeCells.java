package dev.belay.testing.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Failure;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelState;
import dev.belay.error.ErrorCode;
import dev.belay.soap.Message;
import dev.belay.testing.cells.Cell;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What channels of requests and replies do besides. */
interface ExchangeCells {
    /** The test that these cells are mixed into. */
    CellBed bed();

    @Test
    @Cell("CH-FAULT-EXCHANGE")
    default void aBrokenConnectionEndsTheExchangeOnly() {
        Channel channel = bed().client();
        Caller<String> asked = bed().ask(channel, "never answered");
        Channel server = bed().accept();
        assertNotNull(server.receive());
        server.abort();
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, asked.code());
        assertEquals(ChannelState.OPEN, channel.state());
        bed().assertWorks(channel, "next");
    }

    @Test
    @Cell("CH-EXCHANGE-INTERRUPT")
    default void anInterruptEndsTheExchangeAndThePeerIsTold() {
        Channel channel = bed().client();
        Caller<String> asked = bed().ask(channel, "never answered");
        Channel server = bed().accept();
        assertNotNull(server.receive());
        CompletableFuture<Failure> gone = CellBed.gone(server);
        asked.interrupt();
        assertEquals(ErrorCode.OPERATION_ABANDONED, asked.code());
        assertTrue(asked.keptFlag());
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, CellBed.get(gone).code());
        assertEquals(ChannelState.OPEN, channel.state());
        bed().assertWorks(channel, "next");
    }

    @Test
    @Cell("CH-EXCHANGE-TIMEOUT")
    default void aDeadlineEndsTheExchangeAndThePeerIsTold() {
        Channel channel = bed().client();
        Deadline deadline = Deadline.after(Duration.ofSeconds(5), bed().clock, "call");
        Caller<Message> asked = bed().start(() -> channel.request(bed().message("slow"), deadline));
        Channel server = bed().accept();
        assertNotNull(server.receive());
        CompletableFuture<Failure> gone = CellBed.gone(server);
        bed().clock.advance(Duration.ofSeconds(6));
        assertEquals(ErrorCode.OPERATION_TIMED_OUT, asked.code());
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, CellBed.get(gone).code());
        assertEquals(ChannelState.OPEN, channel.state());
        bed().assertWorks(channel, "next");
    }

    @Test
    @Cell("CH-ABANDON-EXCHANGE")
    default void abandoningTheRequestEndsTheExchangeAndThePeerIsTold() {
        Channel channel = bed().client();
        Message message = bed().message("abandoned");
        Caller<String> asked = bed().ask(channel, message);
        Channel server = bed().accept();
        assertNotNull(server.receive());
        CompletableFuture<Failure> gone = CellBed.gone(server);
        channel.abandonMessage(message);
        assertEquals(ErrorCode.OPERATION_ABANDONED, asked.code());
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, CellBed.get(gone).code());
        assertEquals(ChannelState.OPEN, channel.state());
        bed().assertWorks(channel, "next");
    }

    @Test
    @Cell("CH-REPLY-ONCE")
    default void aReplyChannelGivesItsRequestOnce() {
        Channel channel = bed().client();
        Caller<String> asked = bed().ask(channel, "one");
        Channel server = bed().accept();
        Message request = server.receive();
        assertNull(server.receive());
        assertEquals(ChannelState.OPEN, server.state());
        server.reply(Texts.reply(request, "reply"), request);
        assertNull(server.receive());
        assertEquals("reply", asked.value());
    }

    @Test
    @Cell("CH-REPLY-NONE")
    default void aChannelClosedWithoutAReplyMadeTheMessageOneWay() {
        Channel channel = bed().client();
        Caller<Message> asked =
                bed().start(
                                () ->
                                        channel.request(
                                                Texts.oneWay(
                                                        bed().binding().version(), "one way")));
        Channel server = bed().accept();
        assertEquals("one way", Texts.of(server.receive()));
        server.close();
        assertNull(asked.value());
        assertEquals(ChannelState.OPEN, channel.state());
        bed().assertWorks(channel, "next");
    }
}
