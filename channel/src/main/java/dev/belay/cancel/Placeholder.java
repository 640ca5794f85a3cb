package dev.belay.cancel;

/** Lets the module export this package before its first type; delete it with that. */
final class Placeholder {
    private Placeholder() {}
}
