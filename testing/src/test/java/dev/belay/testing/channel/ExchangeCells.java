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
import dev.belay.testing.Faults;
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
        bed().assertOver(); // an interrupt closes what its thread reads
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
        bed().assertReset();
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
        bed().assertReset();
        assertEquals(ChannelState.OPEN, channel.state());
        bed().assertWorks(channel, "next");
    }

    @Test
    @Cell("CH-EXCHANGE-SEND-TIMEOUT")
    default void aSendThatMakesNoProgressEndsItsExchange() throws InterruptedException {
        Channel channel = bed().client();
        bed().faults().stall(Faults.Side.CLIENT, Faults.Step.WRITE);
        Caller<Boolean> sending = bed().startRun(() -> channel.send(bed().message("stuck")));
        bed().faults().awaitStalled(1, CellBed.SOON);
        bed().clock.advance(Duration.ofSeconds(31));
        assertEquals(ErrorCode.OPERATION_TIMED_OUT, sending.code());
        bed().assertReset();
        assertEquals(ChannelState.OPEN, channel.state());
        bed().faults().release();
        bed().assertWorks(channel, "next");
    }

    /** A receive of the reply to a message that the server has. */
    private Caller<Message> receiving(Channel channel) throws InterruptedException {
        channel.send(bed().message("never answered"));
        assertNotNull(bed().accept().receive());
        return bed().waiting(channel::receive);
    }

    private void assertExchangeIsOver(Channel channel, CompletableFuture<Failure> gone) {
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, CellBed.get(gone).code());
        assertEquals(ChannelState.OPEN, channel.state());
        CellBed.assertMisuse(channel::receive);
        bed().assertWorks(channel, "next");
    }

    @Test
    @Cell("CH-EXCHANGE-RECEIVE-TIMEOUT")
    default void aReceiveThatWaitsTooLongEndsItsExchange() throws InterruptedException {
        Channel channel = bed().client();
        Caller<Message> receiving = receiving(channel);
        CompletableFuture<Failure> gone = CellBed.gone(bed().lastAccepted());
        bed().clock.advance(Duration.ofSeconds(31));
        assertEquals(ErrorCode.OPERATION_TIMED_OUT, receiving.code());
        bed().assertReset();
        assertExchangeIsOver(channel, gone);
    }

    @Test
    @Cell("CH-EXCHANGE-RECEIVE-INTERRUPT")
    default void anInterruptedReceiveEndsItsExchange() throws InterruptedException {
        Channel channel = bed().client();
        Caller<Message> receiving = receiving(channel);
        CompletableFuture<Failure> gone = CellBed.gone(bed().lastAccepted());
        receiving.interrupt();
        assertEquals(ErrorCode.OPERATION_ABORTED, receiving.code());
        assertTrue(receiving.keptFlag());
        bed().assertOver();
        assertExchangeIsOver(channel, gone);
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
