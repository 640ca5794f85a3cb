package dev.belay.cli.demo.calculator;

import dev.belay.service.ProxyOptions;
import dev.belay.service.ServiceContract;
import dev.belay.service.ServiceEndpoint;
import dev.belay.service.ServiceProxy;

/**
 * The contract {@code Blocking}.
 *
 * <p>A client may be used by any number of threads; its methods block until the call has its
 * outcome, and interrupting the thread abandons the call. The methods of a service are called on
 * threads of its host, several at once unless the host is told otherwise.
 *
 * <p>A call that fails throws {@link dev.belay.error.BelayException}; a fault of the peer is a
 * {@link dev.belay.soap.FaultException}.
 */
public interface Blocking {
    /** Describes the contract. */
    ServiceContract<Blocking> CONTRACT = BlockingClient.CONTRACT;

    /**
     * Waits until Unblock is called on the same session, or the call is called off. Answers whether
     * it was released.
     *
     * @return element {@code released}
     */
    boolean block();

    /**
     * Releases every Block that waits in this session and answers how many there were.
     *
     * @return element {@code released}
     */
    int unblock();

    /**
     * A proxy for the service at this address, not opened yet.
     *
     * @throws IllegalArgumentException if there is no binding for its scheme
     */
    static ServiceProxy<Blocking> proxy(String address) {
        return CONTRACT.proxy(address);
    }

    /** As the other, with options; a binding in them is used as it is. */
    static ServiceProxy<Blocking> proxy(String address, ProxyOptions options) {
        return CONTRACT.proxy(address, options);
    }

    /** An endpoint at which a host offers this service, for all callers. */
    static ServiceEndpoint endpoint(Blocking service, String address) {
        return CONTRACT.endpoint(service, address);
    }
}
