package dev.belay.testing.architecture;

import dev.belay.testing.architecture.ClassFacts.Use;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules of ARCHITECTURE.md about what a class may use. */
final class Rules {
    private static final String ROOM = "dev.belay.cancel";
    private static final String TRANSPORT = "dev.belay.channel.transport";

    /** Methods that park the calling thread; those in TIMED only with a time-out. */
    private static final Map<String, Set<String>> PARKING =
            Map.ofEntries(
                    Map.entry("java.lang.Object", Set.of("wait")),
                    Map.entry("java.lang.Thread", Set.of("sleep", "join")),
                    Map.entry("java.lang.Process", Set.of("waitFor")),
                    Map.entry(
                            "java.util.concurrent.locks.LockSupport",
                            Set.of("park", "parkNanos", "parkUntil")),
                    Map.entry(
                            "java.util.concurrent.locks.Condition",
                            Set.of("await", "awaitNanos", "awaitUntil", "awaitUninterruptibly")),
                    Map.entry("java.util.concurrent.Future", Set.of("get")),
                    Map.entry("java.util.concurrent.FutureTask", Set.of("get")),
                    Map.entry("java.util.concurrent.CompletableFuture", Set.of("get", "join")),
                    Map.entry(
                            "java.util.concurrent.ForkJoinTask",
                            Set.of("get", "join", "invoke", "invokeAll")),
                    Map.entry("java.util.concurrent.CompletionService", Set.of("take")),
                    Map.entry("java.util.concurrent.CountDownLatch", Set.of("await")),
                    Map.entry("java.util.concurrent.CyclicBarrier", Set.of("await")),
                    Map.entry("java.util.concurrent.Exchanger", Set.of("exchange")),
                    Map.entry(
                            "java.util.concurrent.Semaphore",
                            Set.of("acquire", "acquireUninterruptibly")),
                    Map.entry(
                            "java.util.concurrent.Phaser",
                            Set.of(
                                    "arriveAndAwaitAdvance",
                                    "awaitAdvance",
                                    "awaitAdvanceInterruptibly")),
                    Map.entry(
                            "java.util.concurrent.TimeUnit",
                            Set.of("sleep", "timedJoin", "timedWait")));

    private static final Predicate<String> EXECUTOR =
            Set.of(
                            "java.util.concurrent.ExecutorService",
                            "java.util.concurrent.ScheduledExecutorService",
                            "java.util.concurrent.AbstractExecutorService",
                            "java.util.concurrent.ThreadPoolExecutor",
                            "java.util.concurrent.ScheduledThreadPoolExecutor",
                            "java.util.concurrent.ForkJoinPool")
                    ::contains;

    static final Rule PARK_ONLY_IN_THE_ROOM =
            new Rule(
                    "only " + ROOM + " parks a thread",
                    facts -> !facts.packageName().equals(ROOM),
                    Rules::parks,
                    type -> type.equals("java.util.concurrent.StructuredTaskScope"));

    private static boolean parks(Use use) {
        boolean timed = use.descriptor().contains("Ljava/util/concurrent/TimeUnit;");
        boolean concurrent = use.owner().startsWith("java.util.concurrent.");
        return PARKING.getOrDefault(use.owner(), Set.of()).contains(use.name())
                || EXECUTOR.test(use.owner())
                        && Set.of("awaitTermination", "invokeAll", "invokeAny", "close")
                                .contains(use.name())
                || concurrent
                        && (use.owner().contains("Queue") || use.owner().contains("Deque"))
                        && (timed || use.name().startsWith("take") || use.name().startsWith("put"))
                || concurrent && timed && use.name().startsWith("try");
    }

    static final Rule NETWORK_ONLY_IN_CONNECTIONS =
            new Rule(
                    "only " + TRANSPORT + " does network I/O",
                    facts -> !facts.packageName().equals(TRANSPORT),
                    use -> false,
                    Set.of(
                                    "java.nio.channels.SocketChannel",
                                    "java.nio.channels.ServerSocketChannel",
                                    "java.nio.channels.DatagramChannel",
                                    "java.nio.channels.Selector",
                                    "java.nio.channels.AsynchronousSocketChannel",
                                    "java.nio.channels.AsynchronousServerSocketChannel",
                                    "java.net.URLConnection",
                                    "java.net.HttpURLConnection")
                            ::contains);

    /** No interrupt reaches name resolution, so only the room's pool of threads may run it. */
    static final Rule NAMES_RESOLVED_ONLY_IN_THE_ROOM =
            new Rule(
                    "only " + ROOM + " resolves names",
                    facts -> !facts.packageName().equals(ROOM),
                    Rules::resolves,
                    type -> false);

