package dev.belay.testing.cells;

/** Writes docs/cancellation.md. */
final class CellDocument {
    private CellDocument() {}

    static String text() {
        StringBuilder text = new StringBuilder(CellTable.text("introduction.md"));
        for (CellTable table : CellTable.all()) {
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
