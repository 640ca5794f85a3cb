package dev.belay.testing.shop;

import java.util.function.Predicate;

/**
 * A check.
 *
 * @param name its name in the command line
 * @param help what it does
 * @param applies for which bindings it is
 * @param body what it runs
 */
record Check(String name, String help, Predicate<ShopBinding> applies, Body body) {
    /** Needs something of its user, so that it runs only when it is named. */
    static final String ON_REQUEST = "server-gone";

    /** Says details worth printing, or throws. */
    interface Body {
        String run(Site site) throws Exception;
    }

    boolean isOnRequest() {
        return name.equals(ON_REQUEST);
    }
}
