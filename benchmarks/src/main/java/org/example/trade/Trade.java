package org.example.trade;

import dev.belay.service.ProxyOptions;
import dev.belay.service.ServiceContract;
import dev.belay.service.ServiceEndpoint;
import dev.belay.service.ServiceProxy;

/**
 * The contract {@code Trade}.
 *
 * <p>A client may be used by any number of threads; its methods block until the call has its
 * outcome, and interrupting the thread abandons the call. The methods of a service are called on
 * threads of its host, several at once unless the host is told otherwise.
 *
 * <p>A call that fails throws {@link dev.belay.error.BelayException}; a fault of the peer is a
 * {@link dev.belay.soap.FaultException}.
 */
public interface Trade {
    /** Describes the contract. */
    ServiceContract<Trade> CONTRACT = TradeClient.CONTRACT;

    /**
     * Adds two numbers.
     *
     * @param a element {@code a}
     * @param b element {@code b}
     * @return element {@code sum}
     */
    int add(int a, int b);

    /**
     * Answers the order.
     *
     * @param order element {@code order}
     * @return element {@code echo}
     */
    Order echoOrder(Order order);

    /** Waits until the call is called off. */
    void block();

    /**
     * A proxy for the service at this address, not opened yet.
     *
     * @throws IllegalArgumentException if there is no binding for its scheme
     */
    static ServiceProxy<Trade> proxy(String address) {
        return CONTRACT.proxy(address);
    }

    /** As the other, with options; a binding in them is used as it is. */
    static ServiceProxy<Trade> proxy(String address, ProxyOptions options) {
        return CONTRACT.proxy(address, options);
    }

    /** An endpoint at which a host offers this service, for all callers. */
    static ServiceEndpoint endpoint(Trade service, String address) {
        return CONTRACT.endpoint(service, address);
    }
}
