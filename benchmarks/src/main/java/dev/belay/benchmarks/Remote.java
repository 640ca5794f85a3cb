package dev.belay.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program of a stack, in a JVM of its own. For one thread. */
final class Remote implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final PrintWriter input;

    Remote(Rival rival, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(rival.options());
        command.add("-cp");
        command.add(rival.classPath());
        command.add(rival.main());
        command.addAll(rival.arguments());
        command.addAll(List.of(arguments));
        process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        output = process.inputReader(StandardCharsets.UTF_8);
        input = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /** Reads to the next line of its own; the words of that line. */
    String[] line() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("ended before it was done: " + process.info());
        }
        return line.split(" ", -1);
    }

    /** Reads to the next line that begins with this word; the words of that line. */
    String[] await(String word) throws IOException {
        String[] words;
        do {
            words = line();
        } while (!words[0].equals(word));
        return words;
    }

    /** Writes a line to its input. */
    void say(String line) {
        input.println(line);
    }

    /** Asks a server what it has used; the words of its answer. */
    String[] usage() throws IOException {
        say("usage");
        return await("USAGE");
    }

    @Override
    public void close() {
        input.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
