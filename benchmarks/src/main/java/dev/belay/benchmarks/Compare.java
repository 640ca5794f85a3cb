package dev.belay.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Measures Belay beside other stacks in one run, and prints tables. {@code benchmarks/run} starts
 * it.
 */
public final class Compare {
    private static final String USAGE =
            """
            benchmarks/run [speed|start|cancel]... [rounds=3] [warm-up=14] [seconds=6] [only=TEXT]

            speed   closed loops of Add and of an order of 40 lines at 1, 16 and 256 callers
            start   from the start of the JVM to the first reply
            cancel  from calling off to caller and operation
            All three if none is named; only=TEXT takes the stacks whose names contain it.
            """;

    private Compare() {}

    /** See {@link #USAGE}. */
    public static void main(String[] args) throws IOException {
        List<String> words = Arrays.asList(args);
        if (words.contains("--help")) {
            System.out.print(USAGE);
            return;
        }
        String only = option(words, "only", "");
        List<Rival> rivals =
                Rival.all().stream().filter(rival -> rival.name().contains(only)).toList();
        int rounds = Integer.parseInt(option(words, "rounds", "3"));
        int warmUp = Integer.parseInt(option(words, "warm-up", "14"));
        int seconds = Integer.parseInt(option(words, "seconds", "6"));
        boolean all = words.stream().allMatch(word -> word.contains("="));
        System.out.printf(
                "Java %s, %d processors, %s %s%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
        if (all || words.contains("start")) {
            new Start(rivals, 3 * rounds).print();
        }
        if (all || words.contains("cancel")) {
            new CancelLatency(rivals).print();
        }
        if (all || words.contains("speed")) {
            new Speed(rivals, rounds, warmUp, seconds).print();
        }
    }

    private static String option(List<String> words, String name, String otherwise) {
        return words.stream()
                .filter(word -> word.startsWith(name + "="))
                .map(word -> word.substring(name.length() + 1))
                .findFirst()
                .orElse(otherwise);
    }
}
