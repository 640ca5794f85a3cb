package dev.belay.testing.parity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes docs/parity.md. */
final class ParityDocument {
    private ParityDocument() {}

    static String text(List<ParityRow> rows) {
        StringBuilder text = new StringBuilder(introduction(rows));
        Map<String, List<ParityRow>> areas =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ParityRow::area, LinkedHashMap::new, Collectors.toList()));
        areas.forEach(
                (area, of) -> {
                    text.append("\n## ").append(area).append("\n\n");
                    text.append("| function | by | members | tests | remarks |\n");
                    text.append("|---|---|---|---|---|\n");
                    of.forEach(row -> text.append(line(row)));
                });
        return text.toString();
    }

    private static String introduction(List<ParityRow> rows) {
        String text =
                ParityRow.text("introduction.md")
                        .replace("{functions}", Integer.toString(rows.size()));
        for (ParityRow.Status status : ParityRow.Status.values()) {
            long count = rows.stream().filter(row -> row.status() == status).count();
            text = text.replace("{" + status.label + "}", Long.toString(count));
        }
        return text;
    }

    private static String line(ParityRow row) {
        return "| "
                + String.join(
                        " | ",
                        row.function(),
                        row.status().label,
                        code(row.members()),
                        code(row.tests()),
                        row.note())
                + " |\n";
    }

    private static String code(List<String> names) {
        return names.stream()
                .map(name -> "`" + name.substring(typeStart(name)).replace('$', '.') + "`")
                .collect(Collectors.joining(", "));
    }

    /** Where the simple name of the type begins: the package is noise to a reader. */
    private static int typeStart(String name) {
        int start = 0;
        while (Character.isLowerCase(name.charAt(start))) {
            start = name.indexOf('.', start) + 1;
        }
        return start;
    }
}
