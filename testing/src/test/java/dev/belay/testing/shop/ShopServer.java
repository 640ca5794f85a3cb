package dev.belay.testing.shop;

import dev.belay.cancel.Environment;
import dev.belay.channel.ChannelOptions;
import dev.belay.channel.ListenerOptions;
import dev.belay.service.ServiceEndpoint;
import dev.belay.service.ServiceHost;
import dev.belay.testing.shop.contract.Shop;
import dev.belay.testing.shop.session.SessionShop;

/** A host with the shop at one address. Free for use by any number of threads. */
public final class ShopServer implements AutoCloseable {
    /** More than the 1.5 MB that peers may send. */
    static final int MAX_MESSAGE = 4 << 20;

    private static final int MANY = 1000;

    private final ShopService service = new ShopService();
    private final ServiceHost host;

    private ShopServer(ShopBinding binding, String address, Environment environment) {
        ServiceEndpoint endpoint =
                binding.isSessionShop()
                        ? sessionShop(binding, address)
                        : shop(service, binding, address);
        host = ServiceHost.builder().environment(environment).endpoint(endpoint).build();
    }

    /** Opens the shop. */
    public static ShopServer open(ShopBinding binding, String address, Environment environment) {
        ShopServer server = new ShopServer(binding, address, environment);
        server.host.open();
        return server;
    }

    private static ServiceEndpoint shop(Shop service, ShopBinding binding, String address) {
        return ServiceEndpoint.builder(Shop.CONTRACT, service, address)
                .binding(binding.binding())
                .listener(LISTENER)
                .maxChannels(MANY)
                .maxConcurrency(MANY)
                .build();
    }

    private static ServiceEndpoint sessionShop(ShopBinding binding, String address) {
        return ServiceEndpoint.perSession(SessionShop.CONTRACT, SessionShopService::new, address)
                .binding(binding.binding())
                .listener(LISTENER)
                .maxChannels(MANY)
                .build();
    }

    private static final ListenerOptions LISTENER =
            ListenerOptions.builder()
                    .channels(
                            ChannelOptions.builder()
                                    .maxBufferedMessageSize(MAX_MESSAGE)
                                    .maxReadAheadOctets(MAX_MESSAGE)
                                    .build())
                    .build();

    /** Where the shop really is. */
    public String address() {
        return host.addresses().getFirst();
    }

    /** How its blocking calls fare. */
    public Blocks blocks() {
        return service.blocking();
    }

    /** Ends the host in order. */
    @Override
    public void close() {
        host.close();
    }
}
