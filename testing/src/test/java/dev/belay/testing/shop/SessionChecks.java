package dev.belay.testing.shop;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.service.ServiceProxy;
import dev.belay.testing.shop.session.SessionShop;

/** Sessions that one operation begins and another ends. */
final class SessionChecks {
    private SessionChecks() {}

    static String sums(Site site) throws Unexpected {
        try (ServiceProxy<SessionShop> one = site.openSession();
                ServiceProxy<SessionShop> two = site.openSession()) {
            one.contract().begin(10);
            two.contract().begin(100);
            Expect.equal(11, one.contract().addMore(1), "10+1");
            Expect.equal(101, two.contract().addMore(1), "100+1");
            Expect.equal(13, one.contract().addMore(2), "11+2");
            Expect.equal(16, one.contract().addMore(3), "13+3");
            Expect.equal(16, one.contract().end(), "the end of one");
            Expect.equal(101, two.contract().end(), "the end of two");
            return "";
        }
    }

    static String order(Site site) throws Exception {
        try (ServiceProxy<SessionShop> proxy = site.openSession()) {
            BelayException error =
                    Expect.failure(
                            () -> proxy.contract().addMore(1),
                            ErrorCode.ENDPOINT_ACTION_NOT_SUPPORTED);
            return "proxy " + proxy.state() + "; " + Show.chain(error);
        }
    }

    static String ended(Site site) throws Exception {
        try (ServiceProxy<SessionShop> proxy = site.openSession()) {
            proxy.contract().begin(1);
            Expect.equal(1, proxy.contract().end(), "the end");
            BelayException error =
                    Expect.failure(
                            () -> proxy.contract().addMore(1),
                            ErrorCode.OBJECT_FAULTED,
                            ErrorCode.ENDPOINT_DISCONNECTED);
            return "proxy " + proxy.state() + "; " + Show.chain(error);
        }
    }
}
