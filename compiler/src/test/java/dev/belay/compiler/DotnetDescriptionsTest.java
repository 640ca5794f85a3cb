package dev.belay.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.metadata.Metadata;
import dev.belay.metadata.MetadataReader;
import dev.belay.metadata.PortModel;
import dev.belay.metadata.document.Diagnostic;
import dev.belay.metadata.document.FileSource;
import dev.belay.metadata.document.MetadataLimits;
import dev.belay.metadata.document.Severity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What WCF publishes for each of its bindings, in several documents and in one. */
class DotnetDescriptionsTest {
    private static final String FOLDER = "vectors/wsdl-dotnet";
    private static final List<String> FILES = List.of("shop.wsdl", "single.wsdl");

    private static Metadata read(String folder, String file) {
        return new MetadataReader(FileSource.create(), MetadataLimits.DEFAULT)
                .read(InMemory.shared(FOLDER).resolve(folder).resolve(file));
    }

    private static PortModel port(Metadata metadata) {
        assertEquals(1, metadata.services().size());
        return metadata.services().getFirst().ports().getFirst();
    }

    /** Transport, SOAP, addressing and encoding; then the assertions that are not supported. */
    @ParameterizedTest
    @CsvSource({
        "basichttp, HTTP SOAP_1_1 TRANSPORT TEXT_UTF8,",
        "basichttp-basicauth, HTTP SOAP_1_1 TRANSPORT TEXT_UTF8, BasicAuthentication",
        "basichttp-mtom, HTTP SOAP_1_1 TRANSPORT TEXT_UTF8, OptimizedMimeSerialization",
        "basichttps-username, HTTP SOAP_1_1 TRANSPORT TEXT_UTF8,"
                + " TransportBinding SignedSupportingTokens Wss10 Trust10",
        "http-binary, HTTP SOAP_1_2 WSA_1_0 BINARY,",
        "http-soap12, HTTP SOAP_1_2 TRANSPORT TEXT_UTF8,",
        "http-wsa2004, HTTP SOAP_1_2 WSA_2004 TEXT_UTF8,",
        "nettcp, TCP SOAP_1_2 WSA_1_0 BINARY,",
        "nettcp-duplex, TCP SOAP_1_2 WSA_1_0 BINARY,",
        "nettcp-session, TCP SOAP_1_2 WSA_1_0 BINARY,",
        "nettcp-stream, TCP SOAP_1_2 WSA_1_0 BINARY, Streamed",
        "nettcp-tls, TCP SOAP_1_2 WSA_1_0 BINARY, TransportBinding",
        "nettcp-tls-cert, TCP SOAP_1_2 WSA_1_0 BINARY, TransportBinding",
        "tcp-text, TCP SOAP_1_2 WSA_1_0 TEXT_UTF8,",
        "untyped-http, HTTP SOAP_1_2 WSA_1_0 TEXT_UTF8,",
        "wshttp, HTTP SOAP_1_2 WSA_1_0 TEXT_UTF8,",
        "wshttps-cert, HTTP SOAP_1_2 WSA_1_0 TEXT_UTF8,"
                + " TransportBinding EndorsingSupportingTokens Wss11 Trust10",
        "wshttps-username, HTTP SOAP_1_2 WSA_1_0 TEXT_UTF8,"
                + " TransportBinding SignedSupportingTokens Wss11 Trust10",
        "wshttps-username-sc, HTTP SOAP_1_2 WSA_1_0 TEXT_UTF8,"
                + " TransportBinding EndorsingSupportingTokens Wss11 Trust10",
    })
    void policiesChooseTheBinding(String folder, String binding, String unsupported) {
        for (String file : FILES) {
            Metadata metadata = read(folder, file);
            PortModel port = port(metadata);
            assertEquals(
                    binding,
                    String.join(
                            " ",
                            port.transport().toString(),
                            port.envelope().toString(),
                            port.addressing().toString(),
                            port.encoding().toString()),
                    file);
            List<String> names =
                    port.unsupported().stream().map(r -> r.name().localName().toString()).toList();
            List<String> expected =
                    unsupported == null ? List.of() : List.of(unsupported.split(" "));
            assertEquals(expected, names, file);
            List<Diagnostic> warnings = new ArrayList<>(metadata.diagnostics());
            port.unsupported()
                    .forEach(
                            r ->
                                    assertTrue(
                                            warnings.removeIf(
                                                    d ->
                                                            d.severity() == Severity.WARNING
                                                                    && d.place()
                                                                            .equals(r.place()))));
            assertEquals(folder.equals("nettcp-duplex") ? 2 : 0, warnings.size(), file);
        }
    }

    @Test
    void callbacksAreLeftOutWithAWarning() {
        for (String file : FILES) {
            Metadata metadata = read("nettcp-duplex", file);
            List<String> messages =
                    metadata.diagnostics().stream()
                            .map(d -> d.severity() + " " + d.construct() + ": " + d.message())
                            .toList();
            String leftOut =
                    "a service calling its client (notification, solicit-response) is left out";
            assertEquals(
                    List.of(
                            "WARNING <wsdl:operation name=\"Step\">: " + leftOut,
                            "WARNING <wsdl:operation name=\"Ask\">: " + leftOut),
                    messages);
            assertEquals(
                    List.of("Count", "AskBack"),
                    metadata.contracts().getFirst().operations().stream()
                            .map(o -> o.name())
                            .toList());
        }
    }

    @Test
    void emptyContractIsFine() {
        for (String file : FILES) {
            Metadata metadata = read("untyped-http", file);
            assertEquals(List.of(), metadata.diagnostics());
            assertEquals(List.of(), metadata.contracts().getFirst().operations());
        }
    }

    /** All at once, each in a package of its own: that takes the Java compiler less time. */
    @Test
    void everythingBecomesCleanJava() throws IOException {
        List<SourceFile> files = new ArrayList<>();
        List<Path> folders;
        try (Stream<Path> all = Files.list(InMemory.shared(FOLDER))) {
            folders = all.sorted().toList();
        }
        assertEquals(19, folders.size());
        for (Path folder : folders) {
            for (String file : FILES) {
                String packageName =
                        "p"
                                + folder.getFileName().toString().replace('-', '_')
                                + "."
                                + file.substring(0, file.indexOf('.'));
                Compilation compilation =
                        InMemory.compile(
                                folder.resolve(file),
                                Map.of(),
                                CompilerOptions.DEFAULT.withPackageName(packageName));
                assertFalse(compilation.failed(), () -> compilation.diagnostics().toString());
                files.addAll(compilation.files());
            }
        }
        assertEquals(List.of(), InMemory.javac(files).problems());
    }
}
