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
 * Calls {@link Calculator} over an invoker.
 *
 * <p>Any number of threads may use it at once.
 */
final class CalculatorClient implements Calculator {
    private static final String NAMESPACE = "http://example.org/calculator";

    private static final Operation<Calculator, AddRequest, AddResponse> ADD =
            Operation.request(
                            "Add",
                            "http://example.org/calculator/Calculator/Add",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "Add"),
                                    XmlType.lazy(() -> AddRequest.TYPE)),
                            "http://example.org/calculator/Calculator/AddResponse",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "AddResponse"),
                                    XmlType.lazy(() -> AddResponse.TYPE)),
                            (Calculator service, AddRequest in) ->
                                    new AddResponse(service.add(in.a(), in.b())))
                    .build();

    static final ServiceContract<Calculator> CONTRACT =
            ServiceContract.<Calculator>named("Calculator", NAMESPACE)
                    .operation(ADD)
                    .binding("net.tcp", () -> Binding.netTcp())
                    .binding(
                            "http",
                            () ->
                                    Binding.http()
                                            .withVersion(
                                                    new MessageVersion(
                                                            EnvelopeVersion.SOAP_1_1,
                                                            AddressingVersion.TRANSPORT)))
                    .build(CalculatorClient::new);

    private final Invoker invoker;

    private CalculatorClient(Invoker invoker) {
        this.invoker = invoker;
    }

    @Override
    public int add(int a, int b) {
        return invoker.call(ADD, new AddRequest(a, b)).result();
    }
}
