package dev.belay.cli;

import dev.belay.cli.demo.Demo;

import java.util.Arrays;

/** The {@code belay} command. */
public final class Main {
    private static final int MISUSED = 2;

    private static final String USAGE =
            """
            usage: belay COMMAND [ARGUMENT...]

              demo       compile a WSDL, host it, call it, and call everything off
              compile    make Java of a WSDL; 'belay compile --help' tells how
              help       this text
              version    which version this is\
            """;

    private Main() {}

    /**
     * Runs a command and ends the program: 0 when all went well, 1 when it did not, 2 for a wrong
     * command line.
     */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command; the exit code of the program. */
    public static int run(String... args) {
        String command = args.length == 0 ? "help" : args[0];
        String[] rest = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
        return switch (command) {
            case "demo" -> demo(rest);
            case "compile" -> CompileCommand.run(rest, System.out, System.err);
            case "help", "--help", "-h" -> tell(USAGE);
            case "version", "--version" -> tell("belay " + version());
            default -> misuse("there is no command '" + command + "'");
        };
    }

    private static int demo(String[] args) {
        if (args.length > 0) {
            return misuse("'belay demo' takes no arguments, but got '" + args[0] + "'");
        }
        return new Demo(Screen.standard()).run();
    }

    private static int tell(String text) {
        System.out.println(text);
        return 0;
    }

    private static int misuse(String what) {
        System.err.println("belay: " + what);
        System.err.println(USAGE);
        return MISUSED;
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(built from source)" : version;
    }
}
