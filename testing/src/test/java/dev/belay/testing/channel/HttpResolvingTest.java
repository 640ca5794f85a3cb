package dev.belay.testing.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.belay.cancel.Deadline;
import dev.belay.channel.Binding;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelState;
import dev.belay.error.ErrorCode;
import dev.belay.soap.EndpointAddress;
import dev.belay.soap.Message;
import dev.belay.testing.cells.Cell;
import dev.belay.testing.cells.OverTransport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Request channels look for the address with the first request. */
@OverTransport("http")
@ParameterizedClass
@EnumSource(Caller.Kind.class)
final class HttpResolvingTest extends ResolvingCells {
    HttpResolvingTest(Caller.Kind kind) {
        super(kind);
    }

    @Override
    Binding binding() {
        return Binding.httpApart();
    }

    @Override
    String url() {
        return "http://nowhere.invalid:1/cells";
    }

    @Override
    Caller<?> begin(Channel opening, EndpointAddress to, Message message) {
        opening.open(to);
        return start(() -> opening.request(message, Deadline.NONE));
    }

    @Override
    ChannelState resting() {
        return ChannelState.OPEN;
    }

    @Test
    @Cell("CH-RESOLVE-ABANDON")
    void abandoningEndsIt() throws InterruptedException {
        Message message = message();
        Caller<?> caller = resolvingWithoutLimit(message);
        channel().abandonMessage(message);
        assertEquals(ErrorCode.OPERATION_ABANDONED, caller.code());
        assertEquals(ChannelState.OPEN, channel().state());
    }
}
