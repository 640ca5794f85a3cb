package dev.belay.channel.framing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.channel.framing.FramingRecord.Octets;
import dev.belay.channel.framing.FramingRecord.Signal;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Every stream that must parse does so however it is cut, and comes out of the encoder as it was.
 */
class AcceptedVectorsTest {
    private static final String VIA = "net.tcp://localhost:7533";

    /** Their meaning is a remark, not a list of records. */
    private static final Set<String> PROSE =
            Set.of(
                    "preamble-via-non-ascii",
                    "sized-envelope-two-byte-size",
                    "unsized-envelope-empty",
                    "request-stream-complete",
                    "reply-stream-complete",
                    "reply-stream-one-way",
                    "duplex-session-complete-initiator",
                    "duplex-session-complete-receiver",
                    "reuse-after-end",
                    "fault-unknown-string");

    @TestFactory
    List<DynamicTest> parsesHoweverItIsCut() {
        List<DynamicTest> tests = new ArrayList<>();
        for (FramingVectors.Accepted vector : FramingVectors.accepted()) {
            for (int split : FramingVectors.SPLITS) {
                tests.add(
                        DynamicTest.dynamicTest(
                                vector.name() + " split " + split, () -> check(vector, split)));
            }
        }
        return tests;
    }

    private static void check(FramingVectors.Accepted vector, int split) throws FramingException {
        List<FramingRecord> whole = merge(decode(vector, 0));
        assertEquals(whole, merge(decode(vector, split)));
        assertTrue(!whole.isEmpty(), "no record");
    }

