package dev.belay.testing.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.belay.channel.Binding;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelState;
import dev.belay.error.ErrorCode;
import dev.belay.soap.EndpointAddress;
import dev.belay.testing.Faults;
import dev.belay.testing.MemoryTransport;
import dev.belay.testing.cells.Cell;
import dev.belay.testing.cells.OverTransport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions over net.tcp, on connections that can be made to stall. */
@OverTransport("net.tcp")
@ParameterizedClass
@EnumSource(Caller.Kind.class)
final class NetTcpCellsTest extends SessionCells {
    private final MemoryTransport network = new MemoryTransport(environment);

    NetTcpCellsTest(Caller.Kind kind) {
        super(kind);
    }

    @Override
    Binding newBinding() {
        return Binding.netTcp().over(network);
    }

    @Override
    Faults faults() {
        return network.faults();
    }

    @Override
    MemoryTransport connections() {
        return network;
    }

    @Override
    String url() {
        return "net.tcp://localhost:0/cells";
    }

    @Test
    @Cell("CH-ABORT-OPENING")
    void anAbortEndsAnOpenWhosePeerNeverAnswers() throws InterruptedException {
        Channel channel = newClient();
        EndpointAddress to = address();
        faults().stall(Faults.Side.SERVER, Faults.Step.READ);
        Caller<Channel> opening = start(() -> channel.open(to));
        faults().awaitStalled(1, SOON);
        channel.abort();
        assertEquals(ChannelState.CREATED, channel.state());
        assertEquals(ErrorCode.OPERATION_ABORTED, opening.code());
        assertReset();
    }
}
