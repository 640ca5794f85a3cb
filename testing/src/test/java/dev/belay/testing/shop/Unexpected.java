package dev.belay.testing.shop;

/** What a check wanted and did not get. */
final class Unexpected extends Exception {
    private static final long serialVersionUID = 1L;

    Unexpected(String expected, String got) {
        super("expected " + expected + " got " + got);
    }
}
