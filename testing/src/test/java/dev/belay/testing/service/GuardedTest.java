package dev.belay.testing.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.belay.cli.CompileCommand;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.service.ProxyOptions;
import dev.belay.service.ServiceHost;
import dev.belay.service.ServiceHostState;
import dev.belay.testing.service.guarded.Guarded;
import dev.belay.testing.service.guarded.HalfGuarded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What asks for protection that there is not is neither called nor served. */
class GuardedTest {
    private static final Path TESTS = Path.of(System.getProperty("belay.root"), "testing/src/test");
    private static final String PACKAGE = "dev.belay.testing.service.guarded";

    private static void assertRefused(String demand, Executable open) {
        BelayException e = assertThrows(BelayException.class, open);
        assertEquals(ErrorCode.NOT_SUPPORTED, e.code());
        assertEquals(demand, e.getMessage());
    }

    private static String demand(String address) {
        return (address.startsWith("http") ? "port GuardedHttp" : "contract Guarded")
                + " demands what is not supported yet: {urn:secret}EncryptMe (guarded.wsdl:23:7)";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/guarded",
                "http://localhost:1/elsewhere",
                "net.tcp://localhost/guarded"
            })
    void proxyIsRefusedWhateverItsAddress(String address) {
        assertRefused(demand(address), () -> Guarded.proxy(address).open());
        assertRefused(demand(address), () -> Guarded.proxy(address, ProxyOptions.DEFAULT).open());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:0/guarded", "net.tcp://localhost:0/guarded"})
    void hostIsNotOpened(String address) {
        try (ServiceHost host =
                ServiceHost.builder().endpoint(Guarded.endpoint(s -> {}, address)).build()) {
            assertRefused(demand(address), host::open);
            assertEquals(ServiceHostState.CREATED, host.state());
        }
    }

    @Test
    void onlyTheAddressOfTheGuardedPortIsRefused() {
        String demand =
                "port Shut demands what is not supported yet: {urn:secret}Whisper"
                        + " (guarded.wsdl:63:9)";
        assertRefused(demand, () -> HalfGuarded.proxy("http://localhost/shut").open());
        HalfGuarded.proxy("http://localhost/open").close();
    }

    /** If this fails: {@code ./belay compile -o testing/src/test/java -p PACKAGE FILE}. */
    @Test
    void contractIsWhatTheDescriptionGives(@TempDir Path made) throws IOException {
        var said = new ByteArrayOutputStream();
        var print = new PrintStream(said, true, StandardCharsets.UTF_8);
        String wsdl = TESTS.resolve("resources/dev/belay/testing/service/guarded.wsdl").toString();
        int code =
                new CompileCommand(print, print)
                        .run(List.of("-o", made.toString(), "-p", PACKAGE, wsdl));
        assertEquals(CompileCommand.DONE, code, said.toString(StandardCharsets.UTF_8));
        Path inUse = TESTS.resolve("java").resolve(PACKAGE.replace('.', '/'));
        try (Stream<Path> files = Files.list(made.resolve(PACKAGE.replace('.', '/')))) {
            for (Path file : files.toList()) {
                assertEquals(
                        Files.readString(inUse.resolve(file.getFileName())),
                        Files.readString(file),
                        file.toString());
            }
        }
    }
}
