package dev.belay.testing.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.CloseOutcome;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Failure;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelOptions;
import dev.belay.channel.ChannelState;
import dev.belay.error.ErrorCode;
import dev.belay.soap.Fault;
import dev.belay.soap.Message;
import dev.belay.testing.Faults;
import dev.belay.testing.cells.Cell;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What sessions do besides. */
abstract class SessionCells extends OpeningCells {
    SessionCells(Caller.Kind kind) {
        super(kind);
    }

    @Override
    void finishPeer() {
        Channel server = lastAccepted();
        assertNull(server.receive());
        server.close();
    }

    /** The peer was told that the client is gone, and has seen a reset. */
    private void assertGone(CompletableFuture<Failure> gone) {
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, get(gone).code());
        assertReset();
    }

    /** The message that proves that nothing else was waiting to be received. */
    private void assertNothingElseCame(Channel client, Channel server) {
        server.send(message("marker"));
        assertEquals("marker", Texts.of(client.receive()));
    }

    @Test
    @Cell("CH-ABORT-OPEN-SHUTDOWN")
    void anAbortEndsAShutdown() throws InterruptedException {
        Channel channel = client();
        CompletableFuture<Failure> gone = gone(accept());
        faults().stall(Faults.Side.CLIENT, Faults.Step.WRITE)
                .stall(Faults.Side.CLIENT, Faults.Step.SHUTDOWN);
        Caller<Boolean> shutting = startRun(channel::shutdownSession);
        faults().awaitStalled(1, SOON);
        channel.abort();
        assertEquals(ErrorCode.OPERATION_ABORTED, shutting.code());
        assertEquals(ChannelState.FAULTED, channel.state());
        assertGone(gone);
    }

    @Test
    @Cell({"CH-FAULT-RECEIVE", "CH-USE-FAULTED", "CH-CLOSE-FAULTED"})
    void aBrokenTransportFaultsTheChannel() throws InterruptedException {
        Channel channel = client();
        Channel server = accept();
        Caller<Message> receiving = waiting(channel::receive);
        server.abort();
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, receiving.code());
        assertEquals(ChannelState.FAULTED, channel.state());
        assertEquals(ErrorCode.OBJECT_FAULTED, codeOf(() -> channel.send(message("late"))));
        assertEquals(ErrorCode.OBJECT_FAULTED, codeOf(channel::receive));
        assertEquals(ErrorCode.OBJECT_FAULTED, codeOf(() -> channel.request(message("late"))));
        Message late = message("late");
        assertEquals(ErrorCode.OBJECT_FAULTED, codeOf(() -> channel.reply(late, late)));
        assertEquals(ErrorCode.OBJECT_FAULTED, codeOf(channel::shutdownSession));
        channel.close();
        assertEquals(CloseOutcome.Kind.DISCONNECTED, outcome(channel));
    }

    @Test
    @Cell("CH-FAULT-REQUEST")
    void aBrokenTransportEndsAllRequests() {
        Channel channel = client();
        Channel server = accept();
        Caller<String> one = ask(channel, "one");
        Caller<String> two = ask(channel, "two");
        server.receive();
        server.receive();
        server.abort();
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, one.code());
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, two.code());
        assertNotSame(one.thrown(), two.thrown());
        assertSame(one.thrown().getCause(), two.thrown().getCause());
        assertEquals(ChannelState.FAULTED, channel.state());
    }

    @Test
    @Cell("CH-FAULT-QUEUED")
    void whatCameBeforeTheFaultIsStillGivenOut() {
        Channel channel = client();
        Channel server = accept();
        Caller<String> asked = ask(channel, "question");
        Message request = server.receive();
        server.send(message("first"));
        server.send(message("second"));
        server.reply(Texts.reply(request, "answer"), request);
        assertEquals("answer", asked.value());
        server.abort();
        awaitState(channel, ChannelState.FAULTED);
        assertEquals("first", Texts.of(channel.receive()));
        assertEquals("second", Texts.of(channel.receive()));
        assertEquals(ErrorCode.OBJECT_FAULTED, codeOf(channel::receive));
    }

    @Test
    @Cell("CH-SEND-INTERRUPT")
    void aMessageOfAnInterruptedSenderIsSent() throws InterruptedException {
        Channel channel = client();
        Channel server = accept();
        faults().stall(Faults.Side.CLIENT, Faults.Step.WRITE);
        Caller<Boolean> sending = startRun(() -> channel.send(message("queued")));
        faults().awaitStalled(1, SOON);
        sending.interrupt();
        assertEquals(ErrorCode.OPERATION_ABANDONED, sending.code());
        assertTrue(sending.keptFlag());
        assertEquals(ChannelState.OPEN, channel.state());
        faults().release();
        assertEquals("queued", Texts.of(server.receive()));
    }

    @Test
    @Cell("CH-RECEIVE-INTERRUPT")
    void anInterruptedReceiveConsumesNothing() throws InterruptedException {
        Channel channel = client();
        Channel server = accept();
        Caller<Message> receiving = waiting(channel::receive);
        receiving.interrupt();
        assertEquals(ErrorCode.OPERATION_ABORTED, receiving.code());
        assertTrue(receiving.keptFlag());
        assertEquals(ChannelState.OPEN, channel.state());
        server.send(message("next"));
        assertEquals("next", Texts.of(channel.receive()));
    }

    @Test
    @Cell("CH-REQUEST-INTERRUPT")
    void theReplyToAnInterruptedRequestIsDropped() {
        Channel channel = client();
        Channel server = accept();
        Caller<String> asked = ask(channel, "abandoned");
        Message request = server.receive();
        asked.interrupt();
        assertEquals(ErrorCode.OPERATION_ABANDONED, asked.code());
        assertTrue(asked.keptFlag());
        assertReplyIsDropped(channel, server, request);
    }

    private void assertReplyIsDropped(Channel channel, Channel server, Message request) {
        assertEquals(ChannelState.OPEN, channel.state());
        assertEquals(1, channel.abandonedRequests());
        Caller<String> other = ask(channel, "other");
        Message second = server.receive();
        server.reply(Texts.reply(request, "too late"), request);
        server.reply(Texts.reply(second, "in time"), second);
        assertEquals("in time", other.value());
        assertEquals(0, channel.abandonedRequests());
        assertNothingElseCame(channel, server);
    }

    @Test
    @Cell("CH-SEND-TIMEOUT")
    void aSendThatMakesNoProgressFaultsTheSession() throws InterruptedException {
        Channel channel = client();
        CompletableFuture<Failure> gone = gone(accept());
        faults().stall(Faults.Side.CLIENT, Faults.Step.WRITE);
        Caller<Boolean> sending = startRun(() -> channel.send(message("stuck")));
        faults().awaitStalled(1, SOON);
        clock.advance(Duration.ofSeconds(31));
        assertEquals(ErrorCode.OPERATION_TIMED_OUT, sending.code());
        awaitState(channel, ChannelState.FAULTED);
        assertGone(gone);
    }

    @Test
    @Cell("CH-RECEIVE-TIMEOUT")
    void aReceiveThatWaitsTooLongFaultsTheSession() throws InterruptedException {
        Channel channel = client();
        CompletableFuture<Failure> gone = gone(accept());
        Caller<Message> receiving = waiting(channel::receive);
        clock.advance(Duration.ofSeconds(31));
        assertEquals(ErrorCode.OPERATION_TIMED_OUT, receiving.code());
        awaitState(channel, ChannelState.FAULTED);
        assertGone(gone);
    }

    @Test
    @Cell("CH-REQUEST-TIMEOUT")
    void theReplyToARequestThatTimedOutIsDropped() {
        Channel channel = client();
        Channel server = accept();
        Deadline deadline = Deadline.after(Duration.ofSeconds(5), clock, "call");
        Caller<Message> asked = start(() -> channel.request(message("slow"), deadline));
        Message request = server.receive();
        clock.advance(Duration.ofSeconds(6));
        assertEquals(ErrorCode.OPERATION_TIMED_OUT, asked.code());
        assertReplyIsDropped(channel, server, request);
    }

    @Test
    @Cell("CH-ABANDON-REQUEST")
    void abandoningARequestLeavesTheOthers() {
        Channel channel = client();
        Channel server = accept();
        Message first = message("first");
        Caller<String> abandoned = ask(channel, first);
        Message request = server.receive();
        Caller<String> other = ask(channel, "second");
        Message second = server.receive();
        channel.abandonMessage(first);
        assertEquals(ErrorCode.OPERATION_ABANDONED, abandoned.code());
        server.reply(Texts.reply(second, "kept"), second);
        assertEquals("kept", other.value());
        assertReplyIsDropped(channel, server, request);
    }

    @Test
    @Cell("CH-ABANDON-MANY")
    void onlySoManyAbandonedRequestsAreRemembered() {
        ChannelOptions options = ChannelOptions.builder().maxAbandonedCalls(1).build();
        Channel channel = newClient(options).open(address());
        Channel server = accept();
        List<Message> requests = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Message message = message("abandoned " + i);
            Caller<String> asked = ask(channel, message);
            requests.add(server.receive());
            channel.abandonMessage(message);
            assertEquals(ErrorCode.OPERATION_ABANDONED, asked.code());
        }
        assertEquals(1, channel.abandonedRequests());
        for (Message request : requests) {
            server.reply(Texts.reply(request, "late " + requests.indexOf(request)), request);
        }
        assertEquals("late 0", Texts.of(channel.receive()));
        assertNothingElseCame(channel, server);
        assertEquals(0, channel.abandonedRequests());
    }

    @Test
    @Cell("CH-REQUEST-MANY")
    void everyRequestGetsItsOwnReply() {
        Channel channel = client();
        Channel server = accept();
        List<Caller<String>> callers = new ArrayList<>();
        List<Message> requests = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            callers.add(ask(channel, "text " + i));
            requests.add(server.receive());
        }
        for (Message request : requests.reversed()) {
            server.reply(Texts.reply(request, Texts.of(request)), request);
        }
        for (int i = 0; i < callers.size(); i++) {
            assertEquals("text " + i, callers.get(i).value());
        }
    }

    private Message unrelatedFault() {
        return Message.fault(binding().version(), Fault.receiver("broken"), "urn:cells/fault");
    }

    @Test
    @Cell("CH-FAULTMSG-ONE")
    void aFaultThatNamesNoRequestGoesToTheOnlyOne() {
        Channel channel = client();
        Channel server = accept();
        Caller<String> asked = ask(channel, "one");
        server.receive();
        server.send(unrelatedFault());
        assertEquals(ErrorCode.ENDPOINT_FAULT_RECEIVED, asked.code());
        assertEquals(ChannelState.OPEN, channel.state());

        Message abandoned = message("abandoned");
        Caller<String> gone = ask(channel, abandoned);
        server.receive();
        channel.abandonMessage(abandoned);
        assertEquals(ErrorCode.OPERATION_ABANDONED, gone.code());
        server.send(unrelatedFault());
        assertNothingElseCame(channel, server);
        assertEquals(0, channel.abandonedRequests());
    }

    @Test
    @Cell("CH-FAULTMSG-MANY")
    void aFaultThatNamesNoneOfSeveralRequestsFaultsTheSession() {
        Channel channel = client();
        Channel server = accept();
        Caller<String> one = ask(channel, "one");
        server.receive();
        Caller<String> two = ask(channel, "two");
        server.receive();
        CompletableFuture<Failure> gone = gone(server);
        startRun(() -> server.send(unrelatedFault()));
        assertEquals(ErrorCode.ENDPOINT_FAULT_RECEIVED, one.code());
        assertEquals(ErrorCode.ENDPOINT_FAULT_RECEIVED, two.code());
        assertEquals(ChannelState.FAULTED, channel.state());
        assertGone(gone);
    }

    @Test
    @Cell({"CH-SHUTDOWN", "CH-SHUTDOWN-TWICE"})
    void aShutdownEndsOneDirection() {
        Channel channel = client();
        Channel server = accept();
        assertFalse(channel.isSessionShutDown());
        channel.send(message("last"));
        channel.shutdownSession();
        assertTrue(channel.isSessionShutDown());
        assertEquals(ChannelState.OPEN, channel.state());
        assertEquals("last", Texts.of(server.receive()));
        assertNull(server.receive());
        server.send(message("answer"));
        assertEquals("answer", Texts.of(channel.receive()));
        assertMisuse(channel::shutdownSession);
        assertMisuse(() -> channel.send(message("late")));
        assertMisuse(() -> channel.request(message("late")));
    }

    @Test
    @Cell("CH-SHUTDOWN-PEER")
    void theEndOfThePeersSessionEndsRequests() {
        Channel channel = client();
        Channel server = accept();
        Caller<String> asked = ask(channel, "never answered");
        server.receive();
        server.shutdownSession();
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, asked.code());
        assertNull(channel.receive());
        assertEquals(
                ErrorCode.ENDPOINT_DISCONNECTED, codeOf(() -> channel.request(message("late"))));
        assertEquals(ChannelState.OPEN, channel.state());
    }

    @Test
    @Cell("CH-CLOSE-OPEN-RECEIVE")
    void aCloseEndsAReceiveAndIsGraceful() throws InterruptedException {
        Channel channel = client();
        accept();
        Caller<Message> receiving = waiting(channel::receive);
        Caller<Boolean> closing = startRun(channel::close);
        assertEquals(ErrorCode.OPERATION_ABORTED, receiving.code());
        finishPeer();
        assertTrue(closing.value());
        assertEquals(CloseOutcome.Kind.GRACEFUL, outcome(channel));
        assertEquals(CloseOutcome.Kind.GRACEFUL, outcome(lastAccepted()));
    }

    @Test
    @Cell("CH-CLOSE-OPEN-SEND")
    void aCloseWaitsForASendUnderWay() throws InterruptedException {
        Channel channel = client();
        faults().stall(Faults.Side.CLIENT, Faults.Step.WRITE);
        Caller<Boolean> sending = startRun(() -> channel.send(message("last")));
        faults().awaitStalled(1, SOON);
        Caller<Boolean> closing = startRun(channel::close);
        awaitState(channel, ChannelState.CLOSING);
        faults().release();
        assertTrue(sending.value());
        assertEquals("last", Texts.of(accept().receive()));
        finishPeer();
        assertTrue(closing.value());
        assertEquals(CloseOutcome.Kind.GRACEFUL, outcome(channel));
    }

    @Test
    @Cell("CH-CLOSE-ABANDONED")
    void aCloseDoesNotWaitForAbandonedRequests() {
        Channel channel = client();
        Channel server = accept();
        Message message = message("abandoned");
        Caller<String> asked = ask(channel, message);
        server.receive();
        channel.abandonMessage(message);
        assertEquals(ErrorCode.OPERATION_ABANDONED, asked.code());
        channel.close();
        assertEquals(ChannelState.CLOSED, channel.state());
        assertEquals(CloseOutcome.Kind.GRACEFUL, outcome(channel));
    }

    @Test
    @Cell("CH-CLOSE-PEER-GONE")
    void aCloseEndsWhenThePeerIsGone() {
        Channel channel = client();
        Channel server = accept();
        Caller<String> asked = ask(channel, "never answered");
        server.receive();
        Caller<Boolean> closing = startRun(channel::close);
        awaitState(channel, ChannelState.CLOSING);
        server.abort();
        assertTrue(closing.value());
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, asked.code());
        assertEquals(CloseOutcome.Kind.DISCONNECTED, outcome(channel));
    }
}
