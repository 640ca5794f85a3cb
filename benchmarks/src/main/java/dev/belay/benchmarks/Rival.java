package dev.belay.benchmarks;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A stack and how its program is started.
 *
 * @param name what people call it
 * @param calledOff how many calls are called off at once; 0 where the server never learns of it
 * @param classPath where its classes are
 * @param main its program
 * @param arguments what comes first in its command line
 * @param options options of the JVM
 */
record Rival(
        String name,
        int calledOff,
        String classPath,
        String main,
        List<String> arguments,
        List<String> options) {
    private static final int MANY = 10_000;

    /** All that are installed; CXF is where {@code benchmarks/run} has built it. */
    static List<Rival> all() {
        String own = System.getProperty("java.class.path");
        List<Rival> rivals = new ArrayList<>();
        rivals.add(belay("Belay net.tcp", MANY, own, "net.tcp"));
        // Each of these calls has a connection of its own.
        rivals.add(belay("Belay HTTP", MANY / 10, own, "http"));
        rivals.add(
                new Rival(
                        "gRPC-Java",
                        MANY,
                        own,
                        "dev.belay.benchmarks.GrpcStack",
                        List.of(),
                        // Netty's own way to memory; without them it warns.
                        List.of(
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow")));
        String cxf = System.getProperty("belay.cxf", "");
        if (Files.isDirectory(Path.of(cxf))) {
            rivals.add(
                    new Rival(
                            "CXF HTTP",
                            0,
                            cxf + "/classes" + File.pathSeparator + cxf + "/lib/*",
                            "dev.belay.benchmarks.cxf.CxfStack",
                            List.of(),
                            List.of()));
        }
        return rivals;
    }

    private static Rival belay(String name, int calledOff, String classPath, String scheme) {
        return new Rival(
                name,
                calledOff,
                classPath,
                "dev.belay.benchmarks.BelayStack",
                List.of(scheme),
                List.of());
    }
}
