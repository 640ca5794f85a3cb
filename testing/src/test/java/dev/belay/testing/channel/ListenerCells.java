package dev.belay.testing.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.CloseOutcome;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelState;
import dev.belay.channel.Listener;
import dev.belay.channel.ListenerState;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.Message;
import dev.belay.testing.cells.Cell;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What every listener does, whatever it listens on. */
abstract class ListenerCells extends CellBed {
    ListenerCells(Caller.Kind kind) {
        super(kind);
    }

    static CloseOutcome.Kind outcome(Listener listener) {
        return Objects.requireNonNull(listener.closeOutcome(), "outcome").kind();
    }

    @Test
    @Cell({"LI-ABORT-CREATED", "LI-OPEN"})
    void anAbortBeforeTheOpenIsRememberedOnce() {
        Listener listener = newListener();
        listener.abort();
        assertEquals(ListenerState.CREATED, listener.state());
        assertEquals(ErrorCode.OPERATION_ABORTED, codeOf(() -> listener.open(url())));
        assertEquals(ListenerState.CREATED, listener.state());
        listener.open(url());
        assertEquals(ListenerState.OPEN, listener.state());
        assertFalse(Objects.requireNonNull(listener.url()).endsWith(":0"), listener::url);
    }

    @Test
    @Cell({"LI-ABORT-CREATED-CLOSE", "LI-CLOSE-CREATED", "LI-RESET"})
    void aCloseAndAResetForgetTheAbort() {
        Listener listener = newListener();
        listener.abort();
        listener.close();
        assertEquals(ListenerState.CLOSED, listener.state());
        listener.reset();
        assertEquals(ListenerState.CREATED, listener.state());
        listener.abort();
        listener.reset();
        listener.open(url());
        assertEquals(ListenerState.OPEN, listener.state());
    }

