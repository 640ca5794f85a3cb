package dev.belay.testing.cells;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The cells of one object, read from a table of tab-separated values.
 *
 * @param object what the object is called
 * @param open transports whose tests may still be missing
 * @param rows the cells
 */
record CellTable(String object, Set<String> open, List<Row> rows) {
    static final List<String> NAMES = List.of("channel", "listener", "proxy", "host", "operation");
    private static final int COLUMNS = 8;

    /** One cell. */
    record Row(
            String id,
            String state,
            String trigger,
            String after,
            String pending,
            String peer,
            String note,
            List<String> transports) {}

    static List<CellTable> all() {
        return NAMES.stream().map(name -> parse(name, text(name + ".tsv"))).toList();
    }

    static String text(String name) {
        try (InputStream in =
                CellTable.class.getResourceAsStream("/dev/belay/testing/cells/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CellTable parse(String name, String text) {
        String object = name;
        Set<String> open = Set.of();
        List<Row> rows = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("# ")) {
                object = line.substring(2);
            } else if (line.startsWith("#open\t")) {
                open = Set.of(line.substring("#open\t".length()).split(","));
            } else if (!line.startsWith("id\t") && !line.isBlank()) {
                rows.add(row(name, line));
            }
        }
        return new CellTable(object, open, List.copyOf(rows));
    }

    private static Row row(String name, String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException(
                    name
                            + ": expected "
                            + COLUMNS
                            + " columns but found "
                            + cells.length
                            + ": "
                            + line);
        }
        return new Row(
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                cells[4],
                cells[5],
                cells[6],
                List.of(cells[7].split(",")));
    }
}
