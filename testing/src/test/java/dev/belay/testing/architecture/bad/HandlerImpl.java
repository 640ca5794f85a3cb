package dev.belay.testing.architecture.bad;

/** Has a name that says nothing. */
public final class HandlerImpl {}
