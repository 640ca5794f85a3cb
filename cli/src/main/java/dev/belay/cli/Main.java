package dev.belay.cli;

/** The {@code belay} command. */
public final class Main {
    private Main() {}

    /** Shows what the command can do. */
    public static void main(String[] args) {
        System.out.println("usage: belay COMMAND [ARGUMENT...]");
    }
}
