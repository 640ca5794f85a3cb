package dev.belay.cli.demo.calculator;

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
 * Calls {@link Blocking} over an invoker.
 *
 * <p>Any number of threads may use it at once.
 */
final class BlockingClient implements Blocking {
    private static final String NAMESPACE = "http://example.org/calculator";

    private static final Operation<Blocking, BlockRequest, BlockResponse> BLOCK =
            Operation.request(
                            "Block",
                            "http://example.org/calculator/Blocking/Block",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "Block"),
                                    XmlType.lazy(() -> BlockRequest.TYPE)),
                            "http://example.org/calculator/Blocking/BlockResponse",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "BlockResponse"),
                                    XmlType.lazy(() -> BlockResponse.TYPE)),
                            (Blocking service, BlockRequest in) ->
                                    new BlockResponse(service.block()))
                    .build();

    private static final Operation<Blocking, UnblockRequest, UnblockResponse> UNBLOCK =
            Operation.request(
                            "Unblock",
                            "http://example.org/calculator/Blocking/Unblock",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "Unblock"),
                                    XmlType.lazy(() -> UnblockRequest.TYPE)),
                            "http://example.org/calculator/Blocking/UnblockResponse",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "UnblockResponse"),
                                    XmlType.lazy(() -> UnblockResponse.TYPE)),
                            (Blocking service, UnblockRequest in) ->
                                    new UnblockResponse(service.unblock()))
                    .build();

    static final ServiceContract<Blocking> CONTRACT =
            ServiceContract.<Blocking>named("Blocking", NAMESPACE)
                    .operation(BLOCK)
                    .operation(UNBLOCK)
                    .binding("net.tcp", () -> Binding.netTcp())
                    .binding(
                            "http",
                            () ->
                                    Binding.http()
                                            .withVersion(
                                                    new MessageVersion(
                                                            EnvelopeVersion.SOAP_1_1,
                                                            AddressingVersion.TRANSPORT)))
                    .build(BlockingClient::new);

    private final Invoker invoker;

    private BlockingClient(Invoker invoker) {
        this.invoker = invoker;
    }

    @Override
    public boolean block() {
        return invoker.call(BLOCK, new BlockRequest()).released();
    }

    @Override
    public int unblock() {
        return invoker.call(UNBLOCK, new UnblockRequest()).released();
    }
}
