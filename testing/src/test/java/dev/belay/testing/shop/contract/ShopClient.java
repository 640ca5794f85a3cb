package dev.belay.testing.shop.contract;

import dev.belay.channel.Binding;
import dev.belay.service.Invoker;
import dev.belay.service.Operation;
import dev.belay.service.ServiceContract;
import dev.belay.soap.MessageType;
import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.XmlType;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Calls {@link Shop} over an invoker.
 *
 * <p>Any number of threads may use it at once.
 */
final class ShopClient implements Shop {
    private static final String NAMESPACE = "http://example.org/shop";

    private static final Operation<Shop, AddRequest, AddResponse> ADD =
            Operation.request(
                            "Add",
                            "http://example.org/shop/IShop/Add",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "Add"),
                                    XmlType.lazy(() -> AddRequest.TYPE)),
                            "http://example.org/shop/IShop/AddResponse",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "AddResponse"),
                                    XmlType.lazy(() -> AddResponse.TYPE)),
                            (Shop service, AddRequest in) ->
                                    new AddResponse(service.add(in.a(), in.b())))
                    .build();

    private static final Operation<Shop, EchoRequest, EchoResponse> ECHO =
            Operation.request(
                            "Echo",
                            "http://example.org/shop/IShop/Echo",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "Echo"),
                                    XmlType.lazy(() -> EchoRequest.TYPE)),
                            "http://example.org/shop/IShop/EchoResponse",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "EchoResponse"),
                                    XmlType.lazy(() -> EchoResponse.TYPE)),
                            (Shop service, EchoRequest in) ->
                                    new EchoResponse(service.echo(in.text())))
                    .build();

    private static final Operation<Shop, EchoBytesRequest, EchoBytesResponse> ECHO_BYTES =
            Operation.request(
                            "EchoBytes",
                            "http://example.org/shop/IShop/EchoBytes",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "EchoBytes"),
                                    XmlType.lazy(() -> EchoBytesRequest.TYPE)),
                            "http://example.org/shop/IShop/EchoBytesResponse",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "EchoBytesResponse"),
                                    XmlType.lazy(() -> EchoBytesResponse.TYPE)),
                            (Shop service, EchoBytesRequest in) ->
                                    new EchoBytesResponse(service.echoBytes(in.data())))
                    .build();

    private static final Operation<Shop, EchoOrderRequest, EchoOrderResponse> ECHO_ORDER =
            Operation.request(
                            "EchoOrder",
                            "http://example.org/shop/IShop/EchoOrder",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "EchoOrder"),
                                    XmlType.lazy(() -> EchoOrderRequest.TYPE)),
                            "http://example.org/shop/IShop/EchoOrderResponse",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "EchoOrderResponse"),
                                    XmlType.lazy(() -> EchoOrderResponse.TYPE)),
                            (Shop service, EchoOrderRequest in) ->
                                    new EchoOrderResponse(service.echoOrder(in.order())))
                    .build();

    private static final Operation<Shop, EchoEverythingRequest, EchoEverythingResponse>
            ECHO_EVERYTHING =
                    Operation.request(
                                    "EchoEverything",
                                    "http://example.org/shop/IShop/EchoEverything",
                                    MessageType.element(
                                            XmlName.of(NAMESPACE, "EchoEverything"),
                                            XmlType.lazy(() -> EchoEverythingRequest.TYPE)),
                                    "http://example.org/shop/IShop/EchoEverythingResponse",
                                    MessageType.element(
                                            XmlName.of(NAMESPACE, "EchoEverythingResponse"),
                                            XmlType.lazy(() -> EchoEverythingResponse.TYPE)),
                                    (Shop service, EchoEverythingRequest in) ->
                                            new EchoEverythingResponse(
                                                    service.echoEverything(in.value())))
                            .build();

    private static final Operation<Shop, EchoShapesRequest, EchoShapesResponse> ECHO_SHAPES =
            Operation.request(
                            "EchoShapes",
                            "http://example.org/shop/IShop/EchoShapes",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "EchoShapes"),
                                    XmlType.lazy(() -> EchoShapesRequest.TYPE)),
                            "http://example.org/shop/IShop/EchoShapesResponse",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "EchoShapesResponse"),
                                    XmlType.lazy(() -> EchoShapesResponse.TYPE)),
                            (Shop service, EchoShapesRequest in) ->
                                    new EchoShapesResponse(service.echoShapes(in.shapes())))
                    .build();

    private static final Operation<Shop, EchoXmlRequest, EchoXmlResponse> ECHO_XML =
            Operation.request(
                            "EchoXml",
                            "http://example.org/shop/IShop/EchoXml",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "EchoXml"),
                                    XmlType.lazy(() -> EchoXmlRequest.TYPE)),
                            "http://example.org/shop/IShop/EchoXmlResponse",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "EchoXmlResponse"),
                                    XmlType.lazy(() -> EchoXmlResponse.TYPE)),
                            (Shop service, EchoXmlRequest in) ->
                                    new EchoXmlResponse(service.echoXml(in.xml())))
                    .build();

    private static final Operation<Shop, TagRequest, TagReply> TAG =
            Operation.request(
                            "Tag",
                            "http://example.org/shop/IShop/Tag",
                            TagRequest.MESSAGE,
                            "http://example.org/shop/IShop/TagResponse",
                            TagReply.MESSAGE,
                            (Shop service, TagRequest in) -> service.tag(in))
                    .build();

    private static final Operation<Shop, FailRequest, FailResponse> FAIL =
            Operation.request(
                            "Fail",
                            "http://example.org/shop/IShop/Fail",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "Fail"),
                                    XmlType.lazy(() -> FailRequest.TYPE)),
                            "http://example.org/shop/IShop/FailResponse",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "FailResponse"),
                                    XmlType.lazy(() -> FailResponse.TYPE)),
                            (Shop service, FailRequest in) -> {
                                service.fail(in.code());
                                return new FailResponse();
                            })
                    .fault(
                            ShopFaultException.type(
                                    "http://example.org/shop/IShop/FailShopFaultFault"))
                    .fault(
                            OtherFaultException.type(
                                    "http://example.org/shop/IShop/FailOtherFaultFault"))
                    .build();

    private static final Operation<Shop, BlockRequest, BlockResponse> BLOCK =
            Operation.request(
                            "Block",
                            "http://example.org/shop/IShop/Block",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "Block"),
                                    XmlType.lazy(() -> BlockRequest.TYPE)),
                            "http://example.org/shop/IShop/BlockResponse",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "BlockResponse"),
                                    XmlType.lazy(() -> BlockResponse.TYPE)),
                            (Shop service, BlockRequest in) ->
                                    new BlockResponse(service.block(in.ms())))
                    .build();

    private static final Operation<Shop, NotifyRequest, Void> NOTIFY =
            Operation.oneWay(
                            "Notify",
                            "http://example.org/shop/IShop/Notify",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "Notify"),
                                    XmlType.lazy(() -> NotifyRequest.TYPE)),
                            (Shop service, NotifyRequest in) -> service.notify(in.text()))
                    .build();

    private static final Operation<Shop, NotifiedRequest, NotifiedResponse> NOTIFIED =
            Operation.request(
                            "Notified",
                            "http://example.org/shop/IShop/Notified",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "Notified"),
                                    XmlType.lazy(() -> NotifiedRequest.TYPE)),
                            "http://example.org/shop/IShop/NotifiedResponse",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "NotifiedResponse"),
                                    XmlType.lazy(() -> NotifiedResponse.TYPE)),
                            (Shop service, NotifiedRequest in) ->
                                    new NotifiedResponse(service.notified(in.text())))
                    .build();

    private static final Operation<Shop, BlocksRequest, BlocksResponse> BLOCKS =
            Operation.request(
                            "Blocks",
                            "http://example.org/shop/IShop/Blocks",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "Blocks"),
                                    XmlType.lazy(() -> BlocksRequest.TYPE)),
                            "http://example.org/shop/IShop/BlocksResponse",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "BlocksResponse"),
                                    XmlType.lazy(() -> BlocksResponse.TYPE)),
                            (Shop service, BlocksRequest in) ->
                                    new BlocksResponse(service.blocks()))
                    .build();

    private static final Operation<Shop, WhoAmIRequest, WhoAmIResponse> WHO_AM_I =
            Operation.request(
                            "WhoAmI",
                            "http://example.org/shop/IShop/WhoAmI",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "WhoAmI"),
                                    XmlType.lazy(() -> WhoAmIRequest.TYPE)),
                            "http://example.org/shop/IShop/WhoAmIResponse",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "WhoAmIResponse"),
                                    XmlType.lazy(() -> WhoAmIResponse.TYPE)),
                            (Shop service, WhoAmIRequest in) ->
                                    new WhoAmIResponse(service.whoAmI()))
                    .build();

    static final ServiceContract<Shop> CONTRACT =
            ServiceContract.<Shop>named("IShop", NAMESPACE)
                    .operation(ADD)
                    .operation(ECHO)
                    .operation(ECHO_BYTES)
                    .operation(ECHO_ORDER)
                    .operation(ECHO_EVERYTHING)
                    .operation(ECHO_SHAPES)
                    .operation(ECHO_XML)
                    .operation(TAG)
                    .operation(FAIL)
                    .operation(BLOCK)
                    .operation(NOTIFY)
                    .operation(NOTIFIED)
                    .operation(BLOCKS)
                    .operation(WHO_AM_I)
                    .binding("net.tcp", () -> Binding.netTcp())
                    .build(ShopClient::new);

    private final Invoker invoker;

    private ShopClient(Invoker invoker) {
        this.invoker = invoker;
    }

    @Override
    public int add(int a, int b) {
        return invoker.call(ADD, new AddRequest(a, b)).addResult();
    }

    @Override
    public @Nullable String echo(@Nullable String text) {
        return invoker.call(ECHO, new EchoRequest(text)).echoResult();
    }

    @Override
    public byte @Nullable [] echoBytes(byte @Nullable [] data) {
        return invoker.call(ECHO_BYTES, new EchoBytesRequest(data)).echoBytesResult();
    }

    @Override
    public @Nullable Order echoOrder(@Nullable Order order) {
        return invoker.call(ECHO_ORDER, new EchoOrderRequest(order)).echoOrderResult();
    }

    @Override
    public @Nullable Everything echoEverything(@Nullable Everything value) {
        return invoker.call(ECHO_EVERYTHING, new EchoEverythingRequest(value))
                .echoEverythingResult();
    }

    @Override
    public @Nullable List<@Nullable Shape> echoShapes(@Nullable List<@Nullable Shape> shapes) {
        return invoker.call(ECHO_SHAPES, new EchoShapesRequest(shapes)).echoShapesResult();
    }

    @Override
    public @Nullable XmlBuffer echoXml(@Nullable XmlBuffer xml) {
        return invoker.call(ECHO_XML, new EchoXmlRequest(xml)).echoXmlResult();
    }

    @Override
    public TagReply tag(TagRequest request) {
        return invoker.call(TAG, request);
    }

    @Override
    public void fail(int code) {
        invoker.call(FAIL, new FailRequest(code));
    }

    @Override
    public int block(int ms) {
        return invoker.call(BLOCK, new BlockRequest(ms)).blockResult();
    }

    @Override
    public void notify(@Nullable String text) {
        invoker.send(NOTIFY, new NotifyRequest(text));
    }

    @Override
    public int notified(@Nullable String text) {
        return invoker.call(NOTIFIED, new NotifiedRequest(text)).notifiedResult();
    }

    @Override
    public int @Nullable [] blocks() {
        return invoker.call(BLOCKS, new BlocksRequest()).blocksResult();
    }

    @Override
    public @Nullable String whoAmI() {
        return invoker.call(WHO_AM_I, new WhoAmIRequest()).whoAmIResult();
    }
}
