package dev.belay.testing.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.belay.cli.Main;

import org.junit.jupiter.api.Test;

/** The demo ends by itself and finds everything as it promised. */
class DemoTest {
    @Test
    void everythingIsAsPromised() {
        assertEquals(0, Main.run("demo"), "what was not as promised stands in the output above");
    }

    @Test
    void aCommandLineThatIsWrongIsToldSo() {
        assertEquals(2, Main.run("demo", "now"));
        assertEquals(2, Main.run("nothing"));
        assertEquals(0, Main.run("help"));
    }
}
