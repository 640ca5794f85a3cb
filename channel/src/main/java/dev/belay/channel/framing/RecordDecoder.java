package dev.belay.channel.framing;

import dev.belay.channel.framing.FramingRecord.Octets;
import dev.belay.channel.framing.FramingRecord.Signal;
import dev.belay.channel.framing.StreamState.InputEnd;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Cuts the octets of one direction of a stream into records, however they are split on their way.
 * It never waits: octets are pushed in, records come out. Sizes are judged as declared, before any
 * octet behind them is read, and memory grows with the data that came, not with what was declared.
 *
 * <p>One thread at a time. After an exception the stream is at an end; the decoder must not be used
 * again.
 */
final class RecordDecoder {
    private static final int FIRST_ALLOCATION = 4096;
    private static final byte[] NOTHING = new byte[0];

    private enum Step {
        /** At a record boundary. */
        TYPE,
        /** Inside a size. */
        SIZE,
        /** Inside the octets of a record. */
        PAYLOAD
    }

    private final FramingQuotas quotas;
    private StreamState state;
    private FramingMode mode = FramingMode.DUPLEX;
    private Step step = Step.TYPE;
    private RecordType type = RecordType.END;

    private int sizeOctets;
    private int size;

    private byte[] payload = NOTHING;
    private int filled;
    private long unsizedTotal;

    private RecordDecoder(StreamState state, FramingQuotas quotas) {
        this.state = state;
        this.quotas = quotas;
    }

    /** Reads what an initiator sends, from its preamble on, session after session. */
    static RecordDecoder ofReceiver(FramingQuotas quotas) {
        return new RecordDecoder(StreamState.EXPECT_VERSION, quotas);
    }

    /** Reads what an initiator sends in a duplex session whose preamble was read. */
    static RecordDecoder ofSession(FramingQuotas quotas) {
        return new RecordDecoder(StreamState.SESSION_OF_INITIATOR, quotas);
    }

    /** Reads what a receiver answers to a preamble of this mode that requested no upgrade. */
    static RecordDecoder ofInitiator(FramingMode mode, FramingQuotas quotas) {
        RecordDecoder decoder = new RecordDecoder(StreamState.EXPECT_ACK, quotas);
        decoder.mode = mode;
        return decoder;
    }

    /** An initiator requested an upgrade and will not go on before it is answered. */
    void expectUpgradeResponse() {
        if (state != StreamState.EXPECT_ACK || step != Step.TYPE) {
            throw new IllegalStateException("upgrade requested in state " + state);
        }
        state = StreamState.EXPECT_UPGRADE_RESPONSE;
    }

    /**
     * Takes octets up to the end of the next record.
     *
     * @return the record, or null when all octets were taken and the record goes on
     */
    @Nullable FramingRecord decode(ByteBuffer in) throws FramingException {
        while (in.hasRemaining()) {
            FramingRecord record =
                    switch (step) {
                        case TYPE ->
                                state.isChunks()
                                        ? chunkSize(in.get() & 0xFF)
                                        : begin(in.get() & 0xFF);
                        case SIZE -> sizeOctet(in.get() & 0xFF);
                        case PAYLOAD ->
                                type == RecordType.UNSIZED_ENVELOPE ? chunk(in) : payload(in);
                    };
            if (record != null) {
                return record;
            }
        }
        return null;
    }

    /** What it means that no more octets come. */
    InputEnd endOfInput() {
        InputEnd end = state.endOfInput();
        boolean midRecord = step != Step.TYPE && end != InputEnd.INSIDE_PREAMBLE;
        if (!midRecord) {
            return end;
        }
        boolean preamble = end == InputEnd.NEVER_BEGAN || state == StreamState.INPUT_ENDED;
        return preamble ? InputEnd.INSIDE_PREAMBLE : InputEnd.INSIDE_RECORD;
    }

    StreamState state() {
        return state;
    }

    /** True when octets of a record were taken and more must come. */
    boolean isInsideRecord() {
        return step != Step.TYPE;
    }

    /** How much memory the record that is under way holds. */
    int reservedOctets() {
        return payload.length;
    }

    private @Nullable FramingRecord begin(int code) throws FramingException {
        RecordType next = RecordType.of(code);
        if (next == null || state.after(next, mode) == null) {
            throw FramingException.silent(Strangers.describe(state, code));
        }
        type = next;
        if (next.isSized()) {
            expectSize();
            return null;
        }
        if (next.fixedOctets() > 0) {
            expectPayload(next.fixedOctets());
            return null;
        }
        if (next == RecordType.UNSIZED_ENVELOPE) {
            unsizedTotal = 0;
            return finish(Signal.ENVELOPE_START);
        }
        return finish(
                switch (next) {
                    case END -> Signal.END;
                    case UPGRADE_RESPONSE -> Signal.UPGRADE_RESPONSE;
                    case PREAMBLE_ACK -> Signal.PREAMBLE_ACK;
                    case PREAMBLE_END -> Signal.PREAMBLE_END;
                    case UNSIZED_ENVELOPE,
                            VERSION,
                            MODE,
                            VIA,
                            KNOWN_ENCODING,
                            EXTENSIBLE_ENCODING,
                            SIZED_ENVELOPE,
                            FAULT,
                            UPGRADE_REQUEST ->
                            throw new IllegalStateException(next + " has content");
                });
    }

