package dev.belay.channel.framing;

import dev.belay.cancel.Deadline;
import dev.belay.channel.spi.ChannelSetup;
import dev.belay.channel.transport.Connecting;
import dev.belay.channel.transport.Connection;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.EndpointAddress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The initiator's end of a duplex session over net.tcp. */
final class FramingClient extends FramingDriver {
    private final ChannelSetup setup;
    private final SessionEncoding encoding;
    private volatile @Nullable String url;

    FramingClient(ChannelSetup setup) {
        super(setup.environment(), setup.options());
        this.setup = setup;
        this.encoding = SessionEncoding.of(setup.binding());
    }

    @Override
    public void open(EndpointAddress to, Connecting connecting) throws IOException {
        String via = options.via() == null ? to.uri() : options.via();
        NetTcpUrl target = NetTcpUrl.parse(via);
        Connection connection =
                setup.binding()
                        .transport()
                        .connect(target.host(), target.port(), options.transport(), connecting);
        adopt(connection);
        connecting.operation().onFailure(connection::abort);
        url = via;
        connection.write(
                ByteBuffer.wrap(
                        RecordEncoder.preamble(FramingMode.DUPLEX, via, encoding.onWire())));
        FramingQuotas quotas = FramingQuotas.DEFAULT.message(options.maxBufferedMessageSize());
        RecordDecoder decoder = RecordDecoder.ofInitiator(FramingMode.DUPLEX, quotas);
        ByteBuffer rest = awaitAck(connection, decoder);
        SessionCodec codec = encoding.codec(options);
        begin(decoder, rest, codec, via).writer().start();
    }

    /** Reads the answer to the preamble; what came behind it is returned. */
    private static ByteBuffer awaitAck(Connection connection, RecordDecoder decoder)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(512);
        while (true) {
            if (connection.read(buffer) < 0) {
                throw new BelayException(
                        ErrorCode.ENDPOINT_DISCONNECTED,
                        "the peer refused the session: it closed the connection in place of a"
                                + " preamble ack");
            }
            buffer.flip();
            try {
                FramingRecord answer = decoder.decode(buffer);
                if (answer instanceof FramingRecord.Fault(String text)) {
                    connection.close();
                    throw Faults.received(text);
                }
                if (answer != null) {
                    return buffer;
                }
            } catch (FramingException violation) {
                throw Faults.broken(violation);
            }
            buffer.clear();
        }
    }

    @Override
    void inputEnded() {
        // The channel knows; the connection is closed when both directions have ended.
    }

    @Override
    void refuse(FramingException violation) {
        // Faults are a receiver's; the channel resets the connection.
    }

    @Override
    public void close(Deadline deadline) {
        session().shutdownOutput(deadline);
        release().close();
    }

    @Override
    public @Nullable String transportUrl() {
        return url;
    }
}
