package dev.belay.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What a failure tells. */
class BelayExceptionTest {
    @Test
    void linesGatherOnTheWayOut() {
        var cause = new IllegalStateException("inside");
        var failure = new BelayException(ErrorCode.QUOTA_EXCEEDED, "too much", cause);
        assertEquals(List.of(), failure.trail());
        assertEquals("too much", failure.getMessage());
        assertSame(failure, failure.with("in the body").with("calling Add"));
        assertEquals(List.of("in the body", "calling Add"), failure.trail());
        assertEquals("too much; in the body; calling Add", failure.getMessage());
        assertEquals(ErrorCode.QUOTA_EXCEEDED, failure.code());
        assertSame(cause, failure.getCause());
        assertThrows(UnsupportedOperationException.class, () -> failure.trail().add("more"));
    }

    @Test
    void codesHaveTheValuesOfWwsapi() {
        assertEquals(0x803D0000, ErrorCode.INVALID_FORMAT.value());
        assertEquals(0x803D0008, ErrorCode.QUOTA_EXCEEDED.value());
        assertFalse(ErrorCode.QUOTA_EXCEEDED.isSuccess());
        assertEquals(0x003D0001, ErrorCode.END.value());
        assertEquals(true, ErrorCode.END.isSuccess());
    }
}
