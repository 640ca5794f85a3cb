package dev.belay.benchmarks.load;

/** A client of the trade service. Free for use by any number of threads. */
public interface Trader extends AutoCloseable {
    /** Calls Add and waits for the sum. */
    int add(int a, int b) throws Exception;

    /** Sends an order of 40 lines and waits for it to come back; the number of its lines. */
    int echoOrder() throws Exception;

    /**
     * Starts a call that lasts until it is called off.
     *
     * @param free runs once its caller is free again
     * @return calls it off
     */
    default Runnable block(Runnable free) throws Exception {
        throw new UnsupportedOperationException("no calls that are called off");
    }

    /** Calls off everything that is pending. */
    default void abort() {
        throw new UnsupportedOperationException("no calls that are called off");
    }

    @Override
    void close();
}
