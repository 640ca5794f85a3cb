package dev.belay.channel.framing;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * Says who is there when the first octets are not framing: mixed-up schemes and ports are the
 * commonest mistake.
 */
final class Strangers {
    private static final int TLS_ALERT = 0x15;
    private static final int TLS_HANDSHAKE = 0x16;

    private Strangers() {}

    /** What to say of an octet that no record allowed in this state begins with. */
    static String describe(StreamState state, int octet) {
        String what = stranger(state, octet);
        if (what != null) {
            return what;
        }
        RecordType type = RecordType.of(octet);
        String received = type == null ? "no defined record" : type + " record";
        return String.format(
                Locale.ROOT,
                "expected %s but received 0x%02x (%s)",
                state.expected(),
                octet,
                received);
    }

    private static @Nullable String stranger(StreamState state, int octet) {
        return switch (state) {
            case EXPECT_VERSION -> {
                if ("GPHDOTCL".indexOf(octet) >= 0) {
                    yield "an HTTP client connected to a net.tcp listener (the first octet is '"
                            + (char) octet
                            + "')";
                }
                yield octet == TLS_HANDSHAKE
                        ? "a TLS client connected to a net.tcp listener (net.tcp begins TLS inside"
                                + " its preamble)"
                        : null;
            }
            case EXPECT_ACK, EXPECT_UPGRADE_RESPONSE -> {
                if (octet == 'H' || octet == 'h') {
                    yield "the peer answered as an HTTP server in place of a preamble ack";
                }
                yield octet == TLS_ALERT || octet == TLS_HANDSHAKE
                        ? "the peer answered as a TLS server in place of a preamble ack"
                        : null;
            }
            case EXPECT_MODE,
                    EXPECT_VIA,
                    EXPECT_ENCODING,
                    EXPECT_PREAMBLE_END,
                    ONE_WAY,
                    SESSION_OF_INITIATOR,
                    SESSION_OF_RECEIVER,
                    REQUEST,
                    REQUEST_CHUNKS,
                    REQUEST_END,
                    REPLY,
                    REPLY_CHUNKS,
                    REPLY_END,
                    INPUT_ENDED,
                    OUTPUT_ENDED ->
                    null;
        };
    }
}
