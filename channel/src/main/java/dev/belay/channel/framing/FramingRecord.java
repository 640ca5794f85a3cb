package dev.belay.channel.framing;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * One record as the decoder hands it out. An unsized envelope comes in pieces, as its octets
 * arrive.
 */
sealed interface FramingRecord {
    record Version(int major, int minor) implements FramingRecord {}

    record Mode(FramingMode mode) implements FramingRecord {}

    record Via(String uri) implements FramingRecord {}

    record Encoding(FramingEncoding encoding) implements FramingRecord {}

    record UpgradeRequest(String name) implements FramingRecord {}

    /** The octets belong to whoever receives the record: the decoder keeps no reference. */
    record SizedEnvelope(Octets octets) implements FramingRecord {}

    /** A piece of an unsized envelope; its borders mean nothing. */
    record Chunk(Octets octets) implements FramingRecord {}

    record Fault(String text) implements FramingRecord {}

    /**
     * The records that consist of their type alone, and the end of the chunks of an unsized
     * envelope.
     */
    enum Signal implements FramingRecord {
        ENVELOPE_START,
        CHUNKS_END,
        END,
        UPGRADE_RESPONSE,
        PREAMBLE_ACK,
        PREAMBLE_END
    }

    /** An array that compares by content, so that records that hold one do. */
    final class Octets {
        private final byte[] array;

        Octets(byte[] array) {
            this.array = array;
        }

        byte[] array() {
            return array;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Octets octets && Arrays.equals(array, octets.array);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(array);
        }

        @Override
        public String toString() {
            return array.length + " octets";
        }
    }
}
