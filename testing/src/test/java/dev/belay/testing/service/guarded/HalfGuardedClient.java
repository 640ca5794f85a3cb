package dev.belay.testing.service.guarded;

import dev.belay.channel.Binding;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
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
 * Calls {@link HalfGuarded} over an invoker.
 *
 * <p>Any number of threads may use it at once.
 */
final class HalfGuardedClient implements HalfGuarded {
    private static final String NAMESPACE = "http://example.org/guarded";

    private static final Operation<HalfGuarded, TellRequest, Void> TELL =
            Operation.oneWay(
                            "Tell",
                            "urn:tell",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "Tell"),
                                    XmlType.lazy(() -> TellRequest.TYPE)),
                            (HalfGuarded service, TellRequest in) -> service.tell(in.secret()))
                    .build();

    static final ServiceContract<HalfGuarded> CONTRACT =
            ServiceContract.<HalfGuarded>named("HalfGuarded", NAMESPACE)
                    .operation(TELL)
                    .binding(
                            "http",
                            () ->
                                    Binding.http()
                                            .withVersion(
                                                    new MessageVersion(
                                                            EnvelopeVersion.SOAP_1_1,
                                                            AddressingVersion.TRANSPORT)))
                    .binding(
                            "http://localhost/shut",
                            () -> {
                                throw new BelayException(
                                        ErrorCode.NOT_SUPPORTED,
                                        "port Shut demands what is not supported yet:"
                                                + " {urn:secret}Whisper (guarded.wsdl:63:9)");
                            })
                    .build(HalfGuardedClient::new);

    private final Invoker invoker;

    private HalfGuardedClient(Invoker invoker) {
        this.invoker = invoker;
    }

    @Override
    public void tell(String secret) {
        invoker.send(TELL, new TellRequest(secret));
    }
}