    private List<Caller<Channel>> accepting(List<Channel> channels) throws InterruptedException {
        List<Caller<Channel>> callers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Channel channel = closing(listener().newChannel());
            channels.add(channel);
            callers.add(waiting(() -> listener().accept(channel)));
        }
        return callers;
    }

    @Test
    @Cell({
        "LI-ABORT-OPEN",
        "LI-ABORT-FAULTED",
        "LI-ACCEPT-FAULTED",
        "LI-CLOSE-FAULTED",
        "LI-RESET-ILLEGAL",
        "LI-OPEN-ILLEGAL"
    })
    void anAbortEndsAllAccepts() throws InterruptedException {
        List<Channel> channels = new ArrayList<>();
        List<Caller<Channel>> callers = accepting(channels);
        listener().abort();
        assertEquals(ListenerState.FAULTED, listener().state());
        Set<Throwable> thrown = new HashSet<>();
        for (Caller<Channel> caller : callers) {
            assertEquals(ErrorCode.OPERATION_ABORTED, caller.code());
            assertTrue(thrown.add(caller.thrown()), "each has its own exception");
        }
        for (Channel channel : channels) {
            assertEquals(ChannelState.CREATED, channel.state());
        }
        listener().abort();
        BelayException e = assertThrows(BelayException.class, listener()::accept);
        assertEquals(ErrorCode.OBJECT_FAULTED, e.code());
        assertNotNull(e.getCause());
        assertMisuse(listener()::reset);
        assertMisuse(() -> listener().open(url()));
        assertEquals(ListenerState.FAULTED, listener().state());
        listener().close();
        assertEquals(ListenerState.CLOSED, listener().state());
        assertEquals(CloseOutcome.Kind.ABORTED, outcome(listener()));
    }

    @Test
    @Cell("LI-ABORT-OPEN-UNACCEPTED")
    void peersThatNobodyAcceptedSeeAReset() {
        Channel client = client();
        Caller<String> asked = ask(client, "never accepted");
        await(() -> listener().unaccepted() == 1);
        listener().abort();
        ErrorCode code = asked.code();
        if (code == ErrorCode.OBJECT_FAULTED) { // A session may have seen it before it asked.
            code = Objects.requireNonNull(client.failure()).code();
        }
        if (code != ErrorCode.ENDPOINT_TOO_BUSY) { // an HTTP request that nobody took, answered so
            assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, code);
            assertServerReset();
        }
    }

    @Test
    @Cell({"LI-ABORT-CLOSED", "LI-CLOSE-CLOSED", "LI-ACCEPT-CLOSED", "LI-OPEN-ILLEGAL", "LI-RESET"})
    void nothingHappensToAClosedListener() {
        String url = listener().url();
        listener().close();
        CloseOutcome how = listener().closeOutcome();
        assertEquals(CloseOutcome.GRACEFUL, how);
        listener().abort();
        listener().close();
        assertEquals(ListenerState.CLOSED, listener().state());
        assertEquals(how, listener().closeOutcome());
        assertEquals(ErrorCode.OBJECT_FAULTED, codeOf(listener()::accept));
        assertMisuse(() -> listener().open(url));
        listener().reset();
        listener().open(url);
        assertEquals(url, listener().url());
        assertWorks(client(), "again");
    }

    @Test
    @Cell({"LI-OPEN-ILLEGAL", "LI-RESET-ILLEGAL"})
    void openAndResetNeedTheirStates() {
        assertMisuse(() -> listener().open(url()));
        assertMisuse(listener()::reset);
        assertEquals(ListenerState.OPEN, listener().state());
    }

    @Test
    @Cell("LI-OPEN-IN-USE")
    void anAddressInUseLeavesTheListenerCreated() {
        String url = listener().url();
        Listener second = newListener();
        assertEquals(ErrorCode.ADDRESS_IN_USE, codeOf(() -> second.open(url)));
        assertEquals(ListenerState.CREATED, second.state());
        second.open(url());
        assertEquals(ListenerState.OPEN, second.state());
    }

    @Test
    @Cell("LI-ACCEPT-CREATED")
    void anAcceptNeedsAnOpenListener() {
        Listener listener = newListener();
        assertMisuse(listener::accept);
        assertEquals(ListenerState.CREATED, listener.state());
    }

    @Test
    @Cell("LI-ACCEPT-MANY")
    void everyAcceptGetsAChannelOfItsOwn() throws InterruptedException {
        List<Caller<Channel>> callers = accepting(new ArrayList<>());
        List<Caller<String>> asked = new ArrayList<>();
        for (int i = 0; i < callers.size(); i++) {
            asked.add(ask(client(), "text " + i));
        }
        Set<Channel> channels = new HashSet<>();
        for (Caller<Channel> caller : callers) {
            Channel channel = caller.value();
            assertTrue(channels.add(channel));
            echoOne(channel);
        }
        for (int i = 0; i < asked.size(); i++) {
            assertEquals("text " + i, asked.get(i).value());
        }
    }

    @Test
    @Cell("LI-ACCEPT-INTERRUPT")
    void anInterruptedAcceptLeavesTheListenerOpen() throws InterruptedException {
        Channel channel = closing(listener().newChannel());
        Caller<Channel> accepting = waiting(() -> listener().accept(channel));
        accepting.interrupt();
        assertEquals(ErrorCode.OPERATION_ABORTED, accepting.code());
        assertTrue(accepting.keptFlag());
        assertEquals(ChannelState.CREATED, channel.state());
        assertEquals(ListenerState.OPEN, listener().state());
        Caller<String> asked = ask(client(), "next");
        listener().accept(channel);
        echoOne(channel);
        assertEquals("next", asked.value());
    }

    @Test
    @Cell("LI-ACCEPT-FOREIGN")
    void aChannelOfAnotherListenerIsRefused() {
        Listener other = newListener();
        Channel foreign = closing(other.newChannel());
        assertThrows(IllegalArgumentException.class, () -> listener().accept(foreign));
        assertEquals(ChannelState.CREATED, foreign.state());
        Channel client = newClient();
        assertThrows(IllegalArgumentException.class, () -> listener().accept(client));
        assertNotSame(listener(), other);
    }

    @Test
    @Cell("LI-ACCEPTED-SURVIVE")
    void acceptedChannelsSurviveAnAbort() {
        Caller<String> asked = ask(client(), "survives");
        Channel server = accept();
        Message request = server.receive();
        listener().abort();
        server.reply(Texts.reply(request, "an abort"), request);
        assertEquals("an abort", asked.value());
    }

    @Test
    @Cell("LI-ACCEPTED-SURVIVE")
    void acceptedChannelsSurviveAClose() {
        Caller<String> asked = ask(client(), "survives");
        Channel server = accept();
        Message request = server.receive();
        Caller<Boolean> closing = startRun(listener()::close);
        server.reply(Texts.reply(request, "a close"), request);
        assertEquals("a close", asked.value());
        passUntilDone(closing, SOON);
        assertTrue(closing.value());
        assertEquals(ListenerState.CLOSED, listener().state());
    }

    @Test
    @Cell("LI-CLOSE-OPEN")
    void aCloseEndsAllAccepts() throws InterruptedException {
        List<Channel> channels = new ArrayList<>();
        List<Caller<Channel>> callers = accepting(channels);
        Channel client = newClient();
        listener().close();
        assertEquals(ListenerState.CLOSED, listener().state());
        assertEquals(CloseOutcome.Kind.GRACEFUL, outcome(listener()));
        for (Caller<Channel> caller : callers) {
            assertEquals(ErrorCode.OPERATION_ABORTED, caller.code());
        }
        for (Channel channel : channels) {
            assertEquals(ChannelState.CREATED, channel.state());
        }
        assertEquals(
                ErrorCode.ENDPOINT_NOT_FOUND,
                codeOf(() -> client.open(address()).request(message("nobody"))));
    }
}
