package dev.belay.testing.cells;

import java.util.List;

/** Writes docs/cancellation.md. */
final class CellDocument {
    private CellDocument() {}

    static String text() {
        List<CellTable> tables = CellTable.all();
        StringBuilder text = new StringBuilder(CellTable.text("introduction.md"));
        appendNumbers(text, tables);
        for (CellTable table : tables) {
            text.append("\n## ").append(table.object()).append("\n\n");
            text.append(
                    "| cell | state | when | state after | operations that wait | the peer sees |"
                            + " note | tested over |\n");
            text.append("|---|---|---|---|---|---|---|---|\n");
            for (CellTable.Row row : table.rows()) {
                append(text, row);
            }
        }
        return text.toString();
    }

    /** How many cells there are, and how many when each transport counts for itself. */
    private static void appendNumbers(StringBuilder text, List<CellTable> tables) {
        text.append("\n## How many cells\n\n");
        text.append("| object | cells | cells, each transport counted |\n|---|---|---|\n");
        int cells = 0;
        int tested = 0;
        for (CellTable table : tables) {
            int each = table.rows().stream().mapToInt(row -> row.transports().size()).sum();
            append(text, table.object(), table.rows().size(), each);
            cells += table.rows().size();
            tested += each;
        }
        append(text, "all", cells, tested);
    }

    private static void append(StringBuilder text, String object, int cells, int tested) {
        text.append("| ").append(object).append(" | ").append(cells);
        text.append(" | ").append(tested).append(" |\n");
    }

    private static void append(StringBuilder text, CellTable.Row row) {
        text.append("| ")
                .append(
                        String.join(
                                " | ",
                                row.id(),
                                row.state(),
                                row.trigger(),
                                row.after(),
                                row.pending(),
                                row.peer(),
                                row.note(),
                                String.join(", ", row.transports())))
                .append(" |\n");
    }
}
