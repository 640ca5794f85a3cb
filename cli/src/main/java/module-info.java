/** The belay command. */
module dev.belay.cli {
    requires dev.belay.compiler;
    requires dev.belay.service;
    requires static transitive org.jspecify;

    exports dev.belay.cli;
}
