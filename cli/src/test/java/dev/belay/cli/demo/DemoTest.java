package dev.belay.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cli.Screen;
import dev.belay.cli.demo.Demo.Act;
import dev.belay.cli.demo.Demo.Chapter;
import dev.belay.cli.demo.Timeline.Side;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The exit code tells whether all promises were kept. */
class DemoTest {
    private static final Act KEPT = t -> t.promise(Side.CLIENT, true, "good");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Screen screen =
            new Screen(new PrintStream(said, true, StandardCharsets.UTF_8), false);

    private int run(Act... acts) {
        List<Chapter> chapters = new ArrayList<>();
        for (Act act : acts) {
            chapters.add(new Chapter("chapter", () -> Demo.play(screen, "scene", act)));
        }
        return new Demo(screen, chapters).run();
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void keptPromisesAreSuccess() {
        assertEquals(0, run(KEPT, KEPT));
        assertTrue(said().contains("✓ everything was as promised"), said());
    }

    @Test
    void brokenPromiseIsFailure() {
        assertEquals(1, run(t -> t.promise(Side.SERVER, false, "the operation was told"), KEPT));
        assertTrue(said().contains("✗ the operation was told"), said());
        assertTrue(said().contains("✓ good"), "the rest is played all the same");
        assertTrue(said().contains("✗ something was not as promised"), said());
    }

    @Test
    void sceneThatBreaksOffIsFailure() {
        assertEquals(
                1,
                run(
                        t -> {
                            t.promise(Side.CLIENT, true, "good");
                            throw new IllegalStateException("no way on");
                        }));
        assertTrue(said().contains("✗ the scene broke off: "), said());
    }

    @Test
    void sceneThatPromisesNothingIsFailure() {
        assertEquals(1, run(t -> t.event(Side.CLIENT, "something")));
    }
}
