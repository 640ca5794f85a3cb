/** The room for waiting and cancelling, messages, channels and listeners. */
module dev.belay.channel {
    requires transitive dev.belay.xml;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires jdk.net;
    requires static transitive org.jspecify;

    exports dev.belay.cancel;
    exports dev.belay.soap;
    exports dev.belay.channel;
    exports dev.belay.channel.spi;
    exports dev.belay.channel.transport;
}
