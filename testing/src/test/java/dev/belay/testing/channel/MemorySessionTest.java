package dev.belay.testing.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.belay.channel.Binding;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelOptions;
import dev.belay.soap.Message;
import dev.belay.testing.Faults;
import dev.belay.testing.MemoryMessages;
import dev.belay.testing.cells.OverTransport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions that pass whole messages in memory. */
@OverTransport("memory")
@ParameterizedClass
@EnumSource(Caller.Kind.class)
final class MemorySessionTest extends SessionCells {
    private final MemoryMessages network = new MemoryMessages(environment);

    MemorySessionTest(Caller.Kind kind) {
        super(kind);
    }

    @Override
    Binding newBinding() {
        return network.session();
    }

    @Override
    Faults faults() {
        return network.faults();
    }

    /** What comes after messages that nobody takes is not seen, not even a reply. */
    private void assertReadsAhead(ChannelOptions options, int messages) {
        Channel client = newClient(options).open(address());
        Channel server = accept();
        Caller<String> asked = ask(client, "question");
        Message request = server.receive();
        for (int i = 0; i < messages + 2; i++) {
            server.send(message("unasked " + i));
        }
        server.reply(Texts.reply(request, "answer"), request);
        assertEquals("unasked 0", Texts.of(client.receive()));
        assertFalse(asked.isDone(), "one waits for room, one is unread");
        assertEquals("unasked 1", Texts.of(client.receive()));
        for (int i = 2; i < messages + 2; i++) {
            assertEquals("unasked " + i, Texts.of(client.receive()));
        }
        assertEquals("answer", asked.value());
    }

    @Test
    void soManyMessagesAreReadAhead() {
        assertReadsAhead(ChannelOptions.builder().maxReadAheadMessages(1).build(), 1);
        assertReadsAhead(ChannelOptions.builder().maxReadAheadMessages(5).build(), 5);
    }

    @Test
    void soManyOctetsAreReadAhead() {
        assertReadsAhead(ChannelOptions.builder().maxReadAheadOctets(0).build(), 1);
    }

    @Test
    void aReplyIsSeenBehindWhatIsReadAhead() {
        Channel client = newClient(ChannelOptions.builder().maxReadAheadMessages(2).build());
        client.open(address());
        Channel server = accept();
        Caller<String> asked = ask(client, "question");
        Message request = server.receive();
        server.send(message("one"));
        server.send(message("two"));
        server.reply(Texts.reply(request, "answer"), request);
        assertEquals("answer", asked.value());
    }

    @Override
    String url() {
        return "memory://cells:0";
    }
}
