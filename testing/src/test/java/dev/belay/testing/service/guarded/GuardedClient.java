package dev.belay.testing.service.guarded;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.service.Invoker;
import dev.belay.service.Operation;
import dev.belay.service.ServiceContract;
import dev.belay.soap.MessageType;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.XmlType;

/**
 * Calls {@link Guarded} over an invoker.
 *
 * <p>Any number of threads may use it at once.
 */
final class GuardedClient implements Guarded {
    private static final String NAMESPACE = "http://example.org/guarded";

    private static final Operation<Guarded, TellRequest, Void> TELL =
            Operation.oneWay(
                            "Tell",
                            "urn:tell",
                            MessageType.element(
                                    XmlName.of(NAMESPACE, "Tell"),
                                    XmlType.lazy(() -> TellRequest.TYPE)),
                            (Guarded service, TellRequest in) -> service.tell(in.secret()))
                    .build();

    static final ServiceContract<Guarded> CONTRACT =
            ServiceContract.<Guarded>named("Guarded", NAMESPACE)
                    .operation(TELL)
                    .binding(
                            "http",
                            () -> {
                                throw new BelayException(
                                        ErrorCode.NOT_SUPPORTED,
                                        "port GuardedHttp demands what is not supported yet:"
                                                + " {urn:secret}EncryptMe (guarded.wsdl:23:7)");
                            })
                    .binding(
                            "net.tcp",
                            () -> {
                                throw new BelayException(
                                        ErrorCode.NOT_SUPPORTED,
                                        "contract Guarded demands what is not supported yet:"
                                                + " {urn:secret}EncryptMe (guarded.wsdl:23:7)");
                            })
                    .build(GuardedClient::new);

    private final Invoker invoker;

    private GuardedClient(Invoker invoker) {
        this.invoker = invoker;
    }

    @Override
    public void tell(String secret) {
        invoker.send(TELL, new TellRequest(secret));
    }
}
