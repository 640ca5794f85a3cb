package dev.belay.channel.framing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.channel.framing.FramingRecord.Octets;
import dev.belay.channel.framing.StreamState.InputEnd;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

class RecordDecoderTest {
    private static final byte[] PREAMBLE =
            RecordEncoder.preamble(
                    FramingMode.DUPLEX, "net.tcp://localhost:7533", FramingEncoding.BINARY_SESSION);

    @Test
    void anyStreamComesOutHoweverItIsCut() throws FramingException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<FramingRecord> sent = new ArrayList<>();
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            for (int i = random.nextInt(6); i > 0; i--) {
                byte[] octets =
                        new byte
                                [random.nextInt(4) == 0
                                        ? random.nextInt(20000)
                                        : random.nextInt(200)];
                random.nextBytes(octets);
                sent.add(new FramingRecord.SizedEnvelope(new Octets(octets)));
                stream.writeBytes(RecordEncoder.envelope(octets));
            }
            sent.add(FramingRecord.Signal.END);
            stream.write(RecordType.END.code());
            RecordDecoder decoder = inSession(FramingQuotas.DEFAULT);
            List<FramingRecord> received = new ArrayList<>();
            ByteBuffer all = ByteBuffer.wrap(stream.toByteArray());
            while (all.hasRemaining()) {
                int length =
                        Math.min(
                                all.remaining(),
                                1 + random.nextInt(random.nextBoolean() ? 9 : 9000));
                received.addAll(drain(decoder, all.slice(all.position(), length)));
                all.position(all.position() + length);
            }
            assertEquals(sent, received, "seed " + seed);
            assertEquals(InputEnd.AFTER_END, decoder.endOfInput());
        }
    }

    @Test
    void memoryGrowsWithTheDataNotWithTheDeclaredSize() throws FramingException {
        RecordDecoder decoder = inSession(FramingQuotas.DEFAULT.message(Integer.MAX_VALUE));
        ByteBuffer declared =
                ByteBuffer.wrap(HexFormat.of().parseHex("06ffffffff07" + "00".repeat(100)));
        assertNull(decoder.decode(declared));
        assertTrue(decoder.reservedOctets() <= 8192, "reserved " + decoder.reservedOctets());
    }

    @Test
    void anEnvelopeExactlyAtTheQuotaIsFine() throws FramingException {
        RecordDecoder decoder = inSession(FramingQuotas.DEFAULT.message(300));
        ByteBuffer in = ByteBuffer.wrap(RecordEncoder.envelope(new byte[300]));
        assertInstanceOf(FramingRecord.SizedEnvelope.class, decoder.decode(in));
        ByteBuffer above = ByteBuffer.wrap(RecordEncoder.envelope(new byte[301]));
        FramingException refused =
                assertThrows(FramingException.class, () -> decoder.decode(above));
        assertEquals(FramingFault.MAX_MESSAGE_SIZE_EXCEEDED, refused.answer());
        assertEquals("sized envelope of 301 octets exceeds the quota of 300", refused.text());
        assertEquals(301, above.remaining());
    }

    @Test
    void sizesInLongerFormAreRead() throws FramingException {
        RecordDecoder decoder = inSession(FramingQuotas.DEFAULT);
        ByteBuffer in = ByteBuffer.wrap(HexFormat.of().parseHex("06828000" + "abcd"));
        FramingRecord.SizedEnvelope record =
                assertInstanceOf(FramingRecord.SizedEnvelope.class, decoder.decode(in));
        assertArrayEquals(new byte[] {(byte) 0xAB, (byte) 0xCD}, record.octets().array());
    }

    @Test
    void sizesAreWrittenInTheirShortestForm() {
        int[] sizes = {
            0, 1, 127, 128, 16383, 16384, 2097151, 2097152, 268435455, 268435456, Integer.MAX_VALUE
        };
        int[] lengths = {1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5};
        for (int i = 0; i < sizes.length; i++) {
            byte[] head = new byte[RecordEncoder.MAX_ENVELOPE_HEAD];
            assertEquals(lengths[i], RecordEncoder.sizeLength(sizes[i]));
            assertEquals(lengths[i], RecordEncoder.putSize(head, 0, sizes[i]));
            int begin = RecordEncoder.envelopeHeadBefore(head, head.length, sizes[i]);
            assertEquals(head.length - 1 - lengths[i], begin);
            assertEquals(0x06, head[begin]);
        }
    }

    @Test
    void manyTinyChunksAreCountedTogether() throws FramingException {
        RecordDecoder decoder = RecordDecoder.ofReceiver(FramingQuotas.DEFAULT.message(10));
        byte[] preamble =
                RecordEncoder.preamble(
                        FramingMode.SINGLETON_UNSIZED,
                        "net.tcp://localhost/",
                        FramingEncoding.BINARY);
        drain(decoder, ByteBuffer.wrap(preamble));
        ByteBuffer chunks = ByteBuffer.wrap(HexFormat.of().parseHex("05" + "01aa".repeat(11)));
        assertThrows(FramingException.class, () -> drain(decoder, chunks));
        assertEquals(1, chunks.remaining());
    }

    @Test
    void theEndOfInputIsToldApart() throws FramingException {
        assertEquals(InputEnd.NEVER_BEGAN, after("").endOfInput());
        assertEquals(InputEnd.INSIDE_PREAMBLE, after("00").endOfInput());
        assertEquals(InputEnd.INSIDE_PREAMBLE, after("000100").endOfInput());
        String preamble = HexFormat.of().formatHex(PREAMBLE);
        assertEquals(InputEnd.WITHOUT_END, after(preamble).endOfInput());
        assertEquals(InputEnd.INSIDE_RECORD, after(preamble + "06").endOfInput());
        assertEquals(InputEnd.INSIDE_RECORD, after(preamble + "060200").endOfInput());
        assertEquals(InputEnd.AFTER_END, after(preamble + "07").endOfInput());
        assertEquals(InputEnd.INSIDE_PREAMBLE, after(preamble + "0700").endOfInput());
    }

    @Test
    void theNextPreambleMayFollowTheEnd() throws FramingException {
        String preamble = HexFormat.of().formatHex(PREAMBLE);
        assertEquals(StreamState.SESSION_OF_INITIATOR, after(preamble + "07" + preamble).state());
    }

    @Test
    void saysWhoIsThere() {
        assertEquals(
                "an HTTP client connected to a net.tcp listener (the first octet is 'P')",
                assertThrows(FramingException.class, () -> after("504f5354")).text());
        assertTrue(
                assertThrows(FramingException.class, () -> after("16030100"))
                        .text()
                        .contains("TLS client"));
        assertEquals(
                "expected a mode record but received 0x0d (no defined record)",
                assertThrows(FramingException.class, () -> after("0001000d")).text());
        RecordDecoder initiator =
                RecordDecoder.ofInitiator(FramingMode.DUPLEX, FramingQuotas.DEFAULT);
        assertEquals(
                "the peer answered as an HTTP server in place of a preamble ack",
                assertThrows(
                                FramingException.class,
                                () ->
                                        initiator.decode(
                                                ByteBuffer.wrap(
                                                        "HTTP/1.1 400"
                                                                .getBytes(
                                                                        java.nio.charset
                                                                                .StandardCharsets
                                                                                .US_ASCII))))
                        .text());
    }

    private static RecordDecoder after(String hex) throws FramingException {
        RecordDecoder decoder = RecordDecoder.ofReceiver(FramingQuotas.DEFAULT);
        drain(decoder, ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
        return decoder;
    }

    private static RecordDecoder inSession(FramingQuotas quotas) throws FramingException {
        RecordDecoder decoder = RecordDecoder.ofReceiver(quotas);
        assertEquals(5, drain(decoder, ByteBuffer.wrap(PREAMBLE)).size());
        return decoder;
    }

    private static List<FramingRecord> drain(RecordDecoder decoder, ByteBuffer in)
            throws FramingException {
        List<FramingRecord> records = new ArrayList<>();
        for (FramingRecord r = decoder.decode(in); r != null; r = decoder.decode(in)) {
            records.add(r);
        }
        return records;
    }
}
