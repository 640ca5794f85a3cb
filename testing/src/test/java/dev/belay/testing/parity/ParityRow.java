package dev.belay.testing.parity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One function of WWSAPI and what stands for it here.
 *
 * @param area heading of the function's group
 * @param function its name
 * @param status whether a member does it, the language does, or nothing does yet
 * @param members the members that do it, each {@code package.Type#member} or {@code package.Type}
 * @param tests the tests that show it, each {@code package.Type#method}
 * @param note what differs, what the language puts in its place, or what is missing
 */
record ParityRow(
        String area,
        String function,
        Status status,
        List<String> members,
        List<String> tests,
        String note) {
    private static final int COLUMNS = 6;

    enum Status {
        MEMBER("member"),
        LANGUAGE("language"),
        NOT_YET("not yet");

        final String label;

        Status(String label) {
            this.label = label;
        }

        static Status of(String label) {
            for (Status status : values()) {
                if (status.label.equals(label)) {
                    return status;
                }
            }
            throw new IllegalArgumentException("no such status: " + label);
        }
    }

    /** The rows of the table, in its order. */
    static List<ParityRow> all() {
        return text("parity.tsv").lines().skip(1).map(ParityRow::parse).toList();
    }

    /** A resource of this package. */
    static String text(String name) {
        try (InputStream in =
                Objects.requireNonNull(ParityRow.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a line: area, function, status, members, tests, note, separated by tabs. */
    private static ParityRow parse(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException(
                    "expected " + COLUMNS + " cells but found " + cells.length + ": " + line);
        }
        return new ParityRow(
                cells[0],
                cells[1],
                Status.of(cells[2]),
                words(cells[3]),
                words(cells[4]),
                cells[5]);
    }

    private static List<String> words(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.trim().split(" +"));
    }

    /** Whether the row has what its status asks for, and nothing else. */
    boolean isComplete() {
        boolean noted = !note.isBlank();
        return switch (status) {
            case MEMBER -> !members.isEmpty() && !tests.isEmpty();
            case LANGUAGE -> noted && !tests.isEmpty();
            case NOT_YET -> noted && members.isEmpty() && tests.isEmpty();
        };
    }
}
