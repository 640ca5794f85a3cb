package dev.belay.cli.demo;

import dev.belay.cli.demo.Timeline.Side;
import dev.belay.cli.demo.calculator.Blocking;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.service.ServiceEndpoint;
import dev.belay.service.ServiceHost;
import dev.belay.service.ServiceProxy;

import java.util.Locale;

/** Where a scene plays: a host of its own with the blocking service, and the timeline. */
final class Stage implements AutoCloseable {
    private final Timeline timeline;
    private final BlockingService service;
    private final ServiceHost host;

    Stage(String scheme, Timeline timeline) {
        this.timeline = timeline;
        service = new BlockingService(timeline);
        host =
                ServiceHost.builder()
                        .endpoint(
                                ServiceEndpoint.builder(Blocking.CONTRACT, service, address(scheme))
                                        .maxConcurrency(16)
                                        .build())
                        .build()
                        .open();
    }

    /** An address on this machine with a port that the system chooses. */
    static String address(String scheme) {
        return scheme + "://localhost:0/blocking";
    }

    ServiceHost host() {
        return host;
    }

    BlockingService service() {
        return service;
    }

    Timeline timeline() {
        return timeline;
    }

    /** Where the host really listens. */
    String address() {
        return host.addresses().getFirst();
    }

    /** A proxy of the blocking service, opened. */
    ServiceProxy<Blocking> proxy() {
        return Blocking.proxy(address()).open();
    }

    /** Runs what calls off, and shows how soon the caller had control back. */
    void callOff(String what, Runnable action) {
        timeline.event(Side.CLIENT, what);
        long start = System.nanoTime();
        action.run();
        double micros = (System.nanoTime() - start) / 1e3;
        timeline.event(
                Side.CLIENT, String.format(Locale.ROOT, "control is back after %.0f µs", micros));
    }

    /** The promise that this ends with that code. */
    void endsWith(ErrorCode expected, String what, Ending action) {
        try {
            Object value = action.run();
            timeline.promise(Side.CLIENT, false, what + " gave " + value + ", not " + expected);
        } catch (BelayException e) {
            boolean kept = e.code() == expected;
            String instead = kept ? "" : ", not " + expected + ": " + e.getMessage();
            timeline.promise(Side.CLIENT, kept, what + " ends: " + e.code() + instead);
        } catch (Exception e) {
            timeline.promise(Side.CLIENT, false, what + " ends: " + e);
        }
    }

    /** The promise that an object is in a state. */
    void is(Object expected, String what, Object found) {
        boolean kept = expected.equals(found);
        timeline.promise(
                Side.CLIENT, kept, what + " is " + found + (kept ? "" : ", not " + expected));
    }

    /** Closes the host, which must end whatever still runs. */
    @Override
    public void close() {
        host.close();
    }

    /** Something that should end with an error. */
    interface Ending {
        Object run() throws Exception;
    }
}
