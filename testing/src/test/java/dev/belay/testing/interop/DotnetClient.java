package dev.belay.testing.interop;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.belay.testing.shop.ShopBinding;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One run of the .NET client. For one thread. */
final class DotnetClient implements AutoCloseable {
    /** The client limits itself to this; it must not hold up a build if it does not. */
    private static final int LIMIT_SECONDS = 58;

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();
    private final CompletableFuture<Boolean> over;
    private final CompletableFuture<Void> watchdog;

    private DotnetClient(Process process) {
        this.process = process;
        output = process.inputReader(StandardCharsets.UTF_8);
        over =
                new CompletableFuture<Boolean>()
                        .completeOnTimeout(false, 2 * LIMIT_SECONDS, TimeUnit.SECONDS);
        watchdog =
                over.thenAccept(
                        inTime -> {
                            if (!inTime) {
                                process.destroyForcibly();
                            }
                        });
    }

    /** Starts it with the checks named; a server's process that it may watch has this id. */
    static DotnetClient start(
            Path program, ShopBinding binding, String address, long server, List<String> checks)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.add(binding.toString());
        command.add(address);
        command.addAll(checks);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LIMIT", String.valueOf(LIMIT_SECONDS));
        builder.environment().put("SERVER_PID", String.valueOf(server));
        return new DotnetClient(builder.start());
    }

    /** Reads what it says up to this line. */
    void awaitLine(String wanted) throws IOException {
        String line;
        do {
            line = output.readLine();
            assertNotNull(line, () -> "the client ended before " + wanted + ": " + lines);
            lines.add(line);
        } while (!line.equals(wanted));
    }

    /** Reads what it says to its end: the line of each check by the check's name. */
    Map<String, String> results() throws IOException {
        output.lines().forEach(lines::add);
        Map<String, String> results = new LinkedHashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ", 3);
            if (words.length > 1 && (words[0].equals("ok") || words[0].equals("FAIL"))) {
                results.put(words[1], line);
            }
        }
        return results;
    }

    /** All that it said. */
    String said() {
        return String.join(System.lineSeparator(), lines);
    }

    @Override
    public void close() {
        over.complete(true);
        watchdog.join();
        process.destroyForcibly();
    }
}
