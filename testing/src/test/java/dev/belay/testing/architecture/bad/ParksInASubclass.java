package dev.belay.testing.architecture.bad;

/** Parks by a method that a class of ours inherits. */
public final class ParksInASubclass {
    /** A thread of ours. */
    public static final class Worker extends Thread {}

    void park(Worker worker) throws InterruptedException {
        worker.join();
    }
}
