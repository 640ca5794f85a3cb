package dev.belay.testing.shop;

import dev.belay.testing.shop.session.SessionShop;

import java.util.concurrent.atomic.AtomicInteger;

/** A sum, one for each session. */
final class SessionShopService implements SessionShop {
    private final AtomicInteger sum = new AtomicInteger();

    @Override
    public void begin(int start) {
        sum.set(start);
    }

    @Override
    public int addMore(int n) {
        return sum.addAndGet(n);
    }

    @Override
    public int end() {
        return sum.get();
    }
}
