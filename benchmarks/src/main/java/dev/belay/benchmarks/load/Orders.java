package dev.belay.benchmarks.load;

/** The order that every stack sends: the same values, in the stack's own types. */
public final class Orders {
    /** How many lines it has. */
    public static final int LINES = 40;

    private static final String[] THINGS = {
        "anchor shackle, galvanized", "belaying pin, ash", "block, double, bronze", "cleat, oak"
    };

    private Orders() {}

    /** The article of a line. */
    public static String sku(int line) {
        return "SKU-" + (10_000 + 37 * line);
    }

    /** What the article is. */
    public static String description(int line) {
        return THINGS[line % THINGS.length];
    }

    /** How many are wanted. */
    public static int quantity(int line) {
        return 1 + line * 7 % 40;
    }

    /** What one costs, in hundredths. */
    public static int cents(int line) {
        return 1999 + 101 * line;
    }

    /** What one weighs. */
    public static double weight(int line) {
        return 0.25 + line / 8.0;
    }

    /** A note of a few words. */
    public static String note() {
        return "Please deliver to the quay before high water; the mate signs for it.";
    }
}
