package dev.belay.cli;

import java.io.Console;
import java.io.PrintStream;

/**
 * What a person sees: colours and signs where the output is a terminal, plain text elsewhere. Any
 * thread.
 */
public final class Screen {
    /** A way to write text so that it stands out. */
    public enum Style {
        /** Headings. */
        STRONG("1"),
        /** What matters less. */
        FAINT("2"),
        /** What went as promised. */
        GOOD("32"),
        /** What did not. */
        BAD("31"),
        /** What the client does. */
        CLIENT("36"),
        /** What the server does. */
        SERVER("35");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    private final PrintStream out;
    private final boolean styled;

    /** A screen on this stream. */
    public Screen(PrintStream out, boolean styled) {
        this.out = out;
        this.styled = styled;
    }

    /** The standard output, in colours when it is a terminal and {@code NO_COLOR} is not set. */
    @SuppressWarnings("SystemConsoleNull") // it is null where -Djdk.console=java.base says so
    public static Screen standard() {
        Console console = System.console();
        boolean terminal = console != null && console.isTerminal();
        String noColor = System.getenv("NO_COLOR");
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        return new Screen(System.out, terminal && !dumb && (noColor == null || noColor.isEmpty()));
    }

    /** The text in this style, if the screen has styles. */
    public String in(Style style, String text) {
        return styled ? "\u001b[" + style.code + "m" + text + "\u001b[0m" : text;
    }

    /** Writes a line. */
    public void line(String text) {
        out.println(text);
    }

    /** Writes an empty line. */
    public void gap() {
        out.println();
    }
}
