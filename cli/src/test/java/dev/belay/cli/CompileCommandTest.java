package dev.belay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class CompileCommandTest {
    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return CompileCommand.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String wsdl(String schema) throws IOException {
        Path file = folder.resolve("a.wsdl");
        String content =
                """
                <w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" targetNamespace="urn:a:b"
                  xmlns:t="urn:a:b" xmlns:s="http://www.w3.org/2001/XMLSchema">
                <w:types><s:schema targetNamespace="urn:a:b">%s</s:schema></w:types>
                <w:message name="In"><w:part name="body" element="t:In"/></w:message>
                <w:portType name="P"><w:operation name="Go"><w:input message="t:In"/></w:operation>
                </w:portType></w:definitions>
                """
                        .formatted(schema);
        Files.writeString(file, content);
        return file.toString();
    }

    @Test
    void filesAreWrittenAndLeftAloneWhenNothingChanges() throws IOException {
        String wsdl = wsdl("<s:element name='In' type='s:int'/>");
        String target = folder.resolve("src").toString();
        assertEquals(CompileCommand.DONE, run("-o", target, wsdl));
        assertTrue(Files.exists(folder.resolve("src/a/b/P.java")));
        assertTrue(
                out().contains("3 files of package a.b in " + target + ", 3 changed"), this::out);
        assertEquals("", err());
        assertEquals(CompileCommand.DONE, run("-o", target, "-p", "a.b", wsdl));
        assertTrue(out().contains(", 0 changed"), this::out);
    }

    @Test
    void errorsAreToldWithTheirPlaceAndNothingIsWritten() throws IOException {
        String wsdl = wsdl("<s:element name='In' type='t:X'/>");
        assertEquals(CompileCommand.FAILED, run("-o", folder.resolve("src").toString(), wsdl));
        assertEquals(
                wsdl.replace('\\', '/')
                        + ":3:46: error: <s:element name=\"In\">: there is no type X in namespace"
                        + " urn:a:b"
                        + System.lineSeparator()
                        + "1 error, nothing written for "
                        + wsdl
                        + System.lineSeparator(),
                err());
        assertFalse(Files.exists(folder.resolve("src")));
    }

    @Test
    void importsAreFoundByACatalog() throws IOException {
        Files.writeString(folder.resolve("catalog"), "# copies\nhttp://x/b.xsd -> copy/b.xsd\n");
        Files.createDirectory(folder.resolve("copy"));
        Files.writeString(
                folder.resolve("copy/b.xsd"),
                "<s:schema xmlns:s='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:a:b'>"
                        + "<s:element name='In' type='s:int'/></s:schema>");
        String wsdl = wsdl("<s:include schemaLocation='http://x/b.xsd'/>");
        String target = folder.resolve("src").toString();
        assertEquals(CompileCommand.FAILED, run("-o", target, wsdl));
        assertTrue(
                err().contains("save a copy and name it in a catalog: http://x/b.xsd"), this::err);
        String catalog = folder.resolve("catalog").toString();
        assertEquals(CompileCommand.DONE, run("--catalog", catalog, "-o", target, wsdl));
    }

    @Test
    void wrongCommandLinesAreExplained() {
        assertEquals(CompileCommand.USAGE, run());
        assertEquals(CompileCommand.USAGE, run("--no-such"));
        assertEquals(CompileCommand.USAGE, run("-o"));
        assertEquals(CompileCommand.USAGE, run("-p", "not a package", "x.wsdl"));
        assertEquals(CompileCommand.USAGE, run("--date-time", "never", "x.wsdl"));
        assertEquals(CompileCommand.USAGE, run("http://x/y?wsdl"));
        assertEquals(
                CompileCommand.USAGE, run("--catalog", folder.resolve("gone").toString(), "x"));
        for (String words :
                new String[] {
                    "which description? name a WSDL file",
                    "unknown option --no-such",
                    "-o needs a value",
                    "not a package is no name of a package",
                    "--date-time is xml, offset, instant or local, not never",
                    "descriptions are read from files: save http://x/y?wsdl and name the copy",
                    "there is no catalog "
                }) {
            assertTrue(err().contains("belay compile: " + words), this::err);
        }
    }

    @Test
    void helpGoesToStandardOutput() {
        assertEquals(CompileCommand.DONE, run("--help"));
        assertTrue(out().startsWith("usage: belay compile"));
        assertEquals(CompileCommand.FAILED, run(folder.resolve("gone.wsdl").toString()));
        assertTrue(err().contains("there is no file"), this::err);
    }
}
