package dev.belay.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Cold start: from the start of the JVM to the open server, and to the client's first reply. */
final class Start {
    private final List<Rival> rivals;
    private final int rounds;

    Start(List<Rival> rivals, int rounds) {
        this.rivals = rivals;
        this.rounds = rounds;
    }

    void print() throws IOException {
        List<List<Double>> open = new ArrayList<>();
        List<List<Double>> reply = new ArrayList<>();
        for (int i = 0; i < rivals.size(); i++) {
            open.add(new ArrayList<>());
            reply.add(new ArrayList<>());
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < rivals.size(); i++) {
                measure(rivals.get(i), open.get(i), reply.get(i));
            }
        }
        System.out.printf("%ncold start, median of %d%n%n", rounds);
        System.out.println(
                "| stack | server: JVM start to open, ms | client: JVM start to first reply, ms |");
        System.out.println("|---|---|---|");
        for (int i = 0; i < rivals.size(); i++) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f |%n",
                    rivals.get(i).name(),
                    median(open.get(i)),
                    median(reply.get(i)));
        }
    }

    private static void measure(Rival rival, List<Double> open, List<Double> reply)
            throws IOException {
        long begin = System.nanoTime();
        try (Remote server = new Remote(rival, "serve")) {
            String address = server.await("READY")[1];
            open.add((System.nanoTime() - begin) / 1e6);
            begin = System.nanoTime();
            try (Remote client = new Remote(rival, "first", address)) {
                client.await("REPLY");
                reply.add((System.nanoTime() - begin) / 1e6);
            }
        }
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
