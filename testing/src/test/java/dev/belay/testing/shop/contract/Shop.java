package dev.belay.testing.shop.contract;

import dev.belay.service.ProxyOptions;
import dev.belay.service.ServiceContract;
import dev.belay.service.ServiceEndpoint;
import dev.belay.service.ServiceProxy;
import dev.belay.xml.XmlBuffer;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The contract {@code IShop}.
 *
 * <p>A client may be used by any number of threads; its methods block until the call has its
 * outcome, and interrupting the thread abandons the call. The methods of a service are called on
 * threads of its host, several at once unless the host is told otherwise.
 *
 * <p>A call that fails throws {@link dev.belay.error.BelayException}; a fault of the peer is a
 * {@link dev.belay.soap.FaultException}.
 */
public interface Shop {
    /** Describes the contract. */
    ServiceContract<Shop> CONTRACT = ShopClient.CONTRACT;

    /**
     * Operation {@code Add}.
     *
     * @param a element {@code a}; zero if absent
     * @param b element {@code b}; zero if absent
     * @return element {@code AddResult}; zero if absent
     */
    int add(int a, int b);

    /**
     * Operation {@code Echo}.
     *
     * @param text element {@code text}; null if absent or nil, written as nil
     * @return element {@code EchoResult}; null if absent or nil, written as nil
     */
    @Nullable String echo(@Nullable String text);

    /**
     * Operation {@code EchoBytes}.
     *
     * @param data element {@code data}; null if absent or nil, written as nil
     * @return element {@code EchoBytesResult}; null if absent or nil, written as nil
     */
    byte @Nullable [] echoBytes(byte @Nullable [] data);

    /**
     * Operation {@code EchoOrder}.
     *
     * @param order element {@code order}; null if absent or nil, written as nil
     * @return element {@code EchoOrderResult}; null if absent or nil, written as nil
     */
    @Nullable Order echoOrder(@Nullable Order order);

    /**
     * Operation {@code EchoEverything}.
     *
     * @param value element {@code value}; null if absent or nil, written as nil
     * @return element {@code EchoEverythingResult}; null if absent or nil, written as nil
     */
    @Nullable Everything echoEverything(@Nullable Everything value);

    /**
     * Operation {@code EchoShapes}.
     *
     * @param shapes element {@code shapes}; null if absent or nil, written as nil
     * @return element {@code EchoShapesResult}; null if absent or nil, written as nil
     */
    @Nullable List<@Nullable Shape> echoShapes(@Nullable List<@Nullable Shape> shapes);

    /**
     * Operation {@code EchoXml}.
     *
     * @param xml element {@code xml}; null if absent or nil, written as nil
     * @return element {@code EchoXmlResult}; null if absent or nil, written as nil
     */
    @Nullable XmlBuffer echoXml(@Nullable XmlBuffer xml);

    /**
     * Operation {@code Tag}.
     *
     * @param request headers and body
     * @return headers and body of the answer
     */
    TagReply tag(TagRequest request);

    /**
     * Operation {@code Fail}.
     *
     * @param code element {@code code}; zero if absent
     * @throws ShopFaultException if the service says so
     * @throws OtherFaultException if the service says so
     */
    void fail(int code);

    /**
     * Operation {@code Block}.
     *
     * @param ms element {@code ms}; zero if absent
     * @return element {@code BlockResult}; zero if absent
     */
    int block(int ms);

    /**
     * Operation {@code Notify}.
     *
     * <p>One-way: nothing is answered.
     *
     * @param text element {@code text}; null if absent or nil, written as nil
     */
    void notify(@Nullable String text);

    /**
     * Operation {@code Notified}.
     *
     * @param text element {@code text}; null if absent or nil, written as nil
     * @return element {@code NotifiedResult}; zero if absent
     */
    int notified(@Nullable String text);

    /**
     * Operation {@code Blocks}.
     *
     * @return element {@code BlocksResult}; null if absent or nil, written as nil
     */
    int @Nullable [] blocks();

    /**
     * Operation {@code WhoAmI}.
     *
     * @return element {@code WhoAmIResult}; null if absent or nil, written as nil
     */
    @Nullable String whoAmI();

    /**
     * A proxy for the service at this address, not opened yet.
     *
     * @throws IllegalArgumentException if there is no binding for its scheme
     */
    static ServiceProxy<Shop> proxy(String address) {
        return CONTRACT.proxy(address);
    }

    /** As the other, with options; a binding in them is used as it is. */
    static ServiceProxy<Shop> proxy(String address, ProxyOptions options) {
        return CONTRACT.proxy(address, options);
    }

    /** An endpoint at which a host offers this service, for all callers. */
    static ServiceEndpoint endpoint(Shop service, String address) {
        return CONTRACT.endpoint(service, address);
    }
}
