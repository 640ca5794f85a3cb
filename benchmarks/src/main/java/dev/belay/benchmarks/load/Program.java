package dev.belay.benchmarks.load;

import org.HdrHistogram.Histogram;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * The program of a stack, as server or as client. Each prints lines that begin with a word in
 * capitals.
 */
public final class Program {
    private final Stack stack;

    private Program(Stack stack) {
        this.stack = stack;
    }

    /**
     * Runs it:
     *
     * <ul>
     *   <li>{@code serve}: prints READY and the address; answers each line of its input with USAGE:
     *       processor time, memory, calls of Block that began, that were told, and when the last
     *       one was; ends with its input
     *   <li>{@code first ADDRESS}: prints REPLY once the first call has its reply
     *   <li>{@code load ADDRESS add|order CALLERS WARM-UP-MILLIS MILLIS}: prints CALLS: how many,
     *       in how many nanoseconds, median and 99th percentile of their nanoseconds, processor
     *       time, memory
     *   <li>{@code cancel ADDRESS one|all CALLS}: see {@link Cancel}
     * </ul>
     */
    public static void run(Stack stack, String[] args) throws Exception {
        Program program = new Program(stack);
        switch (args[0]) {
            case "serve" -> program.serve();
            case "first" -> program.first(args[1]);
            case "load" ->
                    program.load(
                            args[1],
                            args[2],
                            Integer.parseInt(args[3]),
                            Long.parseLong(args[4]),
                            Long.parseLong(args[5]));
            case "cancel" -> {
                Cancel cancel = new Cancel(stack, args[1], Integer.parseInt(args[3]));
                if (args[2].equals("one")) {
                    cancel.oneByOne();
                } else {
                    cancel.allAtOnce();
                }
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
        System.exit(0);
    }

    private void serve() throws Exception {
        Blocked blocked = new Blocked();
        try (Stack.Server server = stack.serve(blocked)) {
            System.out.println("READY " + server.address());
            BufferedReader input = input();
            while (input.readLine() != null) {
                System.out.println("USAGE " + Usage.now() + " " + blocked);
            }
        }
    }

    static BufferedReader input() {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }

    private void first(String address) throws Exception {
        try (Trader trader = stack.connect(address)) {
            add(trader);
            System.out.println("REPLY");
        }
    }

    private static void add(Trader trader) throws Exception {
        int sum = trader.add(30, 12);
        if (sum != 42) {
            throw new IOException("30 + 12 is said to be " + sum);
        }
    }

    private static void order(Trader trader, int lines) throws Exception {
        int got = trader.echoOrder();
        if (got != lines) {
            throw new IOException("an order of " + lines + " lines came back with " + got);
        }
    }

    private void load(String address, String operation, int callers, long warmUp, long millis)
            throws Exception {
        try (Trader trader = stack.connect(address)) {
            Callable<?> call =
                    () -> {
                        if (operation.equals("add")) {
                            add(trader);
                        } else {
                            order(trader, Orders.LINES);
                        }
                        return operation;
                    };
            ClosedLoop loop = new ClosedLoop(call, callers);
            loop.run(warmUp);
            System.out.println("WARM");
            // The parent takes the server's usage meanwhile.
            input().readLine();
            Usage before = Usage.now();
            long begin = System.nanoTime();
            Histogram calls = loop.run(millis);
            long nanos = System.nanoTime() - begin;
            Usage after = Usage.now();
            System.out.printf(
                    "CALLS %d %d %d %d %d %d%n",
                    calls.getTotalCount(),
                    nanos,
                    calls.getValueAtPercentile(50),
                    calls.getValueAtPercentile(99),
                    after.cpuNanos() - before.cpuNanos(),
                    after.residentKilobytes());
        }
    }

    /** Milliseconds for people. */
    static double millis(long nanos) {
        return nanos / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
}
