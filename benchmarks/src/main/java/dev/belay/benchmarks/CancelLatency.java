package dev.belay.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** From calling off until the callers are free, and until the server's operations are told. */
final class CancelLatency {
    private static final int ONE_BY_ONE = 500;

    private final List<Rival> rivals;

    CancelLatency(List<Rival> rivals) {
        this.rivals = rivals.stream().filter(rival -> rival.calledOff() > 0).toList();
    }

    void print() throws IOException {
        System.out.printf(
                "%ncalling off: the median of %d calls one by one; all pending calls at once%n%n",
                ONE_BY_ONE);
        System.out.println(
                "| stack | one: caller free, µs | one: server told, µs | calls | all: callers"
                        + " free, ms | all: server told, ms |");
        System.out.println("|---|---|---|---|---|---|");
        for (Rival rival : rivals) {
            String[] one = measure(rival, "one", ONE_BY_ONE);
            String[] all = measure(rival, "all", rival.calledOff());
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %,d | %.1f | %.1f |%n",
                    rival.name(),
                    one[1],
                    one[2],
                    rival.calledOff(),
                    Long.parseLong(all[1]) / 1e3,
                    Long.parseLong(all[2]) / 1e3);
        }
    }

    private static String[] measure(Rival rival, String how, int calls) throws IOException {
        try (Remote server = new Remote(rival, "serve")) {
            String address = server.await("READY")[1];
            try (Remote client = new Remote(rival, "cancel", address, how, String.valueOf(calls))) {
                String[] words = client.line();
                while (!words[0].equals("CANCELLED")) {
                    if (words[0].equals("COUNTS")) {
                        String[] usage = server.usage();
                        client.say(usage[3] + " " + usage[4] + " " + usage[5]);
                    }
                    words = client.line();
                }
                return words;
            }
        }
    }
}
