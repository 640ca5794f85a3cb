package dev.belay.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Time-outs know which of them were given. */
final class TimeoutsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration USUAL = Duration.ofSeconds(30);

    @Test
    void whatWasNotGivenIsThatOfTheDefaults() {
        Timeouts limits = Timeouts.DEFAULT.withSend(SECOND).withDefaults(Timeouts.NONE);
        assertEquals(SECOND, limits.send());
        assertNull(limits.resolve());
        assertNull(limits.connect());
        assertNull(limits.receiveResponse());
        assertNull(limits.receive());
        assertNull(limits.close());
    }

    @Test
    void whatWasGivenCountsEvenIfItIsTheUsualLimit() {
        Timeouts limits =
                Timeouts.DEFAULT
                        .withResolve(USUAL)
                        .withConnect(USUAL)
                        .withSend(USUAL)
                        .withReceiveResponse(USUAL)
                        .withReceive(USUAL)
                        .withClose(USUAL)
                        .withDefaults(Timeouts.NONE);
        assertEquals(USUAL, limits.resolve());
        assertEquals(USUAL, limits.connect());
        assertEquals(USUAL, limits.send());
        assertEquals(USUAL, limits.receiveResponse());
        assertEquals(USUAL, limits.receive());
        assertEquals(USUAL, limits.close());
    }

    @Test
    void noLimitCanBeGivenToo() {
        assertEquals(Timeouts.NONE, Timeouts.NONE.withDefaults(Timeouts.DEFAULT));
        assertNull(Timeouts.DEFAULT.withReceive(null).withDefaults(Timeouts.DEFAULT).receive());
    }

    @Test
    void defaultsDoNotCountAsGiven() {
        Timeouts inner = Timeouts.DEFAULT.withDefaults(Timeouts.NONE.withClose(SECOND));
        assertEquals(SECOND, inner.close());
        assertEquals(USUAL, inner.withDefaults(Timeouts.DEFAULT).close());
    }

    @Test
    void theSameLimitGivenOrNotIsNotTheSameValue() {
        assertNotEquals(Timeouts.DEFAULT, Timeouts.DEFAULT.withSend(USUAL));
        assertEquals(Timeouts.DEFAULT.withSend(SECOND), Timeouts.DEFAULT.withSend(SECOND));
        assertEquals(
                Timeouts.DEFAULT.withSend(SECOND).hashCode(),
                Timeouts.DEFAULT.withSend(SECOND).hashCode());
    }

    @Test
    void noLimitIsNegative() {
        Duration less = Duration.ofMillis(-1);
        assertThrows(IllegalArgumentException.class, () -> Timeouts.DEFAULT.withResolve(less));
        assertThrows(IllegalArgumentException.class, () -> Timeouts.DEFAULT.withClose(less));
    }
}