    private static boolean resolves(Use use) {
        return switch (use.owner()) {
            case "java.net.InetAddress" ->
                    Set.of(
                                    "getByName",
                                    "getAllByName",
                                    "getLocalHost",
                                    "getHostName",
                                    "getCanonicalHostName",
                                    "isReachable")
                            .contains(use.name());
            case "java.net.InetSocketAddress" ->
                    use.name().equals("getHostName")
                            || (use.name().equals("<init>")
                                    && use.descriptor().contains("java/lang/String"));
            default -> false;
        };
    }

    static final Rule NO_OLD_SOCKETS =
            new Rule(
                    "no class uses java.net sockets or the JDK's HTTP client and server",
                    facts -> true,
                    use -> false,
                    type ->
                            Set.of(
                                                    "java.net.Socket",
                                                    "java.net.ServerSocket",
                                                    "java.net.DatagramSocket",
                                                    "javax.net.ssl.SSLSocket",
                                                    "javax.net.ssl.SSLServerSocket")
                                            .contains(type)
                                    || type.startsWith("java.net.http.")
                                    || type.startsWith("com.sun.net.httpserver."));

    static final Rule NO_REFLECTION =
            new Rule(
                    "the runtime modules use no reflection, service loader or regular expression",
                    facts -> true,
                    use ->
                            use.owner().equals("java.lang.Class")
                                            && (use.name().equals("forName")
                                                    || use.name().equals("newInstance")
                                                    || reflective(use.descriptor()))
                                    || use.owner().equals("java.lang.String")
                                            && Set.of("matches", "replaceAll", "replaceFirst")
                                                    .contains(use.name()),
                    type ->
                            type.startsWith("java.lang.reflect.")
                                    || type.startsWith("java.util.regex.")
                                    || type.equals("java.util.ServiceLoader"));

    private static boolean reflective(String descriptor) {
        return descriptor.contains("java/lang/reflect/");
    }

    static final Rule HTTPCORE_ONLY_IN_HTTP =
            new Rule(
                            "only dev.belay.channel.http knows HttpCore",
                            facts -> true,
                            use -> false,
                            type -> type.startsWith("org.apache.hc."))
                    .outside("dev.belay.channel.http");

    /** Which package of ours must not know which; a trailing dot stands for all below. */
    static final List<Rule> PACKAGE_ARROWS =
            List.of(
                    mustNotKnow("dev.belay.error", "dev.belay.xml"),
                    mustNotKnow(
                            "dev.belay.cancel",
                            "dev.belay.xml",
                            "dev.belay.soap",
                            "dev.belay.channel"),
                    mustNotKnow("dev.belay.soap", "dev.belay.channel"),
                    mustNotKnow(
                            "dev.belay.channel.transport",
                            "dev.belay.xml",
                            "dev.belay.soap",
                            "dev.belay.channel.spi",
                            "dev.belay.channel.port",
                            "dev.belay.channel.framing",
                            "dev.belay.channel.http"),
                    mustNotKnow(
                            "dev.belay.channel.spi",
                            "dev.belay.channel.port",
                            "dev.belay.channel.framing",
                            "dev.belay.channel.http"),
                    mustNotKnow(
                            "dev.belay.channel.port",
                            "dev.belay.xml",
                            "dev.belay.soap",
                            "dev.belay.channel.framing",
                            "dev.belay.channel.http"),
                    mustNotKnow("dev.belay.channel.framing", "dev.belay.channel.http"),
                    mustNotKnow("dev.belay.channel.http", "dev.belay.channel.framing"));

    static Rule mustNotKnow(String from, String... to) {
        return new Rule(
                from + " must not know " + String.join(", ", to),
                facts -> facts.packageName().equals(from),
                use -> false,
                type -> Stream.of(to).anyMatch(unknown -> isIn(type, unknown)));
    }

    private static boolean isIn(String type, String packageName) {
        return type.startsWith(packageName + ".");
    }

    private static final Set<String> DRAWERS =
            Set.of("common", "util", "utils", "impl", "internal", "helper", "misc");

    /** What is wrong with the name of a class or of its package; empty if nothing is. */
    static List<String> badNames(ClassFacts facts) {
        String simple = facts.name().substring(facts.packageName().length() + 1);
        Stream<String> classes =
                Stream.of(simple.split("\\$"))
                        .filter(name -> name.matches(".*(Impl|Utils?|Helper|Manager)"))
                        .map(name -> facts.name() + " is named as a drawer");
        Stream<String> packages =
                Stream.of(facts.packageName().split("\\."))
                        .filter(DRAWERS::contains)
                        .map(name -> facts.name() + " lies in a drawer: " + name);
        return Stream.concat(classes, packages).toList();
    }

    private Rules() {}
}
