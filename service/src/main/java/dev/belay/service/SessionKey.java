package dev.belay.service;

import java.util.Objects;

/**
 * Names one value of a session's state. Two keys are different even if their names are equal; hold
 * one in a static final field.
 *
 * @param <T> the type of the value
 */
@SuppressWarnings("UnusedTypeParameter") // it types the value that the key names
public final class SessionKey<T> {
    private final String name;

    private SessionKey(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    /** A new key. The name is for people. */
    public static <T> SessionKey<T> named(String name) {
        return new SessionKey<>(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
