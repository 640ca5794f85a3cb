package dev.belay.cancel;

/**
 * Something that was registered and can be taken back. Any thread; never blocks; the second call
 * does nothing.
 */
public interface Registration extends AutoCloseable {
    /**
     * Takes it back: if it was not told or run yet, it will not be. A run that has begun on another
     * thread is neither stopped nor awaited.
     */
    @Override
    void close();
}
