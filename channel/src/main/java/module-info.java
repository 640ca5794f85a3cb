/** The room for waiting and cancelling, messages, channels and listeners. */
module dev.belay.channel {
    requires transitive dev.belay.xml;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires static transitive org.jspecify;

    exports dev.belay.cancel;
    exports dev.belay.soap;
    exports dev.belay.channel;
}
