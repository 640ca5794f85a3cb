package dev.belay.channel;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Message ids of one channel: unique URNs, cheaper than a random one each. Any thread. */
final class MessageIds {
    private static final long VERSION_4 = 0x4000L;
    private static final long VERSION_MASK = 0xFFFF_FFFF_FFFF_0FFFL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private final UUID base = UUID.randomUUID();
    private final AtomicLong next = new AtomicLong();

    /** An id that no other message has. */
    String next() {
        long number = next.incrementAndGet();
        long high = (base.getMostSignificantBits() & VERSION_MASK) | VERSION_4;
        long low = ((base.getLeastSignificantBits() + number * GOLDEN) & VARIANT_MASK) | VARIANT;
        return "urn:uuid:" + new UUID(high, low);
    }
}