    @TestFactory
    List<DynamicTest> isWrittenAsItWas() {
        List<DynamicTest> tests = new ArrayList<>();
        for (FramingVectors.Accepted vector : FramingVectors.accepted()) {
            tests.add(
                    DynamicTest.dynamicTest(
                            vector.name(),
                            () -> {
                                byte[] written = encode(decode(vector, 0));
                                assertEquals(
                                        HexFormat.of().formatHex(vector.octets()),
                                        HexFormat.of().formatHex(written));
                            }));
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> faultTextsAreKnown() {
        List<DynamicTest> tests = new ArrayList<>();
        for (FramingVectors.Accepted vector : FramingVectors.accepted()) {
            if (vector.name().startsWith("fault-")) {
                tests.add(DynamicTest.dynamicTest(vector.name(), () -> checkFault(vector)));
            }
        }
        return tests;
    }

    /** What the vectors say in so many words about their records; the rest is prose. */
    @TestFactory
    List<DynamicTest> meansWhatItSays() {
        List<DynamicTest> tests = new ArrayList<>();
        for (FramingVectors.Accepted vector : FramingVectors.accepted()) {
            if (!PROSE.contains(vector.name())) {
                tests.add(DynamicTest.dynamicTest(vector.name(), () -> checkMeaning(vector)));
            }
        }
        return tests;
    }

    private static void checkMeaning(FramingVectors.Accepted vector) throws FramingException {
        List<FramingRecord> records = decode(vector, 0);
        List<String> said = new ArrayList<>();
        List<String> chunks = new ArrayList<>();
        for (FramingRecord r : records) {
            said.addAll(words(r));
            if (r instanceof FramingRecord.Chunk(Octets octets)) {
                chunks.add(Integer.toString(octets.array().length));
            }
        }
        if (!chunks.isEmpty()) {
            String last = chunks.removeLast();
            said.add("chunk of " + last + " octets");
            said.add("chunks of " + String.join(", ", chunks) + " and " + last + " octets");
        }
        for (String phrase : vector.meaning()) {
            assertTrue(
                    said.stream().anyMatch(phrase::startsWith),
                    () -> "expected " + phrase + " but have " + said);
        }
    }

    private static List<String> words(FramingRecord r) {
        return switch (r) {
            case FramingRecord.Version(int major, int minor) ->
                    List.of("version " + major + '.' + minor);
            case FramingRecord.Mode(FramingMode mode) ->
                    List.of("mode " + mode.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            case FramingRecord.Via(String uri) ->
                    List.of(
                            "via " + uri,
                            "via is " + uri.getBytes(StandardCharsets.UTF_8).length + " octets");
            case FramingRecord.Encoding(FramingEncoding encoding) ->
                    List.of(
                            "known encoding " + encoding.known(),
                            "extensible encoding " + encoding.contentType());
            case FramingRecord.UpgradeRequest _ -> List.of("upgrade request");
            case FramingRecord.SizedEnvelope(Octets octets) ->
                    List.of(
                            octets.array().length == 0
                                    ? "sized envelope with no octets"
                                    : "sized envelope of " + octets);
            case FramingRecord.Chunk _ -> List.of();
            case FramingRecord.Fault(String text) -> List.of("fault " + text);
            case Signal signal ->
                    List.of(
                            switch (signal) {
                                case ENVELOPE_START, CHUNKS_END -> "terminator";
                                case END -> "end record";
                                case UPGRADE_RESPONSE -> "upgrade response";
                                case PREAMBLE_ACK -> "preamble ack";
                                case PREAMBLE_END -> "preamble end";
                            });
        };
    }

    private static void checkFault(FramingVectors.Accepted vector) throws FramingException {
        String text = ((FramingRecord.Fault) decode(vector, 0).getFirst()).text();
        FramingFault fault = FramingFault.of(text);
        if (vector.name().equals("fault-unknown-string")) {
            assertEquals(null, fault);
        } else {
            assertEquals(vector.name(), "fault-" + fault);
            assertArrayEquals(vector.octets(), RecordEncoder.fault(fault.uri()));
        }
    }

    /**
     * Streams that start in the middle of a session get the preamble that they lack, which is left
     * out of the result.
     */
    private static List<FramingRecord> decode(FramingVectors.Accepted vector, int split)
            throws FramingException {
        boolean singleton =
                vector.name().startsWith("unsized-") || vector.name().startsWith("reply-stream");
        FramingMode mode = singleton ? FramingMode.SINGLETON_UNSIZED : FramingMode.DUPLEX;
        RecordDecoder decoder;
        if (vector.fromInitiator()) {
            decoder = RecordDecoder.ofReceiver(FramingQuotas.DEFAULT);
            if (vector.octets()[0] != RecordType.VERSION.code()) {
                byte[] preamble = RecordEncoder.preamble(mode, VIA, FramingEncoding.BINARY);
                assertEquals(5, drain(decoder, ByteBuffer.wrap(preamble)).size());
            }
        } else {
            decoder = RecordDecoder.ofInitiator(mode, FramingQuotas.DEFAULT);
            if (vector.name().equals("upgrade-response")) {
                decoder.expectUpgradeResponse();
            }
        }
        List<FramingRecord> records = new ArrayList<>();
        int piece = split == 0 ? vector.octets().length : split;
        for (int from = 0; from < vector.octets().length; from += piece) {
            int length = Math.min(piece, vector.octets().length - from);
            records.addAll(drain(decoder, ByteBuffer.wrap(vector.octets(), from, length)));
        }
        return records;
    }

    private static List<FramingRecord> drain(RecordDecoder decoder, ByteBuffer in)
            throws FramingException {
        List<FramingRecord> records = new ArrayList<>();
        for (FramingRecord r = decoder.decode(in); r != null; r = decoder.decode(in)) {
            records.add(r);
        }
        return records;
    }

    private static List<FramingRecord> merge(List<FramingRecord> records) {
        List<FramingRecord> merged = new ArrayList<>();
        for (FramingRecord r : records) {
            if (r instanceof FramingRecord.Chunk(Octets more)
                    && !merged.isEmpty()
                    && merged.getLast() instanceof FramingRecord.Chunk(Octets before)) {
                merged.removeLast();
                ByteBuffer both = ByteBuffer.allocate(before.array().length + more.array().length);
                merged.add(
                        new FramingRecord.Chunk(
                                new Octets(both.put(before.array()).put(more.array()).array())));
            } else {
                merged.add(r);
            }
        }
        return merged;
    }

    private static byte[] encode(List<FramingRecord> records) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FramingMode mode = FramingMode.DUPLEX;
        String via = "";
        byte[] preamble = {};
        for (FramingRecord r : records) {
            switch (r) {
                case FramingRecord.Version version -> {}
                case FramingRecord.Mode(FramingMode named) -> mode = named;
                case FramingRecord.Via(String uri) -> via = uri;
                case FramingRecord.Encoding(FramingEncoding encoding) -> {
                    preamble = RecordEncoder.preamble(mode, via, encoding);
                    boolean ends = preamble[preamble.length - 1] == RecordType.PREAMBLE_END.code();
                    out.write(preamble, 0, ends ? preamble.length - 1 : preamble.length);
                }
                case FramingRecord.UpgradeRequest(String name) -> {
                    out.reset();
                    out.writeBytes(
                            RecordEncoder.preambleWithUpgrade(
                                    mode, via, FramingEncoding.BINARY_SESSION, name));
                }
                case FramingRecord.SizedEnvelope(Octets octets) ->
                        out.writeBytes(RecordEncoder.envelope(octets.array()));
                case FramingRecord.Chunk(Octets octets) -> {
                    byte[] size = new byte[RecordEncoder.sizeLength(octets.array().length)];
                    RecordEncoder.putSize(size, 0, octets.array().length);
                    out.writeBytes(size);
                    out.writeBytes(octets.array());
                }
                case FramingRecord.Fault(String text) -> out.writeBytes(RecordEncoder.fault(text));
                case Signal signal -> out.write(code(signal));
            }
        }
        return out.toByteArray();
    }

    private static int code(Signal signal) {
        return switch (signal) {
            case ENVELOPE_START -> RecordType.UNSIZED_ENVELOPE.code();
            case CHUNKS_END -> 0;
            case END -> RecordEncoder.signal(RecordType.END)[0];
            case UPGRADE_RESPONSE -> RecordEncoder.signal(RecordType.UPGRADE_RESPONSE)[0];
            case PREAMBLE_ACK -> RecordEncoder.signal(RecordType.PREAMBLE_ACK)[0];
            case PREAMBLE_END -> RecordEncoder.signal(RecordType.PREAMBLE_END)[0];
        };
    }
}
