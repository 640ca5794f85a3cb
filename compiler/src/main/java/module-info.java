/** From the checked model to Java source. */
module dev.belay.compiler {
    requires transitive dev.belay.metadata;
    requires java.compiler;
    requires static transitive org.jspecify;

    exports dev.belay.compiler;
}
