package dev.belay.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Closed loops of whole calls: each stack in turn, in several rounds; the median counts. */
final class Speed {
    private static final int[] CALLERS = {1, 16, 256};
    private static final List<String> OPERATIONS = List.of("add", "order");

    private final List<Rival> rivals;
    private final int rounds;
    private final int warmUpSeconds;
    private final int seconds;

    Speed(List<Rival> rivals, int rounds, int warmUpSeconds, int seconds) {
        this.rivals = rivals;
        this.rounds = rounds;
        this.warmUpSeconds = warmUpSeconds;
        this.seconds = seconds;
    }

    /**
     * What one loop gave.
     *
     * @param perSecond calls per second
     * @param median of a call, in microseconds
     * @param slow the 99th percentile, in microseconds
     * @param clientCpu processor time of a call at the client, in microseconds
     * @param serverCpu the same at the server
     * @param clientMegabytes resident memory of the client
     * @param serverMegabytes the same of the server
     */
    private record Figures(
            double perSecond,
            double median,
            double slow,
            double clientCpu,
            double serverCpu,
            double clientMegabytes,
            double serverMegabytes) {
        String row() {
            return String.format(
                    Locale.ROOT,
                    "%,.0f | %.0f | %.0f | %.1f | %.1f | %.0f | %.0f",
                    perSecond,
                    median,
                    slow,
                    clientCpu,
                    serverCpu,
                    clientMegabytes,
                    serverMegabytes);
        }
    }

    void print() throws IOException {
        for (String operation : OPERATIONS) {
            for (int callers : CALLERS) {
                print(operation, callers);
            }
        }
    }

    private void print(String operation, int callers) throws IOException {
        List<List<Figures>> figures = new ArrayList<>();
        rivals.forEach(rival -> figures.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < rivals.size(); i++) {
                figures.get(i).add(measure(rivals.get(i), operation, callers));
            }
        }
        System.out.printf("%n%s, %d callers%n%n", operation, callers);
        System.out.println(
                "| stack | calls/s | of Belay net.tcp | median µs | p99 µs | client CPU µs |"
                        + " server CPU µs | client MB | server MB |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        double first = 0;
        for (int i = 0; i < rivals.size(); i++) {
            List<Figures> sorted = new ArrayList<>(figures.get(i));
            sorted.sort((a, b) -> Double.compare(a.perSecond(), b.perSecond()));
            Figures median = sorted.get(sorted.size() / 2);
            first = i == 0 ? median.perSecond() : first;
            String row = median.row();
            int second = row.indexOf(" | ");
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %.2f%s |%n",
                    rivals.get(i).name(),
                    row.substring(0, second),
                    median.perSecond() / first,
                    row.substring(second));
        }
    }

    private Figures measure(Rival rival, String operation, int callers) throws IOException {
        try (Remote server = new Remote(rival, "serve")) {
            String address = server.await("READY")[1];
            try (Remote client =
                    new Remote(
                            rival,
                            "load",
                            address,
                            operation,
                            String.valueOf(callers),
                            String.valueOf(1000 * warmUpSeconds),
                            String.valueOf(1000 * seconds))) {
                client.await("WARM");
                long[] before = numbers(server.usage());
                client.say("go");
                long[] calls = numbers(client.await("CALLS"));
                long[] after = numbers(server.usage());
                return new Figures(
                        calls[0] * 1e9 / calls[1],
                        calls[2] / 1e3,
                        calls[3] / 1e3,
                        calls[4] / 1e3 / calls[0],
                        (after[0] - before[0]) / 1e3 / calls[0],
                        calls[5] / 1024.0,
                        after[1] / 1024.0);
            }
        }
    }

    private static long[] numbers(String[] words) {
        return Arrays.stream(words).skip(1).mapToLong(Long::parseLong).toArray();
    }
}
