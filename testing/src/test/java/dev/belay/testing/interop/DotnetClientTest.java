package dev.belay.testing.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.Clock;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Ledger;
import dev.belay.testing.shop.Blocks;
import dev.belay.testing.shop.JavaProgram;
import dev.belay.testing.shop.ShopBinding;
import dev.belay.testing.shop.ShopHost;
import dev.belay.testing.shop.ShopServer;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** .NET's WCF client calls our shop. The tests have the names of its checks. */
class DotnetClientTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    /** Helpers stay for a while, to be used again. */
    private static final Set<Ledger.Kind> COUNTED =
            EnumSet.complementOf(EnumSet.of(Ledger.Kind.HELPER));

    private static final List<String> VALUES =
            List.of("add", "echo", "echo-null", "bytes", "order", "everything", "shapes", "xml");
    private static final List<String> FAULTS =
            List.of("tag", "fault1", "fault2", "fault3", "fault4", "unknown-action");
    private static final List<String> REFUSALS = List.of("unknown-path", "mustunderstand", "quota");
    private static final List<String> CALLS =
            List.of("oneway", "sequence", "parallel", "channels", "reopen", "whoami");
    private static final List<String> LONG = List.of("idle", "big");
    private static final List<String> CALLED_OFF =
            List.of("abort", "kill", "timeout", "close-pending");
    private static final List<String> SESSION =
            List.of("session", "session-order", "session-ended");

    /**
     * What the client says beside ok where the outcome was left to the server: that is then a
     * promise of ours.
     */
    private static final Map<String, List<String>> DETAILS =
            Map.of(
                    "unknown-action", List.of("ActionNotSupportedException"),
                    "mustunderstand", List.of("that must be understood", "channel lives on"),
                    "parallel", List.of("Add overtook Block"),
                    "abort", List.of("server told after"),
                    "kill", List.of("server told after"),
                    "timeout", List.of("server told after"),
                    "close-pending", List.of("call: returned 1500", "Close: returned"),
                    "session-order", List.of("ActionNotSupportedException", "channel Opened"));

    @TestFactory
    Stream<DynamicContainer> checks() throws Exception {
        Path client = Peer.DOTNET_CLIENT.require();
        List<DynamicContainer> containers = new ArrayList<>();
        for (ShopBinding binding : ShopBinding.values()) {
            containers.add(
                    DynamicContainer.dynamicContainer(
                            binding.toString(), tests(client, binding, checksFor(binding))));
        }
        return containers.stream();
    }

    /** All checks over the usual bindings; over the others not those that take long. */
    private static List<String> checksFor(ShopBinding binding) {
        return switch (binding) {
            case NETTCP_SESSION -> SESSION;
            case NETTCP, BASICHTTP ->
                    Stream.of(VALUES, FAULTS, REFUSALS, CALLS, LONG, CALLED_OFF)
                            .flatMap(List::stream)
                            .toList();
            default ->
                    Stream.of(VALUES, FAULTS, REFUSALS, CALLS, CALLED_OFF)
                            .flatMap(List::stream)
                            .toList();
        };
    }

    private static Stream<DynamicTest> tests(Path program, ShopBinding binding, List<String> checks)
            throws Exception {
        Environment environment = Environment.of(Clock.system());
        Map<String, String> results;
        Blocks.Counts blocks;
        String said;
        try (ShopServer server = ShopServer.open(binding, binding.anyAddress(), environment);
                DotnetClient client =
                        DotnetClient.start(program, binding, server.address(), 0, checks)) {
            results = client.results();
            said = client.said();
            blocks = server.blocks().counts();
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (String check : checks) {
            tests.add(DynamicTest.dynamicTest(check, () -> isOk(check, results, said)));
        }
        if (checks.containsAll(CALLED_OFF)) {
            tests.add(
                    DynamicTest.dynamicTest(
                            "each operation was told, or ended, once",
                            () -> assertEquals(new Blocks.Counts(0, 2, 3), blocks, said)));
        }
        tests.add(DynamicTest.dynamicTest("nothing is left over", () -> isEmpty(environment)));
        return tests.stream();
    }

    private static void isOk(String check, Map<String, String> results, String said) {
        String line = results.get(check);
        assertNotNull(line, said);
        assertTrue(line.startsWith("ok "), said);
        for (String detail : DETAILS.getOrDefault(check, List.of())) {
            assertTrue(line.contains(detail), said);
        }
    }

    private static void isEmpty(Environment environment) throws InterruptedException {
        for (Ledger.Kind kind : COUNTED) {
            assertTrue(
                    environment.ledger().awaitAtMost(kind, 0, SOON),
                    () -> "left over: " + environment.ledger());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NETTCP", "BASICHTTP"})
    void theClientIsFreeWhenTheServerIsGone(ShopBinding binding) throws IOException {
        Path program = Peer.DOTNET_CLIENT.require();
        Process host = JavaProgram.start(ShopHost.class, binding.toString(), binding.anyAddress());
        try (BufferedReader output = host.inputReader(StandardCharsets.UTF_8)) {
            String ready = output.readLine();
            assertTrue(ready != null && ready.startsWith("READY "), ready);
            String address = ready.substring("READY ".length());
            try (DotnetClient client =
                    DotnetClient.start(
                            program, binding, address, host.pid(), List.of("server-gone"))) {
                client.awaitLine("READY-TO-KILL");
                host.destroyForcibly();
                isOk("server-gone", client.results(), client.said());
            }
        } finally {
            host.destroyForcibly();
        }
    }
}
