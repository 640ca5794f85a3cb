/** Test kit: memory transport, controlled clock, injected faults. */
module dev.belay.testing {
    requires transitive dev.belay.service;
    requires dev.belay.cli;
    requires dev.belay.compiler;
    requires static transitive org.jspecify;

    exports dev.belay.testing;
}
