package dev.belay.testing.shop;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.service.Call;
import dev.belay.service.ServiceProxy;
import dev.belay.testing.shop.contract.Order;
import dev.belay.testing.shop.contract.Shop;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Many calls, many channels, quotas. */
final class CallChecks {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int ARRIVED_MILLIS = 3000;
    private static final int SMALL_QUOTA = 65536;

    private CallChecks() {}

    static String oneWay(Site site) throws Exception {
        try (ServiceProxy<Shop> proxy = site.open()) {
            Shop shop = proxy.contract();
            String text = "note " + UUID.randomUUID();
            Stopwatch clock = new Stopwatch();
            shop.notify(text);
            String sent = clock.toString();
            while (shop.notified(text) == 0 && clock.millis() < ARRIVED_MILLIS) {
                Thread.onSpinWait();
            }
            String there = clock.toString();
            Expect.equal(1, shop.notified(text), "notes");
            Expect.equal(0, shop.notified(text + " "), "notes of another text");
            return "sent in " + sent + ", there in " + there;
        }
    }

    static String sequence(Site site) throws Unexpected {
        try (ServiceProxy<Shop> proxy = site.open()) {
            Expect.equal(5, proxy.contract().add(2, 3), "2+3");
            Expect.equal("hello", proxy.contract().echo("hello"), "echo");
            Expect.equal(9, proxy.contract().add(4, 5), "4+5");
            return "";
        }
    }

    static String parallel(Site site) throws Exception {
        try (ServiceProxy<Shop> proxy = site.open()) {
            Stopwatch clock = new Stopwatch();
            Call<Long> block =
                    proxy.start(
                            shop -> {
                                shop.block(300);
                                return clock.millis();
                            });
            List<Call<Integer>> sums = new ArrayList<>();
            for (int i = 0; i < 49; i++) {
                int number = i;
                sums.add(proxy.start(shop -> shop.add(number, number)));
            }
            for (int i = 0; i < sums.size(); i++) {
                Expect.equal(2 * i, Expect.outcome(sums.get(i)), "sum");
            }
            long last = clock.millis();
            long ended = Expect.outcome(block);
            return (last < ended ? "Add overtook Block: " : "Add waited for Block: ")
                    + last
                    + " ms, "
                    + ended
                    + " ms";
        }
    }

    static String channels(Site site) throws Exception {
        List<ServiceProxy<Shop>> proxies = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                proxies.add(site.open());
            }
            List<Call<Integer>> sums = new ArrayList<>();
            for (int i = 0; i < proxies.size(); i++) {
                int number = i;
                sums.add(proxies.get(i).start(shop -> shop.add(number, 1)));
            }
            for (int i = 0; i < sums.size(); i++) {
                Expect.equal(i + 1, Expect.outcome(sums.get(i)), "sum");
            }
            return "";
        } finally {
            proxies.forEach(ServiceProxy::close);
        }
    }

    static String reopen(Site site) throws Unexpected {
        for (int i = 0; i < 20; i++) {
            try (ServiceProxy<Shop> proxy = site.open()) {
                Expect.equal(i + 1, proxy.contract().add(i, 1), "sum");
            }
        }
        return "";
    }

    static String idle(Site site) throws Unexpected {
        try (ServiceProxy<Shop> proxy = site.open()) {
            for (int i = 0; i < 30; i++) {
                Expect.equal(i + 1, proxy.contract().add(i, 1), "sum");
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            return "";
        }
    }

    static String big(Site site) throws Unexpected {
        try (ServiceProxy<Shop> proxy = site.open()) {
            for (int i = 0; i < 200; i++) {
                Order order = Orders.big(i);
                Expect.equal(order, proxy.contract().echoOrder(order), "order");
            }
            return "";
        }
    }

    static String quota(Site site) throws Exception {
        BelayException error;
        try (ServiceProxy<Shop> proxy = site.openWithMaxMessage(SMALL_QUOTA)) {
            error =
                    Expect.failure(
                            () -> proxy.contract().echoBytes(new byte[200_000]),
                            ErrorCode.QUOTA_EXCEEDED);
        }
        try (ServiceProxy<Shop> proxy = site.openWithMaxMessage(SMALL_QUOTA)) {
            Expect.equal(3, proxy.contract().add(1, 2), "a new proxy works:");
        }
        return Show.chain(error);
    }

    static String whoAmI(Site site) throws Unexpected {
        try (ServiceProxy<Shop> proxy = site.open()) {
            Expect.equal("", proxy.contract().whoAmI(), "name");
            return "";
        }
    }
}
