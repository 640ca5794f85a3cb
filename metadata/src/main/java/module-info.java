/** WSDL, schema and policy as a checked model. */
module dev.belay.metadata {
    requires transitive dev.belay.channel;
    requires static transitive org.jspecify;

    exports dev.belay.metadata;
    exports dev.belay.metadata.document;
    exports dev.belay.metadata.policy;
    exports dev.belay.metadata.schema;
}
