package dev.belay.channel.framing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.channel.framing.StreamState.InputEnd;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Every stream that must be refused is, with the fault that is due, at the same octet however it is
 * cut.
 */
class RefusedVectorsTest {
    /** These are sound as records; what is wrong is inside the envelope. */
    private static final Set<String> ENVELOPES =
            Set.of(
                    "session-table-longer-than-envelope",
                    "session-string-longer-than-table",
                    "session-table-missing",
                    "session-string-invalid-utf8");

    private record Offer(FramingEncoding encoding, @Nullable String requiredUpgrade)
            implements PreambleTarget {
        @Override
        public boolean speaks(FramingEncoding other) {
            return encoding.isSameAs(other);
        }
    }

    private record Outcome(int octetsTaken, String text, @Nullable FramingFault answer) {}

    @TestFactory
    List<DynamicTest> isRefusedAtTheSameOctet() {
        List<DynamicTest> tests = new ArrayList<>();
        for (FramingVectors.Refused vector : FramingVectors.refused()) {
            if (!ENVELOPES.contains(vector.name())) {
                for (int split : FramingVectors.SPLITS) {
                    tests.add(
                            DynamicTest.dynamicTest(
                                    vector.name() + " split " + split, () -> check(vector, split)));
                }
            }
        }
        return tests;
    }

    private static void check(FramingVectors.Refused vector, int split) {
        Outcome whole = refuse(vector, 0);
        assertEquals(whole, refuse(vector, split));
        String answer = whole.answer == null ? null : whole.answer.uri();
        assertEquals(vector.faultToSend(), answer, whole.text);
    }

    @TestFactory
    List<DynamicTest> brokenEnvelopesAreSoundRecords() {
        List<DynamicTest> tests = new ArrayList<>();
        for (FramingVectors.Refused vector : FramingVectors.refused()) {
            if (ENVELOPES.contains(vector.name())) {
                tests.add(
                        DynamicTest.dynamicTest(
                                vector.name(),
                                () -> assertEquals(null, attempt(vector, 0), "refused too early")));
            }
        }
        return tests;
    }

    private static Outcome refuse(FramingVectors.Refused vector, int split) {
        Outcome outcome = attempt(vector, split);
        assertNotNull(outcome, "accepted");
        assertTrue(!outcome.text.isEmpty());
        return outcome;
    }

    private static @Nullable Outcome attempt(FramingVectors.Refused vector, int split) {
        RecordDecoder decoder =
                vector.atReceiver()
                        ? RecordDecoder.ofReceiver(FramingQuotas.DEFAULT)
                        : RecordDecoder.ofInitiator(FramingMode.DUPLEX, FramingQuotas.DEFAULT);
        PreambleReceiver<Offer> preamble =
                new PreambleReceiver<>(decoder, modes(vector), via -> route(vector, via));
        boolean inPreamble = vector.atReceiver();
        int piece = split == 0 ? Math.max(1, vector.octets().length) : split;
        int taken = 0;
        try {
            for (int from = 0; from < vector.octets().length; from += piece) {
                int length = Math.min(piece, vector.octets().length - from);
                ByteBuffer in = ByteBuffer.wrap(vector.octets(), from, length);
                while (in.hasRemaining()) {
                    int before = in.remaining();
                    FramingRecord found;
                    try {
                        if (inPreamble) {
                            inPreamble = preamble.receive(in) == null;
                            continue;
                        }
                        found = decoder.decode(in);
                    } finally {
                        taken += before - in.remaining();
                    }
                    if (found instanceof FramingRecord.Fault(String text)) {
                        return new Outcome(taken, text, null);
                    }
                }
            }
        } catch (FramingException refused) {
            return new Outcome(taken, refused.text(), refused.answer());
        }
        InputEnd end = decoder.endOfInput();
        boolean ended = vector.name().contains("eof");
        return ended && end != InputEnd.AFTER_END ? new Outcome(taken, end.name(), null) : null;
    }

    private static Set<FramingMode> modes(FramingVectors.Refused vector) {
        boolean singleton =
                switch (vector.name()) {
                    case "session-encoding-in-singleton-mode",
                            "sized-in-singleton",
                            "chunk-size-too-big",
                            "missing-end-after-chunks" ->
                            true;
                    default -> false;
                };
        return singleton
                ? EnumSet.of(FramingMode.DUPLEX, FramingMode.SINGLETON_UNSIZED)
                : EnumSet.of(FramingMode.DUPLEX);
    }

    private static @Nullable Offer route(FramingVectors.Refused vector, Via via) {
        boolean upgrade = vector.name().equals("upgrade-required-but-missing");
        boolean plain = modes(vector).size() > 1 && !vector.name().startsWith("session-");
        return via.path().equals("/")
                ? new Offer(
                        plain ? FramingEncoding.BINARY : FramingEncoding.BINARY_SESSION,
                        upgrade ? "application/ssl-tls" : null)
                : null;
    }
}
