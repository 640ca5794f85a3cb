package dev.belay.testing.shop.session;

import dev.belay.channel.Binding;
import dev.belay.service.Invoker;
import dev.belay.service.Operation;
import dev.belay.service.ServiceContract;
import dev.belay.soap.MessageType;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.XmlType;

/**
 * Calls {@link SessionShop} over an invoker.
 *
 * <p>Any number of threads may use it at once.
 */
final class SessionShopClient implements SessionShop {
    private static final String NAMESPACE = "http://example.org/shop";

    private static final Operation<SessionShop, BeginRequest, BeginResponse> BEGIN =
            Operation.request(
                            "Begin",
                            "http://example.org/shop/ISessionShop/Begin",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "Begin"),
                                    XmlType.lazy(() -> BeginRequest.TYPE)),
                            "http://example.org/shop/ISessionShop/BeginResponse",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "BeginResponse"),
                                    XmlType.lazy(() -> BeginResponse.TYPE)),
                            (SessionShop service, BeginRequest in) -> {
                                service.begin(in.start());
                                return new BeginResponse();
                            })
                    .build();

    private static final Operation<SessionShop, AddMoreRequest, AddMoreResponse> ADD_MORE =
            Operation.request(
                            "AddMore",
                            "http://example.org/shop/ISessionShop/AddMore",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "AddMore"),
                                    XmlType.lazy(() -> AddMoreRequest.TYPE)),
                            "http://example.org/shop/ISessionShop/AddMoreResponse",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "AddMoreResponse"),
                                    XmlType.lazy(() -> AddMoreResponse.TYPE)),
                            (SessionShop service, AddMoreRequest in) ->
                                    new AddMoreResponse(service.addMore(in.n())))
                    .initiating(false)
                    .build();

    private static final Operation<SessionShop, EndRequest, EndResponse> END =
            Operation.request(
                            "End",
                            "http://example.org/shop/ISessionShop/End",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "End"),
                                    XmlType.lazy(() -> EndRequest.TYPE)),
                            "http://example.org/shop/ISessionShop/EndResponse",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "EndResponse"),
                                    XmlType.lazy(() -> EndResponse.TYPE)),
                            (SessionShop service, EndRequest in) -> new EndResponse(service.end()))
                    .initiating(false)
                    .terminating(true)
                    .build();

    static final ServiceContract<SessionShop> CONTRACT =
            ServiceContract.<SessionShop>named("ISessionShop", NAMESPACE)
                    .needsSession()
                    .operation(BEGIN)
                    .operation(ADD_MORE)
                    .operation(END)
                    .binding("net.tcp", () -> Binding.netTcp())
                    .build(SessionShopClient::new);

    private final Invoker invoker;

    private SessionShopClient(Invoker invoker) {
        this.invoker = invoker;
    }

    @Override
    public void begin(int start) {
        invoker.call(BEGIN, new BeginRequest(start));
    }

    @Override
    public int addMore(int n) {
        return invoker.call(ADD_MORE, new AddMoreRequest(n)).addMoreResult();
    }

    @Override
    public int end() {
        return invoker.call(END, new EndRequest()).endResult();
    }
}
