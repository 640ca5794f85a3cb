package org.example.trade;

import dev.belay.channel.Binding;
import dev.belay.service.Invoker;
import dev.belay.service.Operation;
import dev.belay.service.ServiceContract;
import dev.belay.soap.AddressingVersion;
import dev.belay.soap.EnvelopeVersion;
import dev.belay.soap.MessageType;
import dev.belay.soap.MessageVersion;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.XmlType;

/**
 * Calls {@link Trade} over an invoker.
 *
 * <p>Any number of threads may use it at once.
 */
final class TradeClient implements Trade {
    private static final String NAMESPACE = "http://example.org/trade";

    private static final Operation<Trade, AddRequest, AddResponse> ADD =
            Operation.request(
                            "Add",
                            "http://example.org/trade/Trade/Add",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "Add"),
                                    XmlType.lazy(() -> AddRequest.TYPE)),
                            "http://example.org/trade/Trade/AddResponse",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "AddResponse"),
                                    XmlType.lazy(() -> AddResponse.TYPE)),
                            (Trade service, AddRequest in) ->
                                    new AddResponse(service.add(in.a(), in.b())))
                    .build();

    private static final Operation<Trade, EchoOrderRequest, EchoOrderResponse> ECHO_ORDER =
            Operation.request(
                            "EchoOrder",
                            "http://example.org/trade/Trade/EchoOrder",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "EchoOrder"),
                                    XmlType.lazy(() -> EchoOrderRequest.TYPE)),
                            "http://example.org/trade/Trade/EchoOrderResponse",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "EchoOrderResponse"),
                                    XmlType.lazy(() -> EchoOrderResponse.TYPE)),
                            (Trade service, EchoOrderRequest in) ->
                                    new EchoOrderResponse(service.echoOrder(in.order())))
                    .build();

    private static final Operation<Trade, BlockRequest, BlockResponse> BLOCK =
            Operation.request(
                            "Block",
                            "http://example.org/trade/Trade/Block",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "Block"),
                                    XmlType.lazy(() -> BlockRequest.TYPE)),
                            "http://example.org/trade/Trade/BlockResponse",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "BlockResponse"),
                                    XmlType.lazy(() -> BlockResponse.TYPE)),
                            (Trade service, BlockRequest in) -> {
                                service.block();
                                return new BlockResponse();
                            })
                    .build();

    static final ServiceContract<Trade> CONTRACT =
            ServiceContract.<Trade>named("Trade", NAMESPACE)
                    .operation(ADD)
                    .operation(ECHO_ORDER)
                    .operation(BLOCK)
                    .binding("net.tcp", () -> Binding.netTcp())
                    .binding(
                            "http",
                            () ->
                                    Binding.http()
                                            .withVersion(
                                                    new MessageVersion(
                                                            EnvelopeVersion.SOAP_1_1,
                                                            AddressingVersion.TRANSPORT)))
                    .build(TradeClient::new);

    private final Invoker invoker;

    private TradeClient(Invoker invoker) {
        this.invoker = invoker;
    }

    @Override
    public int add(int a, int b) {
        return invoker.call(ADD, new AddRequest(a, b)).sum();
    }

    @Override
    public Order echoOrder(Order order) {
        return invoker.call(ECHO_ORDER, new EchoOrderRequest(order)).echo();
    }

    @Override
    public void block() {
        invoker.call(BLOCK, new BlockRequest());
    }
}
