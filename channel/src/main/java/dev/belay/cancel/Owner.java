package dev.belay.cancel;

import org.jspecify.annotations.Nullable;

/**
 * Something whose end ends the waits made on its behalf: a set of pending operations, or one such
 * operation.
 */
public interface Owner {
    /**
     * Makes the pending operation fail when this does; at once if this has failed already. Returns
     * it.
     */
    <T extends @Nullable Object> Pending<T> adopt(Pending<T> pending);
}
