package dev.belay.testing.shop;

/** Counts calls that block, and how they ended. Free for use by any number of threads. */
public final class Blocks {
    private final Object lock = new Object();

    // Guarded by lock.
    private int running;
    private int ended;
    private int told;

    /** How many run, how many ended by themselves, how many were told that the caller is gone. */
    public record Counts(int running, int ended, int told) {
        int sum() {
            return running + ended + told;
        }
    }

    /** The numbers now. */
    public Counts counts() {
        synchronized (lock) {
            return new Counts(running, ended, told);
        }
    }

    /** One more begins to block. */
    Block begin() {
        synchronized (lock) {
            running++;
        }
        return new Block();
    }

    /** A call that blocks; the first of its ends is counted. */
    final class Block {
        private boolean over; // guarded by lock

        private Block() {}

        /** It has waited long enough. */
        void ended() {
            synchronized (lock) {
                if (leave()) {
                    ended++;
                }
            }
        }

        /** It was told that its caller is gone. */
        void told() {
            synchronized (lock) {
                if (leave()) {
                    told++;
                }
            }
        }

        private boolean leave() {
            boolean first = !over;
            if (first) {
                over = true;
                running--;
            }
            return first;
        }
    }
}
