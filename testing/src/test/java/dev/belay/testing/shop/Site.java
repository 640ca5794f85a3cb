package dev.belay.testing.shop;

import dev.belay.cancel.Environment;
import dev.belay.channel.ChannelOptions;
import dev.belay.service.ProxyOptions;
import dev.belay.service.ServiceContract;
import dev.belay.service.ServiceProxy;
import dev.belay.testing.shop.contract.Shop;
import dev.belay.testing.shop.session.SessionShop;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A shop at an address.
 *
 * @param environment clock, threads and name resolution of its clients
 * @param server the server's process, 0 if that is not known
 * @param say tells people what they have to do now
 */
record Site(
        ShopBinding binding,
        String address,
        Environment environment,
        long server,
        Consumer<String> say) {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final int MANY = 1000;

    /** An open proxy of the shop. */
    ServiceProxy<Shop> open() {
        return open(Shop.CONTRACT);
    }

    /** An open proxy of the shop that keeps sessions. */
    ServiceProxy<SessionShop> openSession() {
        return open(SessionShop.CONTRACT);
    }

    /** An open proxy of another contract at the same address. */
    <C> ServiceProxy<C> open(ServiceContract<C> contract) {
        return proxy(contract, address, UnaryOperator.identity()).open();
    }

    /** A proxy of the shop at another path, not open. */
    ServiceProxy<Shop> at(String path) {
        String there = URI.create(address).resolve(path).toString();
        return proxy(Shop.CONTRACT, there, UnaryOperator.identity());
    }

    /** An open proxy of the shop with another limit for messages. */
    ServiceProxy<Shop> openWithMaxMessage(int octets) {
        return proxy(Shop.CONTRACT, address, options -> options.channel(channels(octets))).open();
    }

    private <C> ServiceProxy<C> proxy(
            ServiceContract<C> contract, String there, UnaryOperator<ProxyOptions.Builder> change) {
        ProxyOptions.Builder options =
                ProxyOptions.builder()
                        .binding(binding.binding())
                        .environment(environment)
                        .channel(channels(ShopServer.MAX_MESSAGE))
                        .openTimeout(LIMIT)
                        .callTimeout(LIMIT)
                        .closeTimeout(LIMIT)
                        .maxPendingCalls(MANY);
        return contract.proxy(there, change.apply(options).build());
    }

    private static ChannelOptions channels(int maxMessage) {
        return ChannelOptions.builder()
                .maxBufferedMessageSize(maxMessage)
                .maxReadAheadOctets(maxMessage)
                .build();
    }
}
