package dev.belay.testing.shop;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs checks one after the other, each with a limit, and prints a line for each. */
final class Runner {
    private static final long LIMIT_MILLIS = TimeUnit.SECONDS.toMillis(20);

    private final PrintStream out;
    private final long wholeMillis;

    Runner(PrintStream out, long wholeMillis) {
        this.out = out;
        this.wholeMillis = wholeMillis;
    }

    /** Whether there were checks and all were ok. */
    boolean run(Site site, List<Check> checks) throws InterruptedException {
        int passed = 0;
        Stopwatch whole = new Stopwatch();
        for (Check check : checks) {
            Stopwatch clock = new Stopwatch();
            String line;
            try {
                long left = wholeMillis - whole.millis();
                String details = run(site, check, Math.min(left, LIMIT_MILLIS));
                line = "ok " + check.name() + (details.isEmpty() ? "" : " [" + details + "]");
                passed++;
            } catch (ExecutionException e) {
                line = "FAIL " + check.name() + " " + reason(e.getCause());
            } catch (TimeoutException e) {
                line = "FAIL " + check.name() + " expected an end got none in time";
            }
            out.println(Show.line(line) + " " + clock);
        }
        int failed = checks.size() - passed;
        out.println(passed + " passed, " + failed + " failed");
        return passed > 0 && failed == 0;
    }

    private static String run(Site site, Check check, long limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        FutureTask<String> task = new FutureTask<>(() -> check.body().run(site));
        Thread.ofVirtual().name(check.name()).start(task);
        try {
            return task.get(limit, TimeUnit.MILLISECONDS);
        } finally {
            task.cancel(true);
        }
    }

    private static String reason(Throwable cause) {
        return cause instanceof Unexpected
                ? String.valueOf(cause.getMessage())
                : "expected success got " + Show.chain(cause);
    }
}
