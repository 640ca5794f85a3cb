package dev.belay.testing.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.CloseOutcome;
import dev.belay.cancel.Failure;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelState;
import dev.belay.channel.ListenerState;
import dev.belay.channel.Timeouts;
import dev.belay.error.ErrorCode;
import dev.belay.soap.Message;
import dev.belay.testing.Faults;
import dev.belay.testing.cells.Cell;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;

/** What every channel does, whatever carries its messages. */
abstract class ChannelCells extends CellBed {
    ChannelCells(Caller.Kind kind) {
        super(kind);
    }

    @Test
    @Cell({"CH-ABORT-CREATED", "CH-OPEN"})
    void anAbortBeforeTheOpenIsRememberedOnce() {
        Channel channel = newClient();
        channel.abort();
        assertEquals(ChannelState.CREATED, channel.state());
        assertEquals(ErrorCode.OPERATION_ABORTED, codeOf(() -> channel.open(address())));
        assertEquals(ChannelState.CREATED, channel.state());
        channel.open(address());
        assertEquals(ChannelState.OPEN, channel.state());
        assertWorks(channel, "after");
    }

    @Test
    @Cell("CH-ABORT-CREATED-ACCEPT")
    void anAbortBeforeTheAcceptIsRememberedOnce() {
        Channel channel = closing(listener().newChannel());
        channel.abort();
        assertEquals(ErrorCode.OPERATION_ABORTED, codeOf(() -> listener().accept(channel)));
        assertEquals(ChannelState.CREATED, channel.state());
        assertEquals(ListenerState.OPEN, listener().state());
        Caller<String> asked = ask(client(), "accepted");
        listener().accept(channel);
        echoOne(channel);
        assertEquals("accepted", asked.value());
    }

    @Test
    @Cell({"CH-ABORT-CREATED-CLOSE", "CH-CLOSE-CREATED", "CH-RESET"})
    void aCloseForgetsTheAbort() {
        Channel channel = newClient();
        channel.abort();
        channel.close();
        assertEquals(ChannelState.CLOSED, channel.state());
        channel.reset();
        assertEquals(ChannelState.CREATED, channel.state());
        assertWorks(channel.open(address()), "after");
    }

    @Test
    @Cell("CH-ABORT-CREATED-RESET")
    void aResetForgetsTheAbort() {
        Channel channel = newClient();
        channel.abort();
        channel.reset();
        assertWorks(channel.open(address()), "after");
    }

    @Test
    @Cell("CH-ABORT-ACCEPTING")
    void anAbortEndsTheAccept() throws InterruptedException {
        Channel channel = closing(listener().newChannel());
        Caller<Channel> accepting = waiting(() -> listener().accept(channel));
        channel.abort();
        assertEquals(ChannelState.CREATED, channel.state());
        assertEquals(ErrorCode.OPERATION_ABORTED, accepting.code());
        assertEquals(ListenerState.OPEN, listener().state());
        assertWorks(client(), "next");
    }

    @Test
    @Cell("CH-CLOSE-ACCEPTING")
    void aCloseEndsTheAccept() throws InterruptedException {
        Channel channel = closing(listener().newChannel());
        Caller<Channel> accepting = waiting(() -> listener().accept(channel));
        channel.close();
        assertEquals(ChannelState.CLOSED, channel.state());
        assertEquals(ErrorCode.OPERATION_ABORTED, accepting.code());
        assertEquals(ListenerState.OPEN, listener().state());
    }

    @Test
    @Cell("CH-ABORT-OPEN-SEND")
    void anAbortEndsASendThatNeverReturns() throws InterruptedException {
        Channel channel = client();
        faults().stall(Faults.Side.CLIENT, Faults.Step.WRITE);
        Caller<Boolean> sending = startRun(() -> channel.send(message("stuck")));
        faults().awaitStalled(1, SOON);
        channel.abort();
        assertEquals(ChannelState.FAULTED, channel.state());
        assertEquals(ErrorCode.OPERATION_ABORTED, sending.code());
        assertReset();
    }

