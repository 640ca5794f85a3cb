package dev.belay.testing.shop;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.service.Call;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** What checks want. */
final class Expect {
    private static final int BEFORE = 30;
    private static final int SHOWN = 90;

    private Expect() {}

    /** Two values that say the same. */
    static void equal(@Nullable Object expected, @Nullable Object got, String what)
            throws Unexpected {
        String a = Show.of(expected);
        String b = Show.of(got);
        if (!a.equals(b)) {
            int at = 0;
            while (at < a.length() && at < b.length() && a.charAt(at) == b.charAt(at)) {
                at++;
            }
            throw new Unexpected(what + " " + around(a, at), around(b, at));
        }
    }

    private static String around(String text, int at) {
        int from = Math.max(0, at - BEFORE);
        String cut = text.substring(from, Math.min(text.length(), from + SHOWN));
        return Show.line(from > 0 ? "…" + cut : cut);
    }

    /** Something that holds. */
    static void that(boolean condition, String expected, String got) throws Unexpected {
        if (!condition) {
            throw new Unexpected(expected, got);
        }
    }

    /** A call that fails with one of these codes. */
    static BelayException failure(Callable<?> call, ErrorCode... codes) throws Exception {
        Object result;
        try {
            result = call.call();
        } catch (BelayException e) {
            if (List.of(codes).contains(e.code())) {
                return e;
            }
            throw new Unexpected(List.of(codes).toString(), e.code() + " " + Show.chain(e));
        }
        throw new Unexpected(List.of(codes).toString(), Show.of(result));
    }

    /** As the other, for a call that was started. */
    static BelayException failure(Call<?> call, ErrorCode... codes) throws Exception {
        return failure(() -> outcome(call), codes);
    }

    /** The result of a call that was started, or its exception. */
    static <R> R outcome(Call<R> call) throws Exception {
        try {
            return call.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
