package dev.belay.testing.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The cancellation matrix has a test for each cell, and its document is up to date. */
final class CellsTest {
    private static final Path DOCUMENT =
            Path.of(System.getProperty("belay.root", ".."), "docs", "cancellation.md");

    @Test
    void everyCellHasATestForEachTransport() {
        Map<String, Set<String>> found = CellTests.found();
        List<String> missing = new ArrayList<>();
        for (CellTable table : CellTable.all()) {
            for (CellTable.Row row : table.rows()) {
                for (String transport : row.transports()) {
                    if (!found.getOrDefault(row.id(), Set.of()).contains(transport)) {
                        boolean open = table.open().contains(transport);
                        String text = row.id() + " over " + transport;
                        if (open) {
                            System.out.println("no test yet: " + text);
                        } else {
                            missing.add(text);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), missing, "cells without a test");
    }

    @Test
    void everyBoundCellIsInATable() {
        Set<String> known = new HashSet<>();
        for (CellTable table : CellTable.all()) {
            for (CellTable.Row row : table.rows()) {
                assertTrue(known.add(row.id()), () -> "twice: " + row.id());
            }
        }
        Set<String> unknown = new HashSet<>(CellTests.found().keySet());
        unknown.removeAll(known);
        assertEquals(Set.of(), unknown, "tests bound to cells that no table has");
    }

    @Test
    void theDocumentIsGenerated() throws IOException {
        String text = CellDocument.text();
        if (System.getProperty("belay.docs.update") != null) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, text);
        }
        assertEquals(Files.readString(DOCUMENT), text, "run mvn verify -Dbelay.docs.update");
    }
}