    private void expectSize() {
        step = Step.SIZE;
        size = 0;
        sizeOctets = 0;
    }

    private void expectPayload(int octets) {
        step = Step.PAYLOAD;
        size = octets;
        filled = 0;
        payload = NOTHING;
    }

    private @Nullable FramingRecord chunkSize(int octet) throws FramingException {
        type = RecordType.UNSIZED_ENVELOPE;
        expectSize();
        return sizeOctet(octet);
    }

    private @Nullable FramingRecord sizeOctet(int octet) throws FramingException {
        if (sizeOctets == 4 && octet > 0x07) {
            throw FramingException.silent("size of " + type + " exceeds 31 bits");
        }
        size |= (octet & 0x7F) << (7 * sizeOctets++);
        if (octet >= 0x80) {
            return null;
        }
        if (type == RecordType.UNSIZED_ENVELOPE) {
            return beginChunk();
        }
        if (size > quotas.of(type)) {
            throw quotas.exceeded(type, size);
        }
        expectPayload(size);
        return size == 0 ? record() : null;
    }

    private @Nullable FramingRecord beginChunk() throws FramingException {
        if (size == 0) {
            step = Step.TYPE;
            state = state.afterChunks();
            return Signal.CHUNKS_END;
        }
        unsizedTotal += size;
        if (unsizedTotal > quotas.message()) {
            throw quotas.exceeded(type, unsizedTotal);
        }
        step = Step.PAYLOAD;
        return null;
    }

    private FramingRecord chunk(ByteBuffer in) {
        byte[] piece = new byte[Math.min(size, in.remaining())];
        in.get(piece);
        size -= piece.length;
        if (size == 0) {
            step = Step.TYPE;
        }
        return new FramingRecord.Chunk(new Octets(piece));
    }

    private @Nullable FramingRecord payload(ByteBuffer in) throws FramingException {
        int count = Math.min(size - filled, in.remaining());
        int needed = filled + count;
        if (needed > payload.length) {
            int grown =
                    needed == size
                            ? size
                            : Math.max(needed, Math.max(FIRST_ALLOCATION, payload.length * 2));
            payload = Arrays.copyOf(payload, Math.min(grown, size));
        }
        in.get(payload, filled, count);
        filled = needed;
        return filled == size ? record() : null;
    }

    private FramingRecord record() throws FramingException {
        byte[] octets = payload;
        payload = NOTHING;
        return switch (type) {
            case VERSION -> finish(version(octets[0] & 0xFF, octets[1] & 0xFF));
            case MODE -> finish(mode(octets[0] & 0xFF));
            case VIA -> finish(new FramingRecord.Via(Utf8.decode(octets, "via")));
            case KNOWN_ENCODING ->
                    finish(new FramingRecord.Encoding(FramingEncoding.known(octets[0] & 0xFF)));
            case EXTENSIBLE_ENCODING ->
                    finish(
                            new FramingRecord.Encoding(
                                    FramingEncoding.extensible(
                                            Utf8.decode(octets, "content type"))));
            case SIZED_ENVELOPE -> finish(new FramingRecord.SizedEnvelope(new Octets(octets)));
            case FAULT -> finish(new FramingRecord.Fault(Utf8.decode(octets, "fault text")));
            case UPGRADE_REQUEST ->
                    finish(new FramingRecord.UpgradeRequest(Utf8.decode(octets, "upgrade name")));
            case UNSIZED_ENVELOPE, END, UPGRADE_RESPONSE, PREAMBLE_ACK, PREAMBLE_END ->
                    throw new IllegalStateException(type + " has no content");
        };
    }

    private static FramingRecord version(int major, int minor) throws FramingException {
        if (major != 1) {
            throw FramingException.answered(
                    FramingFault.UNSUPPORTED_VERSION,
                    "expected framing version 1.0 but received " + major + "." + minor);
        }
        return new FramingRecord.Version(major, minor);
    }

    private FramingRecord mode(int code) throws FramingException {
        FramingMode named = FramingMode.of(code);
        if (named == null) {
            throw FramingException.answered(
                    FramingFault.UNSUPPORTED_MODE, "mode " + code + " is not defined");
        }
        mode = named;
        return new FramingRecord.Mode(named);
    }

    private FramingRecord finish(FramingRecord record) {
        StreamState next = state.after(type, mode);
        if (next == null) {
            throw new IllegalStateException(type + " in state " + state);
        }
        state = next;
        step = Step.TYPE;
        return record;
    }
}
