package dev.belay.cli.demo;

import dev.belay.cli.Screen;
import dev.belay.cli.Screen.Style;
import dev.belay.cli.demo.Timeline.Side;

import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * The main job in front of the user: a WSDL becomes Java, a host serves it over net.tcp and HTTP, a
 * client calls it, and everything that waits is called off.
 */
public final class Demo {
    private static final List<String> TRANSPORTS = List.of("net.tcp", "http");

    private final Screen screen;
    private final List<Chapter> chapters;

    /**
     * A part of the demo.
     *
     * @param title what it shows
     * @param play plays it, and says whether everything was as promised
     */
    record Chapter(String title, BooleanSupplier play) {}

    /** Something that goes on in front of a timeline. */
    interface Act {
        void play(Timeline timeline) throws Exception;
    }

    /** A demo on this screen. */
    public Demo(Screen screen) {
        this(
                screen,
                List.of(
                        new Chapter("1  A WSDL becomes Java", new CompileChapter(screen)::play),
                        new Chapter(
                                "2  A host serves it, a client calls it",
                                new CallChapter(screen)::play),
                        new Chapter(
                                "3  Everything that waits is called off", () -> scenes(screen))));
    }

    Demo(Screen screen, List<Chapter> chapters) {
        this.screen = screen;
        this.chapters = List.copyOf(chapters);
    }

    /**
     * Plays it, which takes a few seconds.
     *
     * @return the exit code of the program: 0 if everything was as promised, else 1
     */
    public int run() {
        long start = System.nanoTime();
        screen.gap();
        screen.line(
                screen.in(Style.STRONG, "  Belay")
                        + screen.in(Style.FAINT, "  everything that waits can be called off"));
        boolean kept = true;
        for (Chapter chapter : chapters) {
            screen.gap();
            screen.line(screen.in(Style.STRONG, "  " + chapter.title));
            kept &= chapter.play.getAsBoolean();
        }
        screen.gap();
        String took = String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
        screen.line(
                kept
                        ? screen.in(Style.GOOD, "  ✓ everything was as promised")
                                + screen.in(Style.FAINT, "  " + took)
                        : screen.in(Style.BAD, "  ✗ something was not as promised, see above"));
        screen.gap();
        return kept ? 0 : 1;
    }

    private static boolean scenes(Screen screen) {
        boolean kept = true;
        for (Scene scene : Scene.values()) {
            for (String transport : TRANSPORTS) {
                kept &=
                        play(
                                screen,
                                scene.title() + ", " + transport,
                                timeline -> {
                                    try (Stage stage = new Stage(transport, timeline)) {
                                        scene.play(stage);
                                    }
                                });
            }
        }
        return kept;
    }

    /** Plays an act and shows its timeline; whether all that it promised was kept. */
    static boolean play(Screen screen, String title, Act act) {
        Timeline timeline = new Timeline(title);
        try {
            act.play(timeline);
        } catch (Exception e) {
            timeline.promise(Side.CLIENT, false, "the scene broke off: " + e);
        }
        timeline.print(screen);
        return timeline.kept();
    }
}
