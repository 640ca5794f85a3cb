package dev.belay.testing.shop;

/** The time since it was made. */
final class Stopwatch {
    private static final long NANOS = 1_000_000;

    private final long start = System.nanoTime();

    long millis() {
        return (System.nanoTime() - start) / NANOS;
    }

    @Override
    public String toString() {
        return millis() + " ms";
    }
}
