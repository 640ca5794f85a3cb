package dev.belay.testing.channel;

import dev.belay.channel.Binding;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelState;
import dev.belay.soap.EndpointAddress;
import dev.belay.soap.Message;
import dev.belay.testing.cells.OverTransport;

import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions look for the address when they open. */
@OverTransport("net.tcp")
@ParameterizedClass
@EnumSource(Caller.Kind.class)
final class NetTcpResolvingTest extends ResolvingCells {
    NetTcpResolvingTest(Caller.Kind kind) {
        super(kind);
    }

    @Override
    Binding binding() {
        return Binding.netTcp();
    }

    @Override
    String url() {
        return "net.tcp://nowhere.invalid:1/cells";
    }

    @Override
    Caller<?> begin(Channel opening, EndpointAddress to, Message message) {
        return start(() -> opening.open(to));
    }

    @Override
    ChannelState resting() {
        return ChannelState.CREATED;
    }
}
