package dev.belay.testing.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The table of parity cannot lie: each member that it names is public and exported, each test that
 * it names stands in the sources and runs, and what is not there claims neither.
 */
class ParityTest {
    private static final Path ROOT = Path.of(System.getProperty("belay.root", ".."));
    private static final Path DOCUMENT = ROOT.resolve("docs").resolve("parity.md");
    private static final int FUNCTIONS = 195;

    private final List<ParityRow> rows = ParityRow.all();

    @Test
    void everyFunctionHasOneRow() {
        assertEquals(FUNCTIONS, rows.stream().map(ParityRow::function).distinct().count());
        assertEquals(FUNCTIONS, rows.size());
        assertEquals(List.of(), functions(row -> !row.function().startsWith("Ws")));
    }

    @Test
    void rowsHaveWhatTheirStatusAsksFor() {
        assertEquals(List.of(), functions(row -> !row.isComplete()));
        assertEquals(List.of(), functions(row -> row.note().contains("|")));
    }

    @Test
    void everyMemberIsPublic() {
        assertEquals(List.of(), wrong(ParityRow::members, PublicMembers::contain));
    }

    @Test
    void everyTestRuns() {
        assertEquals(List.of(), wrong(ParityRow::tests, new TestSources(ROOT)::contain));
    }

    private List<String> functions(Predicate<ParityRow> filter) {
        return rows.stream().filter(filter).map(ParityRow::function).toList();
    }

    private List<String> wrong(Function<ParityRow, List<String>> names, Predicate<String> isThere) {
        return rows.stream()
                .flatMap(
                        row ->
                                names.apply(row).stream()
                                        .filter(isThere.negate())
                                        .map(name -> row.function() + ": " + name))
                .toList();
    }

    @Test
    void whatDoesNotExistIsNoticed() {
        String here = getClass().getName();
        TestSources sources = new TestSources(ROOT);
        assertTrue(sources.contain(here + "#everyTestRuns"));
        assertTrue(sources.contain("dev.belay.testing.channel.OpeningCells#anAbortEndsTheOpen"));
        assertTrue(sources.contain("dev.belay.soap.DotnetMessagesTest#messages"));
        assertFalse(sources.contain(here + "#functions"), "no test");
        assertFalse(sources.contain(here + "#everyTest"), "no method");
        assertFalse(sources.contain("dev.belay.Absent#test"), "no class");
        assertFalse(sources.contain("dev.belay.testing.channel.CellBed#nothingIsLeft"), "no test");
        assertTrue(PublicMembers.contain("dev.belay.channel.Channel#abort"));
        assertTrue(PublicMembers.contain("dev.belay.soap.Fault$Builder#detail"));
        assertFalse(PublicMembers.contain("dev.belay.channel.Channel#forListener"), "not public");
        assertFalse(PublicMembers.contain("dev.belay.channel.Link"), "not public");
        assertFalse(PublicMembers.contain("dev.belay.channel.port.PortRegistry"), "not exported");
    }

    @Test
    void theDocumentIsGenerated() throws IOException {
        String text = ParityDocument.text(rows);
        if (System.getProperty("belay.docs.update") != null) {
            Files.writeString(DOCUMENT, text);
        }
        assertEquals(Files.readString(DOCUMENT), text, "run mvn verify -Dbelay.docs.update");
    }
}