    @Test
    @Cell("CH-ABORT-OPEN-RECEIVE")
    void anAbortEndsAReceive() throws InterruptedException {
        Channel channel = client();
        channel.send(message("one"));
        Channel server = accept();
        assertEquals("one", Texts.of(server.receive()));
        CompletableFuture<Failure> gone = gone(server);
        Caller<Message> receiving = waiting(channel::receive);
        channel.abort();
        assertEquals(ChannelState.FAULTED, channel.state());
        assertEquals(ErrorCode.OPERATION_ABORTED, receiving.code());
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, get(gone).code());
        assertReset();
    }

    @Test
    @Cell({
        "CH-ABORT-OPEN-REQUEST",
        "CH-FAULT-OPERATION",
        "CH-USE-ABORTED",
        "CH-ABORT-FAULTED",
        "CH-CLOSE-FAULTED"
    })
    void anAbortEndsARequestAndThePeerIsTold() {
        Channel channel = client();
        Caller<String> asked = ask(channel, "never answered");
        Channel server = accept();
        assertNotNull(server.receive());
        CompletableFuture<Failure> gone = gone(server);
        channel.abort();
        assertEquals(ChannelState.FAULTED, channel.state());
        assertEquals(ErrorCode.OPERATION_ABORTED, asked.code());
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, get(gone).code());
        assertReset();

        Failure first = channel.failure();
        assertNotNull(first);
        assertSame(first.cause(), asked.thrown().getCause());
        channel.abort();
        assertSame(first, channel.failure());
        assertEquals(ErrorCode.OPERATION_ABORTED, codeOf(() -> channel.send(message("late"))));
        assertEquals(ErrorCode.OPERATION_ABORTED, codeOf(channel::receive));
        assertEquals(ErrorCode.OPERATION_ABORTED, codeOf(() -> channel.request(message("late"))));
        Message late = message("late");
        assertEquals(ErrorCode.OPERATION_ABORTED, codeOf(() -> channel.reply(late, late)));
        assertEquals(ErrorCode.OPERATION_ABORTED, codeOf(channel::shutdownSession));
        channel.close();
        assertEquals(ChannelState.CLOSED, channel.state());
        assertEquals(CloseOutcome.Kind.ABORTED, outcome(channel));
    }

    @Test
    @Cell("CH-ABORT-CLOSING")
    void anAbortEndsTheClose() {
        Channel channel = client();
        Caller<String> asked = ask(channel, "never answered");
        Channel server = accept();
        assertNotNull(server.receive());
        CompletableFuture<Failure> gone = gone(server);
        Caller<Boolean> closing = startRun(channel::close);
        awaitState(channel, ChannelState.CLOSING);
        channel.abort();
        assertTrue(closing.value());
        assertEquals(ErrorCode.OPERATION_ABORTED, asked.code());
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, get(gone).code());
        assertReset();
        assertEquals(ChannelState.CLOSED, channel.state());
        assertEquals(CloseOutcome.Kind.ABORTED, outcome(channel));
    }

    @Test
    @Cell({"CH-ABORT-CLOSED", "CH-CLOSE-CLOSED", "CH-OPEN-ILLEGAL", "CH-USE-CLOSED", "CH-RESET"})
    void nothingHappensToAClosedChannel() {
        Channel channel = client();
        assertWorks(channel, "once");
        channel.abort();
        channel.close();
        CloseOutcome how = channel.closeOutcome();
        channel.abort();
        channel.close();
        assertEquals(ChannelState.CLOSED, channel.state());
        assertEquals(how, channel.closeOutcome());
        assertMisuse(() -> channel.open(address()));
        channel.reset();
        Channel again = channel.open(address());
        assertWorks(again, "again");
    }

    @Test
    @Cell({"CH-OPEN-ILLEGAL", "CH-RESET-ILLEGAL"})
    void openAndResetNeedTheirStates() {
        Channel channel = client();
        assertMisuse(() -> channel.open(address()));
        assertMisuse(channel::reset);
        channel.abort();
        assertMisuse(() -> channel.open(address()));
        assertMisuse(channel::reset);
        assertEquals(ChannelState.FAULTED, channel.state());
    }

    @Test
    @Cell({"CH-USE-CREATED", "CH-ABANDON-ILLEGAL"})
    void aChannelThatWasNeverOpenedIsMisused() {
        Channel channel = newClient();
        assertNotUsable(channel);
        assertEquals(ChannelState.CREATED, channel.state());
        channel.close();
        assertMisuse(() -> channel.abandonMessage(message("none")));
    }

    @Test
    @Cell("CH-USE-CLOSED")
    void aClosedChannelSaysSo() {
        Channel channel = client();
        assertWorks(channel, "one");
        Caller<Boolean> closing = startRun(channel::close);
        finishPeer();
        assertTrue(closing.value());
        assertEquals(ErrorCode.OBJECT_FAULTED, codeOf(() -> channel.send(message("late"))));
        assertEquals(ErrorCode.OBJECT_FAULTED, codeOf(channel::receive));
        assertEquals(ErrorCode.OBJECT_FAULTED, codeOf(() -> channel.request(message("late"))));
    }

    @Test
    @Cell("CH-ABANDON-RECEIVED")
    void aReceivedMessageIsAbandonedOnce() {
        Channel channel = client();
        Caller<String> asked = ask(channel, "unread");
        Channel server = accept();
        Message request = server.receive();
        server.abandonMessage(request);
        assertThrows(IllegalArgumentException.class, () -> server.abandonMessage(request));
        assertEquals(ChannelState.OPEN, server.state());
        server.reply(Texts.reply(request, "answered"), request);
        assertEquals("answered", asked.value());
    }

    @Test
    @Cell("CH-CLOSE-OPEN")
    void aCloseIsGraceful() {
        Channel channel = client();
        assertWorks(channel, "one");
        Caller<Boolean> closing = startRun(channel::close);
        finishPeer();
        assertTrue(closing.value());
        assertEquals(ChannelState.CLOSED, channel.state());
        assertEquals(CloseOutcome.Kind.GRACEFUL, outcome(channel));
        assertEnd();
    }

    /** The peer of the last conversation sees its end and closes. */
    abstract void finishPeer();

    @Test
    @Cell({"CH-CLOSE-OPEN-REQUEST", "CH-CLOSE-CLOSING"})
    void allClosesWaitForARequestUnderWay() {
        Channel channel = client();
        Caller<String> asked = ask(channel, "answered in time");
        Channel server = accept();
        Message request = server.receive();
        Caller<Boolean> one = startRun(channel::close);
        awaitState(channel, ChannelState.CLOSING);
        Caller<Boolean> two = startRun(channel::close);
        assertEquals(ErrorCode.OBJECT_FAULTED, codeOf(() -> channel.send(message("late"))));
        server.reply(Texts.reply(request, "reply"), request);
        assertEquals("reply", asked.value());
        startRun(server::close);
        assertTrue(one.value());
        assertTrue(two.value());
        assertEquals(CloseOutcome.Kind.GRACEFUL, outcome(channel));
    }

    @Test
    @Cell("CH-CLOSE-TIMEOUT")
    void aCloseEndsWithItsDeadline() {
        Channel channel = client();
        onlyCloseIsLimited(channel);
        Caller<String> asked = ask(channel, "never answered");
        Channel server = accept();
        assertNotNull(server.receive());
        CompletableFuture<Failure> gone = gone(server);
        Caller<Boolean> closing = startRun(channel::close);
        awaitState(channel, ChannelState.CLOSING);
        passUntilDone(closing, java.time.Duration.ofSeconds(31));
        assertTrue(closing.value());
        assertEquals(ErrorCode.OPERATION_ABORTED, asked.code());
        assertEquals(ChannelState.CLOSED, channel.state());
        assertEquals(CloseOutcome.Kind.TIMED_OUT, outcome(channel));
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, get(gone).code());
        assertReset();
    }

    @Test
    @Cell("CH-CLOSE-INTERRUPT")
    void anInterruptedCloseIsNotGraceful() {
        Channel channel = client();
        Caller<String> asked = ask(channel, "never answered");
        Channel server = accept();
        assertNotNull(server.receive());
        CompletableFuture<Failure> gone = gone(server);
        Caller<Boolean> closing =
                startRun(
                        () -> {
                            Thread.currentThread().interrupt();
                            channel.close();
                        });
        assertTrue(closing.value());
        assertTrue(closing.keptFlag());
        assertEquals(ErrorCode.OPERATION_ABORTED, asked.code());
        assertEquals(ChannelState.CLOSED, channel.state());
        assertEquals(CloseOutcome.Kind.ABORTED, outcome(channel));
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, get(gone).code());
        assertReset();
    }

    @Test
    @Cell("CH-ABORT-OPEN-REPLY")
    void anAbortEndsAReplyThatNeverReturns() throws InterruptedException {
        Caller<String> asked = ask(client(), "never answered");
        Channel server = accept();
        Message request = server.receive();
        faults().stall(Faults.Side.SERVER, Faults.Step.WRITE);
        Caller<Boolean> replying =
                startRun(() -> server.reply(Texts.reply(request, "stuck"), request));
        faults().awaitStalled(1, SOON);
        server.abort();
        assertEquals(ChannelState.FAULTED, server.state());
        assertEquals(ErrorCode.OPERATION_ABORTED, replying.code());
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, asked.code());
        assertServerReset();
    }

    @Test
    @Cell({"CH-USE-CLOSING", "CH-ABANDON-CLOSING"})
    void aClosingChannelTakesNothingNewButAnAbandon() {
        Channel channel = client();
        Message message = message("abandoned");
        Caller<String> asked = ask(channel, message);
        Channel server = accept();
        assertNotNull(server.receive());
        Caller<Boolean> closing = startRun(channel::close);
        awaitState(channel, ChannelState.CLOSING);
        Message late = message("late");
        assertEquals(ErrorCode.OBJECT_FAULTED, codeOf(() -> channel.send(late)));
        assertEquals(ErrorCode.OBJECT_FAULTED, codeOf(channel::receive));
        assertEquals(ErrorCode.OBJECT_FAULTED, codeOf(() -> channel.request(late)));
        assertEquals(ErrorCode.OBJECT_FAULTED, codeOf(() -> channel.reply(late, late)));
        assertEquals(ErrorCode.OBJECT_FAULTED, codeOf(channel::shutdownSession));
        assertMisuse(() -> channel.open(address()));
        assertMisuse(channel::reset);
        assertEquals(ChannelState.CLOSING, channel.state());
        channel.abandonMessage(message);
        assertEquals(ErrorCode.OPERATION_ABANDONED, asked.code());
        assertTrue(closing.value());
        assertEquals(ChannelState.CLOSED, channel.state());
    }

    @Test
    @Cell("CH-ABANDON-FAULTED")
    void aReceivedMessageIsAbandonedOnAFaultedChannelToo() {
        ask(client(), "unread");
        Channel server = accept();
        Message request = server.receive();
        server.abort();
        server.abandonMessage(request);
        assertThrows(IllegalArgumentException.class, () -> server.abandonMessage(request));
        assertEquals(ChannelState.FAULTED, server.state());
    }

    /** What is misuse on a channel that is not open yet. */
    final void assertNotUsable(Channel channel) {
        Message message = message("none");
        assertMisuse(() -> channel.send(message));
        assertMisuse(channel::receive);
        assertMisuse(() -> channel.request(message));
        assertMisuse(() -> channel.reply(message, message));
        assertMisuse(channel::shutdownSession);
        assertMisuse(() -> channel.abandonMessage(message));
    }

    @Test
    @Cell({"CH-USE-ACCEPTING", "CH-ACCEPT-ILLEGAL"})
    void anAcceptingChannelIsMisused() throws InterruptedException {
        Channel channel = closing(listener().newChannel());
        Caller<Channel> accepting = waiting(() -> listener().accept(channel));
        assertNotUsable(channel);
        assertMisuse(() -> listener().accept(channel));
        assertMisuse(channel::reset);
        assertEquals(ChannelState.ACCEPTING, channel.state());
        Caller<String> asked = ask(client(), "accepted");
        assertTrue(accepting.value() == channel);
        assertMisuse(() -> listener().accept(channel));
        echoOne(channel);
        assertEquals("accepted", asked.value());
        channel.abort();
        assertMisuse(() -> listener().accept(channel));
        channel.close();
        assertMisuse(() -> listener().accept(channel));
        assertEquals(ListenerState.OPEN, listener().state());
    }

    @Test
    @Cell("CH-PROPERTIES")
    void propertiesCanBeReadInEveryState() {
        Channel channel = newClient();
        readAll(channel);
        assertNull(channel.remoteAddress());
        channel.open(address());
        readAll(channel);
        assertEquals(address().uri(), channel.remoteAddress().uri());
        channel.abort();
        readAll(channel);
        channel.close();
        readAll(channel);
        channel.reset();
        readAll(channel);
        assertNull(channel.remoteAddress());
    }

    private void readAll(Channel channel) {
        channel.timeouts(Timeouts.NONE);
        assertEquals(Timeouts.NONE, channel.timeouts());
        assertEquals(binding().clientType(), channel.type());
        assertEquals(binding(), channel.binding());
        assertNotNull(channel.options());
        assertNotNull(channel.toString());
        channel.remoteSocketAddress();
        channel.transportUrl();
        channel.connectionId();
        channel.isSessionShutDown();
        channel.abandonedRequests();
    }
}
