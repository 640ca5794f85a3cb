package dev.belay.benchmarks.load;

/** A stack under measurement: it serves the trade service, and calls it. */
public interface Stack {
    /**
     * Opens a server on a free port of the loopback interface.
     *
     * @param blocked counts the calls of Block
     */
    Server serve(Blocked blocked) throws Exception;

    /** A client that is ready to call the server at this address. */
    Trader connect(String address) throws Exception;

    /**
     * Whether the server learns of one call that is called off; if not, it learns when the whole
     * client is aborted.
     */
    default boolean tellsOfOneCall() {
        return true;
    }

    /** A server that runs. */
    interface Server extends AutoCloseable {
        /** Where clients find it. */
        String address();

        @Override
        void close();
    }
}
