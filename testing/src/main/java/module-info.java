/** Test kit: memory transport, controlled clock, injected faults. */
module dev.belay.testing {
    requires transitive dev.belay.service;
    // Only our own tests, which live in this module, use the compiler and the command.
    requires static dev.belay.cli;
    requires static dev.belay.compiler;
    requires static transitive org.jspecify;

    exports dev.belay.testing;
}
