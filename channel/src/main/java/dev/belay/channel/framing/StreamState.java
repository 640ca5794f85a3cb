package dev.belay.channel.framing;

import static dev.belay.channel.framing.RecordType.*;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.Map;

/**
 * What may come next in one direction of a stream: the receiver's and the initiator's input of
 * [MC-NMF] 3.2 and 3.3 as one table. A record that a state does not list is a violation.
 */
enum StreamState {
    // What a receiver reads.
    EXPECT_VERSION("a version record"),
    EXPECT_MODE("a mode record"),
    EXPECT_VIA("a via record"),
    EXPECT_ENCODING("an encoding record"),
    EXPECT_PREAMBLE_END("an upgrade request or preamble end"),
    /** Modes that have no preamble end; nothing but their preamble is understood. */
    ONE_WAY("nothing"),
    SESSION_OF_INITIATOR("a sized envelope or end record"),
    REQUEST("an unsized envelope"),
    REQUEST_CHUNKS("a chunk"),
    REQUEST_END("an end record"),
    /**
     * The peer ended its direction; only a new preamble may follow, for the next session on this
     * connection.
     */
    INPUT_ENDED("a new preamble"),

    // What an initiator reads.
    EXPECT_UPGRADE_RESPONSE("an upgrade response or fault record"),
    EXPECT_ACK("a preamble ack or fault record"),
    SESSION_OF_RECEIVER("a sized envelope, end or fault record"),
    REPLY("an unsized envelope, end or fault record"),
    REPLY_CHUNKS("a chunk"),
    REPLY_END("an end or fault record"),
    OUTPUT_ENDED("nothing");

    private record Step(StreamState from, RecordType on, StreamState to) {}

    private static final Step[] TABLE = {
        new Step(EXPECT_VERSION, VERSION, EXPECT_MODE),
        new Step(EXPECT_MODE, MODE, EXPECT_VIA),
        new Step(EXPECT_VIA, VIA, EXPECT_ENCODING),
        new Step(EXPECT_ENCODING, KNOWN_ENCODING, EXPECT_PREAMBLE_END),
        new Step(EXPECT_ENCODING, EXTENSIBLE_ENCODING, EXPECT_PREAMBLE_END),
        new Step(EXPECT_PREAMBLE_END, UPGRADE_REQUEST, EXPECT_PREAMBLE_END),
        new Step(
                EXPECT_PREAMBLE_END,
                PREAMBLE_END,
                SESSION_OF_INITIATOR), // in singleton mode REQUEST, see after()
        new Step(SESSION_OF_INITIATOR, SIZED_ENVELOPE, SESSION_OF_INITIATOR),
        new Step(SESSION_OF_INITIATOR, END, INPUT_ENDED),
        new Step(REQUEST, UNSIZED_ENVELOPE, REQUEST_CHUNKS),
        new Step(REQUEST_END, END, INPUT_ENDED),
        new Step(INPUT_ENDED, VERSION, EXPECT_MODE),
        new Step(EXPECT_UPGRADE_RESPONSE, UPGRADE_RESPONSE, EXPECT_ACK),
        new Step(EXPECT_UPGRADE_RESPONSE, FAULT, OUTPUT_ENDED),
        new Step(
                EXPECT_ACK,
                PREAMBLE_ACK,
                SESSION_OF_RECEIVER), // in singleton mode REPLY, see after()
        new Step(EXPECT_ACK, FAULT, OUTPUT_ENDED),
        new Step(SESSION_OF_RECEIVER, SIZED_ENVELOPE, SESSION_OF_RECEIVER),
        new Step(SESSION_OF_RECEIVER, END, OUTPUT_ENDED),
        new Step(SESSION_OF_RECEIVER, FAULT, OUTPUT_ENDED),
        new Step(REPLY, UNSIZED_ENVELOPE, REPLY_CHUNKS),
        new Step(REPLY, END, OUTPUT_ENDED),
        new Step(REPLY, FAULT, OUTPUT_ENDED),
        new Step(REPLY_END, END, OUTPUT_ENDED),
        new Step(REPLY_END, FAULT, OUTPUT_ENDED),
    };

    private static final Map<StreamState, Map<RecordType, StreamState>> NEXT =
            new EnumMap<>(StreamState.class);

    static {
        for (Step step : TABLE) {
            NEXT.computeIfAbsent(step.from, from -> new EnumMap<>(RecordType.class))
                    .put(step.on, step.to);
        }
    }

    private final String expected;

    StreamState(String expected) {
        this.expected = expected;
    }

    /** The state behind a record of this type, or null where the record is not allowed here. */
    @Nullable StreamState after(RecordType type, FramingMode mode) {
        Map<RecordType, StreamState> allowed = NEXT.get(this);
        StreamState following = allowed == null ? null : allowed.get(type);
        return switch (mode) {
            case DUPLEX -> following;
            case SINGLETON_UNSIZED ->
                    following == SESSION_OF_INITIATOR
                            ? REQUEST
                            : following == SESSION_OF_RECEIVER ? REPLY : following;
            case SIMPLEX, SINGLETON_SIZED -> following == EXPECT_PREAMBLE_END ? ONE_WAY : following;
        };
    }

    /** The state behind the last chunk. */
    StreamState afterChunks() {
        return this == REQUEST_CHUNKS ? REQUEST_END : REPLY_END;
    }

    boolean isChunks() {
        return this == REQUEST_CHUNKS || this == REPLY_CHUNKS;
    }

    /** What the peer did by closing its side between two records. */
    InputEnd endOfInput() {
        return switch (this) {
            case EXPECT_VERSION -> InputEnd.NEVER_BEGAN;
            case EXPECT_MODE, EXPECT_VIA, EXPECT_ENCODING, EXPECT_PREAMBLE_END ->
                    InputEnd.INSIDE_PREAMBLE;
            case EXPECT_UPGRADE_RESPONSE, EXPECT_ACK -> InputEnd.REFUSED;
            case SESSION_OF_INITIATOR,
                    SESSION_OF_RECEIVER,
                    REQUEST,
                    REPLY,
                    REQUEST_END,
                    REPLY_END,
                    ONE_WAY ->
                    InputEnd.WITHOUT_END;
            case REQUEST_CHUNKS, REPLY_CHUNKS -> InputEnd.INSIDE_RECORD;
            case INPUT_ENDED, OUTPUT_ENDED -> InputEnd.AFTER_END;
        };
    }

    /** What this state waits for, for messages. */
    String expected() {
        return expected;
    }

    /** Where in a stream its end of input was found. */
    enum InputEnd {
        /** Not a single octet came. */
        NEVER_BEGAN,
        INSIDE_PREAMBLE,
        /** In place of the preamble's answer: how many receivers refuse. */
        REFUSED,
        INSIDE_RECORD,
        /** Between two records of a session that the peer has not ended. */
        WITHOUT_END,
        AFTER_END
    }
}
