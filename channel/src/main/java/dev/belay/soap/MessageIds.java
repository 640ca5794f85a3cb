package dev.belay.soap;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** New message ids. */
final class MessageIds {
    private static final long VERSION_MASK = 0xFFFF_FFFF_FFFF_0FFFL;
    private static final long VERSION = 0x4000L;
    private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private MessageIds() {}

    /**
     * What this process adds to each id, as the generators of threads are not seeded from much.
     * Made at the first use.
     */
    private static final class Seed {
        static final long HIGH;
        static final long LOW;

        static {
            var random = new SecureRandom();
            HIGH = random.nextLong();
            LOW = random.nextLong();
        }
    }

    /** An id that is like no other; no lock is taken for it. */
    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = random.nextLong() ^ Seed.HIGH;
        long low = random.nextLong() ^ Seed.LOW;
        return "urn:uuid:" + new UUID(high & VERSION_MASK | VERSION, low & VARIANT_MASK | VARIANT);
    }
}
