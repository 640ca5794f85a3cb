package dev.belay.testing.shop;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.service.Call;
import dev.belay.service.CallOption;
import dev.belay.service.ServiceProxy;
import dev.belay.testing.shop.contract.Shop;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** Calls that are called off, and what the server and the proxy learn of it. */
final class CancelChecks {
    private static final int FREE_MILLIS = 1000;
    private static final int LIMIT_MILLIS = 300;
    private static final int GONE_MILLIS = 3000;

    private CancelChecks() {}

    private static String free(Stopwatch clock) throws Unexpected {
        long free = clock.millis();
        Expect.that(free < FREE_MILLIS, "the caller free at once", free + " ms");
        return "caller free after " + free + " ms, ";
    }

    private static void livesOn(ServiceProxy<Shop> proxy) throws Unexpected {
        Expect.equal(3, proxy.contract().add(1, 2), "the proxy lives on:");
    }

    /**
     * The server learns of a call that was called off. On a session it cannot for one call alone,
     * whose reply will be dropped, but does when the proxy is closed and nobody waits for anything.
     */
    private static String told(Site site, ServiceProxy<Shop> proxy, Watch watch, Stopwatch clock)
            throws Unexpected {
        if (!site.binding().isSession()) {
            return watch.told(clock);
        }
        watch.notTold();
        proxy.close();
        return "the session went on; once it was closed, " + watch.told(clock);
    }

    static String abandon(Site site) throws Exception {
        try (Watch watch = new Watch(site);
                ServiceProxy<Shop> proxy = site.open()) {
            Call<Integer> call = proxy.start(shop -> shop.block(5000));
            watch.started();
            Stopwatch clock = new Stopwatch();
            call.abandon();
            try {
                throw new Unexpected("an abandoned call", Show.of(Expect.outcome(call)));
            } catch (CancellationException e) {
                String free = free(clock);
                livesOn(proxy);
                return free + told(site, proxy, watch, clock);
            }
        }
    }

    static String abort(Site site) throws Exception {
        try (Watch watch = new Watch(site);
                ServiceProxy<Shop> proxy = site.open()) {
            Call<Integer> call = proxy.start(shop -> shop.block(5000));
            watch.started();
            Stopwatch clock = new Stopwatch();
            proxy.abort();
            BelayException error = Expect.failure(call, ErrorCode.OPERATION_ABORTED);
            return free(clock) + watch.told(clock) + "; " + Show.chain(error);
        }
    }

    static String kill(Site site) throws Exception {
        try (Watch watch = new Watch(site)) {
            Process client =
                    JavaProgram.start(
                            ShopClient.class,
                            ShopClient.HOLD,
                            site.binding().toString(),
                            site.address(),
                            "10000");
            try {
                watch.started();
            } finally {
                client.destroyForcibly();
            }
            return watch.told(new Stopwatch());
        }
    }

    /** What the client does that is killed. */
    static void hold(Site site, int millis) {
        try (ServiceProxy<Shop> proxy = site.open()) {
            proxy.contract().block(millis);
        }
    }

    static String timeout(Site site) throws Exception {
        try (Watch watch = new Watch(site);
                ServiceProxy<Shop> proxy = site.open()) {
            Shop limited = proxy.with(CallOption.timeout(Duration.ofMillis(LIMIT_MILLIS)));
            Stopwatch clock = new Stopwatch();
            BelayException error =
                    Expect.failure(() -> limited.block(5000), ErrorCode.OPERATION_TIMED_OUT);
            long after = clock.millis();
            Expect.that(
                    after >= LIMIT_MILLIS && after < LIMIT_MILLIS + FREE_MILLIS,
                    "the end after " + LIMIT_MILLIS + " ms",
                    after + " ms");
            livesOn(proxy);
            String told = told(site, proxy, watch, clock);
            return "after " + after + " ms, " + told + "; " + Show.chain(error);
        }
    }

    @SuppressWarnings("try") // the close is what the check is about
    static String closePending(Site site) throws Exception {
        try (Watch watch = new Watch(site);
                ServiceProxy<Shop> proxy = site.open()) {
            Stopwatch clock = new Stopwatch();
            Call<Integer> call = proxy.start(shop -> shop.block(1500));
            watch.started();
            proxy.close();
            String closed = proxy.closeOutcome() + " after " + clock;
            Expect.equal(1500, Expect.outcome(call), "the answer");
            watch.notTold();
            return "call: returned 1500; close: " + closed;
        }
    }

    static String serverGone(Site site) throws Exception {
        ProcessHandle server =
                ProcessHandle.of(site.server())
                        .orElseThrow(() -> new Unexpected("the process SERVER_PID", "none"));
        try (Watch watch = new Watch(site);
                ServiceProxy<Shop> proxy = site.open()) {
            Call<Integer> call = proxy.start(shop -> shop.block(10_000));
            watch.started();
            site.say().accept("READY-TO-KILL");
            server.onExit().get(10, TimeUnit.SECONDS);
            Stopwatch clock = new Stopwatch();
            BelayException error =
                    Expect.failure(
                            call,
                            ErrorCode.ENDPOINT_DISCONNECTED,
                            ErrorCode.ENDPOINT_FAILURE,
                            ErrorCode.ENDPOINT_NOT_AVAILABLE);
            Expect.that(clock.millis() < GONE_MILLIS, "an exception at once", clock.toString());
            return "after " + clock + "; " + error.code() + " " + Show.chain(error);
        }
    }
}
