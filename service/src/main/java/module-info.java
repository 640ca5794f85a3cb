/** Service proxies, service hosts, calls and operation contexts. */
module dev.belay.service {
    requires transitive dev.belay.channel;
    requires static transitive org.jspecify;

    exports dev.belay.service;
}
