/** XML reader, writer, buffer, names and typed values over text and binary. */
module dev.belay.xml {
    requires static transitive org.jspecify;

    exports dev.belay.xml;
    exports dev.belay.xml.type;
    exports dev.belay.error;
}
