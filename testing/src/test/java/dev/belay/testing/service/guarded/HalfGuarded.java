package dev.belay.testing.service.guarded;

import dev.belay.service.ProxyOptions;
import dev.belay.service.ServiceContract;
import dev.belay.service.ServiceEndpoint;
import dev.belay.service.ServiceProxy;

/**
 * The contract {@code HalfGuarded}.
 *
 * <p>A client may be used by any number of threads; its methods block until the call has its
 * outcome, and interrupting the thread abandons the call. The methods of a service are called on
 * threads of its host, several at once unless the host is told otherwise.
 *
 * <p>A call that fails throws {@link dev.belay.error.BelayException}; a fault of the peer is a
 * {@link dev.belay.soap.FaultException}.
 */
public interface HalfGuarded {
    /** Describes the contract. */
    ServiceContract<HalfGuarded> CONTRACT = HalfGuardedClient.CONTRACT;

    /**
     * Operation {@code Tell}.
     *
     * <p>One-way: nothing is answered.
     *
     * @param secret element {@code secret}
     */
    void tell(String secret);

    /**
     * A proxy for the service at this address, not opened yet.
     *
     * @throws IllegalArgumentException if there is no binding for its scheme
     * @throws dev.belay.error.BelayException NOT_SUPPORTED, as port Shut demands Whisper
     *     (guarded.wsdl:63:9).
     */
    static ServiceProxy<HalfGuarded> proxy(String address) {
        return CONTRACT.proxy(address);
    }

    /** As the other, with options; a binding in them is used as it is. */
    static ServiceProxy<HalfGuarded> proxy(String address, ProxyOptions options) {
        return CONTRACT.proxy(address, options);
    }

    /**
     * An endpoint at which a host offers this service, for all callers.
     *
     * <p>Opening the host fails with NOT_SUPPORTED, as port Shut demands Whisper
     * (guarded.wsdl:63:9).
     */
    static ServiceEndpoint endpoint(HalfGuarded service, String address) {
        return CONTRACT.endpoint(service, address);
    }
}
