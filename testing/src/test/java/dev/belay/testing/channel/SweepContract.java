package dev.belay.testing.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.channel.Channel;
import dev.belay.channel.ChannelOptions;
import dev.belay.channel.ChannelState;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.Message;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Every step of the transport fails once; every call is made in every state. Nothing hangs, nothing
 * unexpected comes, nothing is left.
 */
abstract class SweepContract extends CellBed {
    private static final boolean LONG = "long".equals(System.getProperty("belay.races"));
    private static final int SEQUENCES = LONG ? 10_000 : 100;
    private static final int CALLERS = 4;
    private static final int CALLS = 12;
    private static final int MOST_STEPS = 500;

    private static final Set<ErrorCode> DOCUMENTED =
            Set.of(
                    ErrorCode.OPERATION_ABORTED,
                    ErrorCode.OPERATION_ABANDONED,
                    ErrorCode.OBJECT_FAULTED,
                    ErrorCode.ENDPOINT_DISCONNECTED,
                    ErrorCode.ENDPOINT_NOT_FOUND,
                    ErrorCode.ENDPOINT_UNREACHABLE,
                    ErrorCode.ENDPOINT_TOO_BUSY,
                    ErrorCode.OTHER);

    SweepContract(Caller.Kind kind) {
        super(kind);
    }

    private void serve() {
        listener();
        startRun(
                () -> {
                    while (true) {
                        Channel channel = listener().accept();
                        startRun(() -> echoAll(channel));
                    }
                });
    }

    private void echoAll(Channel channel) {
        try {
            Message request = channel.receive();
            while (request != null) {
                channel.reply(Texts.reply(request, Texts.of(request)), request);
                request = channel.receive();
            }
        } catch (BelayException e) {
            channel.abort();
        } finally {
            channel.close();
        }
    }

    /** One conversation from open to close; false if it failed in a documented way. */
    private boolean converse() {
        Channel client = newClient();
        client.timeouts(client.timeouts().withClose(Duration.ofSeconds(1)));
        Caller<String> talk =
                start(
                        () -> {
                            client.open(address());
                            return Texts.of(client.request(message("hello")));
                        });
        boolean answered = false;
        try {
            answered = "hello".equals(talk.value());
        } catch (AssertionError e) {
            assertDocumented(talk.thrown());
        }
        Caller<Boolean> closing = startRun(client::close);
        passUntilDone(closing, Duration.ofSeconds(1));
        assertTrue(closing.value());
        assertEquals(ChannelState.CLOSED, client.state());
        return answered;
    }

    private static void assertDocumented(Throwable thrown) {
        if (thrown instanceof IllegalStateException misuse
                && misuse.getMessage().contains("not allowed")) {
            return;
        }
        if (thrown instanceof BelayException failure && DOCUMENTED.contains(failure.code())) {
            return;
        }
        throw new AssertionError("not documented", thrown);
    }

    @Test
    void everyStepFailsOnce() {
        serve();
        assertTrue(converse());
        int failing = 0;
        while (failing < MOST_STEPS) {
            int before = faults().steps();
            faults().failIn(failing);
            converse();
            if (faults().steps() - before <= failing) {
                break;
            }
            failing++;
        }
        faults().failIn(-1);
        assertTrue(failing > 3 && failing < MOST_STEPS, "failed " + failing + " steps");
        assertTrue(converse(), "works after all that");
    }

    @Test
    void anySequenceOfCallsEndsAsDocumented() {
        serve();
        long seed = Long.getLong("belay.seed", 20_260_101L);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < SEQUENCES; i++) {
            try {
                sequence(random);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ", sequence " + i, e);
            }
        }
    }

    private void sequence(RandomGenerator random) {
        Channel channel = Channel.create(binding(), ChannelOptions.DEFAULT, environment);
        channel.timeouts(channel.timeouts().withClose(Duration.ofSeconds(1)));
        Caller<?>[] callers = new Caller<?>[CALLERS];
        for (int i = 0; i < CALLERS; i++) {
            int[] calls = random.ints(CALLS, 0, 10).toArray();
            callers[i] =
                    startRun(
                            () -> {
                                for (int call : calls) {
                                    call(channel, call);
                                }
                            });
        }
        for (Caller<?> caller : callers) {
            passUntilDone(caller, Duration.ofMillis(10));
            assertEquals(true, caller.value());
        }
        channel.abort();
        channel.close();
        assertEquals(ChannelState.CLOSED, channel.state());
    }

    private void call(Channel channel, int which) {
        try {
            switch (which) {
                case 0, 1 -> channel.open(address());
                case 2 -> channel.close();
                case 3 -> channel.abort();
                case 4 -> channel.reset();
                case 5 -> channel.receive();
                case 6 -> {
                    Thread.currentThread().interrupt();
                    channel.request(message("interrupted"));
                }
                default -> assertEquals("text", Texts.of(channel.request(message("text"))));
            }
        } catch (IllegalStateException | BelayException e) {
            boolean timedOut =
                    e instanceof BelayException failure
                            && failure.code() == ErrorCode.OPERATION_TIMED_OUT;
            if (!timedOut) {
                assertDocumented(e);
            }
        } finally {
            Thread.interrupted();
        }
    }
}
