package dev.belay.testing.interop;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** A program that we did not write and that the interop tests talk to. */
enum Peer {
    /** The WCF client of .NET, which calls a shop service and says what it saw. */
    DOTNET_CLIENT("dotnet/client/client");

    private final String program;

    Peer(String program) {
        this.program = program;
    }

    /**
     * The program of this peer. Where it is not installed the calling test is skipped with a
     * printed reason, or fails if the environment variable {@code BELAY_INTEROP} says {@code
     * required}.
     */
    Path require() {
        Path path = Path.of(System.getProperty("belay.peers"), program);
        if (Files.isExecutable(path)) {
            return path;
        }
        String reason =
                name() + " is not installed, run testing/interop/install-peers: no file " + path;
        if ("required".equals(System.getenv("BELAY_INTEROP"))) {
            return fail(reason);
        }
        System.out.println("SKIPPED: " + reason);
        return abort(reason);
    }
}
