package dev.belay.cli.demo;

import dev.belay.cli.Screen;
import dev.belay.cli.Screen.Style;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What client and server did in one scene, each with its time, and whether it was as promised. Any
 * thread; printed when the scene is over, in the order of the times.
 */
final class Timeline {
    /** Who did it. */
    enum Side {
        CLIENT("client", Style.CLIENT),
        SERVER("server", Style.SERVER);

        private final String label;
        private final Style style;

        Side(String label, Style style) {
            this.label = label;
            this.style = style;
        }
    }

    private enum Mark {
        EVENT("  "),
        KEPT("✓ "),
        BROKEN("✗ ");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }
    }

    private record Entry(long nanos, Side side, Mark mark, String text) {}

    private final String title;
    private final long start = System.nanoTime();
    // Guarded by this.
    private final List<Entry> entries = new ArrayList<>();

    Timeline(String title) {
        this.title = title;
    }

    /** Notes what happens now. */
    void event(Side side, String text) {
        add(System.nanoTime(), side, Mark.EVENT, text);
    }

    /** Notes a promise that was kept now, or was not. */
    void promise(Side side, boolean kept, String text) {
        add(System.nanoTime(), side, kept ? Mark.KEPT : Mark.BROKEN, text);
    }

    private synchronized void add(long nanos, Side side, Mark mark, String text) {
        entries.add(new Entry(nanos - start, side, mark, text));
    }

    /** Whether every promise was kept; at least one must have been made. */
    synchronized boolean kept() {
        return entries.stream().anyMatch(e -> e.mark == Mark.KEPT)
                && entries.stream().noneMatch(e -> e.mark == Mark.BROKEN);
    }

    /** Shows the scene. */
    synchronized void print(Screen screen) {
        screen.gap();
        screen.line(screen.in(Style.STRONG, "  " + title));
        entries.stream()
                .sorted(Comparator.comparingLong(Entry::nanos))
                .forEach(e -> screen.line(line(screen, e)));
    }

    private static String line(Screen screen, Entry entry) {
        String time = String.format(Locale.ROOT, "%9.2f ms", entry.nanos / 1e6);
        String text = entry.mark.sign + entry.text;
        return "  "
                + screen.in(Style.FAINT, time)
                + "  "
                + screen.in(entry.side.style, entry.side.label)
                + "  "
                + switch (entry.mark) {
                    case EVENT -> text;
                    case KEPT -> screen.in(Style.GOOD, text);
                    case BROKEN -> screen.in(Style.BAD, text);
                };
    }
}
