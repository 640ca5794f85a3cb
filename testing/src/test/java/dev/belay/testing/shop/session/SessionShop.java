package dev.belay.testing.shop.session;

import dev.belay.service.ProxyOptions;
import dev.belay.service.ServiceContract;
import dev.belay.service.ServiceEndpoint;
import dev.belay.service.ServiceProxy;

/**
 * The contract {@code ISessionShop}.
 *
 * <p>A client may be used by any number of threads; its methods block until the call has its
 * outcome, and interrupting the thread abandons the call. The methods of a service are called on
 * threads of its host, several at once unless the host is told otherwise.
 *
 * <p>A call that fails throws {@link dev.belay.error.BelayException}; a fault of the peer is a
 * {@link dev.belay.soap.FaultException}.
 */
public interface SessionShop {
    /** Describes the contract. */
    ServiceContract<SessionShop> CONTRACT = SessionShopClient.CONTRACT;

    /**
     * Operation {@code Begin}.
     *
     * @param start element {@code start}; zero if absent
     */
    void begin(int start);

    /**
     * Operation {@code AddMore}.
     *
     * @param n element {@code n}; zero if absent
     * @return element {@code AddMoreResult}; zero if absent
     */
    int addMore(int n);

    /**
     * Operation {@code End}.
     *
     * @return element {@code EndResult}; zero if absent
     */
    int end();

    /**
     * A proxy for the service at this address, not opened yet.
     *
     * @throws IllegalArgumentException if there is no binding for its scheme
     */
    static ServiceProxy<SessionShop> proxy(String address) {
        return CONTRACT.proxy(address);
    }

    /** As the other, with options; a binding in them is used as it is. */
    static ServiceProxy<SessionShop> proxy(String address, ProxyOptions options) {
        return CONTRACT.proxy(address, options);
    }

    /** An endpoint at which a host offers this service, for all callers. */
    static ServiceEndpoint endpoint(SessionShop service, String address) {
        return CONTRACT.endpoint(service, address);
    }
}
