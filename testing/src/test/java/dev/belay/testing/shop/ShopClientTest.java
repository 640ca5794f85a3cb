package dev.belay.testing.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.Clock;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Ledger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Our client calls our shop. */
class ShopClientTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    /** Helpers stay for a while, to be used again. */
    private static final Set<Ledger.Kind> COUNTED =
            EnumSet.complementOf(EnumSet.of(Ledger.Kind.HELPER));

    /** Those that take long are left out over bindings that differ in their encoding only. */
    private static final Set<String> LONG = Set.of("idle", "kill", "big");

    private static final Set<ShopBinding> USUAL =
            EnumSet.of(ShopBinding.NETTCP, ShopBinding.BASICHTTP);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Environment environment = Environment.of(Clock.system());

    private static PrintStream print(OutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private ShopClient client(PrintStream to, long server) {
        return new ShopClient(to, print(err), environment, server, 58);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource
    void allChecksAreOk(ShopBinding binding) throws Exception {
        List<String> arguments = new ArrayList<>();
        Blocks.Counts blocks;
        try (ShopServer server = ShopServer.open(binding, binding.anyAddress(), environment)) {
            arguments.add(binding.toString());
            arguments.add(server.address());
            for (Check check : Checks.choose(binding, List.of())) {
                if (USUAL.contains(binding) || !LONG.contains(check.name())) {
                    arguments.add(check.name());
                }
            }
            assertEquals(0, client(print(out), 0).run(arguments), this::said);
            blocks = server.blocks().counts();
        }
        assertTrue(said().endsWith(" passed, 0 failed" + System.lineSeparator()), this::said);
        if (!binding.isSessionShop()) {
            // The calls of parallel and close-pending end; those of abandon, abort and timeout are
            // told, and that of kill.
            int told = arguments.contains("kill") ? 4 : 3;
            assertEquals(new Blocks.Counts(0, 2, told), blocks, this::said);
        }
        for (Ledger.Kind kind : COUNTED) {
            assertTrue(
                    environment.ledger().awaitAtMost(kind, 0, SOON),
                    () -> "left over: " + environment.ledger());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NETTCP", "BASICHTTP"})
    void theCallerIsFreeWhenTheServerIsGone(ShopBinding binding) throws Exception {
        Process host = JavaProgram.start(ShopHost.class, binding.toString(), binding.anyAddress());
        try (BufferedReader output = host.inputReader(StandardCharsets.UTF_8)) {
            String address = String.valueOf(output.readLine()).replace("READY ", "");
            PrintStream killing =
                    new PrintStream(out, true, StandardCharsets.UTF_8) {
                        @Override
                        public void println(String line) {
                            super.println(line);
                            if (line.equals("READY-TO-KILL")) {
                                host.destroyForcibly();
                            }
                        }
                    };
            int code =
                    client(killing, host.pid())
                            .run(List.of(binding.toString(), address, "server-gone"));
            assertEquals(0, code, this::said);
        } finally {
            host.destroyForcibly();
        }
    }

    @Test
    void whatFailsIsSaidAndCounted() throws Exception {
        try (ShopServer server =
                ShopServer.open(
                        ShopBinding.NETTCP_SESSION,
                        ShopBinding.NETTCP_SESSION.anyAddress(),
                        environment)) {
            int code =
                    client(print(out), 0).run(List.of("nettcp", server.address(), "add", "echo"));
            assertEquals(1, code, this::said);
        }
        assertTrue(said().contains("FAIL add expected success got FaultException"), this::said);
        assertTrue(said().contains("0 passed, 2 failed"), this::said);
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "nettcp",
        "carrier-pigeon net.tcp://localhost:1/shop",
        "nettcp net.tcp://localhost:1/shop session",
        "nettcp net.tcp://localhost:1/shop nothing"
    })
    void aWrongCommandLineIsSaid(String line) throws InterruptedException {
        List<String> arguments = Arrays.asList(line.split(" "));
        assertEquals(2, client(print(out), 0).run(arguments));
        assertTrue(said().contains("shop-client BINDING ADDRESS"), this::said);
    }

    @Test
    void theListHasAllChecks() throws InterruptedException {
        assertEquals(0, client(print(out), 0).run(List.of("--list")));
        for (Check check : Checks.TABLE) {
            assertTrue(said().contains("  " + check.name() + " "), this::said);
        }
    }
}
