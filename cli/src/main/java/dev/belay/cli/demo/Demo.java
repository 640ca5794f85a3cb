package dev.belay.cli.demo;

import dev.belay.cli.Screen;
import dev.belay.cli.Screen.Style;
import dev.belay.cli.demo.Timeline.Side;

import java.util.List;
import java.util.Locale;

/**
 * The main job in front of the user: a WSDL becomes Java, a host serves it over net.tcp and HTTP, a
 * client calls it, and everything that waits is called off.
 */
public final class Demo {
    private static final List<String> TRANSPORTS = List.of("net.tcp", "http");

    private final Screen screen;

    /** A demo on this screen. */
    public Demo(Screen screen) {
        this.screen = screen;
    }

    /**
     * Plays it, which takes a few seconds.
     *
     * @return whether everything was as promised
     */
    public boolean run() {
        long start = System.nanoTime();
        screen.gap();
        screen.line(
                screen.in(Style.STRONG, "  Belay")
                        + screen.in(Style.FAINT, "  everything that waits can be called off"));
        chapter("1  A WSDL becomes Java");
        screen.gap();
        boolean kept = new CompileChapter(screen).play();
        chapter("2  A host serves it, a client calls it");
        screen.gap();
        kept &= new CallChapter(screen).play();
        chapter("3  Everything that waits is called off");
        for (Scene scene : Scene.values()) {
            for (String transport : TRANSPORTS) {
                kept &= play(scene, transport);
            }
        }
        screen.gap();
        String took = String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
        screen.line(
                kept
                        ? screen.in(Style.GOOD, "  ✓ everything was as promised")
                                + screen.in(Style.FAINT, "  " + took)
                        : screen.in(Style.BAD, "  ✗ something was not as promised, see above"));
        screen.gap();
        return kept;
    }

    private void chapter(String title) {
        screen.gap();
        screen.line(screen.in(Style.STRONG, "  " + title));
    }

    private boolean play(Scene scene, String transport) {
        Timeline timeline = new Timeline(scene.title() + ", " + transport);
        try (Stage stage = new Stage(transport, timeline)) {
            scene.play(stage);
        } catch (Exception e) {
            timeline.promise(Side.CLIENT, false, "the scene broke off: " + e);
        }
        timeline.print(screen);
        return timeline.kept();
    }
}
