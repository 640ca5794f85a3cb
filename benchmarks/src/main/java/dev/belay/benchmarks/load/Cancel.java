package dev.belay.benchmarks.load;

import org.HdrHistogram.Histogram;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/**
 * How long it takes to call off calls: until their callers are free, and until the server has told
 * the operations.
 *
 * <p>It asks for the server's counts by printing COUNTS; whoever started it answers with how many
 * calls began, how many were told, and when the last one was.
 */
final class Cancel {
    private final Stack stack;
    private final String address;
    private final int calls;
    private final BufferedReader input = Program.input();

    Cancel(Stack stack, String address, int calls) {
        this.stack = stack;
        this.address = address;
        this.calls = calls;
    }

    /**
     * Calls off one call, many times, each a client's only one; prints CANCELLED with the medians
     * in microseconds.
     */
    void oneByOne() throws Exception {
        Histogram free = new Histogram(3);
        Histogram told = new Histogram(3);
        for (int i = 0; i < calls; i++) {
            try (Trader trader = stack.connect(address)) {
                long[] before = counts();
                CountDownLatch ended = new CountDownLatch(1);
                Runnable cancel = trader.block(ended::countDown);
                await(0, before[0] + 1);
                long begin = Blocked.nowMicros();
                if (stack.tellsOfOneCall()) {
                    cancel.run();
                } else {
                    trader.abort();
                }
                ended.await();
                free.recordValue(Blocked.nowMicros() - begin);
                told.recordValue(Math.max(0, await(1, before[1] + 1)[2] - begin));
            }
        }
        System.out.printf(
                "CANCELLED %d %d%n", free.getValueAtPercentile(50), told.getValueAtPercentile(50));
    }

    /** Calls off many calls of one client at once; prints CANCELLED with microseconds. */
    void allAtOnce() throws Exception {
        try (Trader trader = stack.connect(address)) {
            long[] before = counts();
            CountDownLatch ended = new CountDownLatch(calls);
            for (int i = 0; i < calls; i++) {
                trader.block(ended::countDown);
            }
            await(0, before[0] + calls);
            long begin = Blocked.nowMicros();
            trader.abort();
            ended.await();
            long free = Blocked.nowMicros() - begin;
            long told = await(1, before[1] + calls)[2] - begin;
            System.out.printf("CANCELLED %d %d%n", free, told);
        }
    }

    /** Asks until a count is as wanted. */
    private long[] await(int count, long wanted) throws IOException {
        long[] counts;
        do {
            counts = counts();
        } while (counts[count] < wanted);
        return counts;
    }

    private long[] counts() throws IOException {
        System.out.println("COUNTS");
        String answer = input.readLine();
        if (answer == null) {
            throw new IOException("nobody says how the server's calls fare");
        }
        String[] words = answer.split(" ", -1);
        return new long[] {
            Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2])
        };
    }
}
