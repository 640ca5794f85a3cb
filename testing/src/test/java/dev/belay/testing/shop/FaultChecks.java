package dev.belay.testing.shop;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.service.CallOption;
import dev.belay.service.Invoker;
import dev.belay.service.Operation;
import dev.belay.service.ServiceContract;
import dev.belay.service.ServiceProxy;
import dev.belay.soap.Fault;
import dev.belay.soap.FaultException;
import dev.belay.soap.HeaderFlags;
import dev.belay.soap.MessageType;
import dev.belay.testing.shop.contract.OtherFault;
import dev.belay.testing.shop.contract.OtherFaultException;
import dev.belay.testing.shop.contract.Shop;
import dev.belay.testing.shop.contract.ShopFault;
import dev.belay.testing.shop.contract.ShopFaultException;
import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.XmlTypes;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Calls that the server answers with a fault, and calls that find nobody. */
final class FaultChecks {
    private static final String NAMESPACE = "http://example.org/shop";

    private FaultChecks() {}

    private static FaultException fault(Shop shop, int code) throws Unexpected {
        try {
            shop.fail(code);
        } catch (FaultException e) {
            return e;
        }
        throw new Unexpected("a fault", "an answer");
    }

    private static String describe(FaultException e) {
        Fault fault = e.fault();
        List<String> codes = fault.codes().stream().map(c -> c.localName().toString()).toList();
        return e.getClass().getSimpleName()
                + " "
                + String.join("/", codes)
                + " '"
                + Show.brief(fault.reason())
                + "'";
    }

    static String fault1(Site site) throws Exception {
        try (ServiceProxy<Shop> proxy = site.open()) {
            FaultException e = fault(proxy.contract(), 1);
            Expect.that(e instanceof ShopFaultException, "ShopFault", describe(e));
            ShopFault detail = ((ShopFaultException) e).detail();
            Expect.equal(new ShopFault(1, "asked to fail"), detail, "detail");
            livesOn(proxy);
            return describe(e);
        }
    }

    static String fault2(Site site) throws Exception {
        try (ServiceProxy<Shop> proxy = site.open()) {
            FaultException e = fault(proxy.contract(), 2);
            Expect.that(e instanceof OtherFaultException, "OtherFault", describe(e));
            OtherFault detail = ((OtherFaultException) e).detail();
            Expect.equal(new OtherFault(List.of("one", "two")), detail, "detail");
            livesOn(proxy);
            return describe(e);
        }
    }

    static String fault3(Site site) throws Exception {
        try (ServiceProxy<Shop> proxy = site.open()) {
            FaultException e = fault(proxy.contract(), 3);
            Fault fault = e.fault();
            Expect.that(
                    fault.hasCode(XmlName.of(NAMESPACE, "OutOfStock")), "OutOfStock", describe(e));
            Expect.equal("out of stock", fault.reason("en"), "reason");
            if (site.binding().isSoap12()) {
                Expect.equal("ausverkauft", fault.reason("de"), "reason");
            }
            livesOn(proxy);
            return describe(e);
        }
    }

    static String fault4(Site site) throws Exception {
        try (ServiceProxy<Shop> proxy = site.open()) {
            FaultException e = fault(proxy.contract(), 4);
            Expect.that(e.fault().detail() == null, "no detail", describe(e));
            return describe(e) + after(site, proxy);
        }
    }

    private static void livesOn(ServiceProxy<Shop> proxy) throws Unexpected {
        Expect.equal(3, proxy.contract().add(1, 2), "the proxy lives on:");
    }

    /** A server may end a session after such a fault; without a session the proxy must live on. */
    private static String after(Site site, ServiceProxy<Shop> proxy) throws Unexpected {
        try {
            livesOn(proxy);
            return ", the proxy lives on";
        } catch (BelayException e) {
            if (!site.binding().isSession()) {
                throw e;
            }
            return ", the proxy is " + proxy.state();
        }
    }

    /** The shop with an operation that the server lacks. */
    private record ShopAndMore(Invoker invoker) {
        private static final Operation<ShopAndMore, List<XmlBuffer>, List<XmlBuffer>> SUBTRACT =
                Operation.<ShopAndMore, List<XmlBuffer>, List<XmlBuffer>>request(
                                "Subtract",
                                NAMESPACE + "/IShop/Subtract",
                                MessageType.any(),
                                NAMESPACE + "/IShop/SubtractResponse",
                                MessageType.any(),
                                (shop, in) -> in)
                        .build();

        static final ServiceContract<ShopAndMore> CONTRACT =
                ServiceContract.<ShopAndMore>named("IShop", NAMESPACE)
                        .operation(SUBTRACT)
                        .build(ShopAndMore::new);

        List<XmlBuffer> subtract() {
            String body = "<Subtract xmlns='" + NAMESPACE + "'><a>3</a><b>2</b></Subtract>";
            return invoker.call(
                    SUBTRACT, List.of(XmlBuffer.parse(body.getBytes(StandardCharsets.UTF_8))));
        }
    }

    static String unknownAction(Site site) throws Exception {
        try (ServiceProxy<ShopAndMore> proxy = site.open(ShopAndMore.CONTRACT)) {
            BelayException error =
                    Expect.failure(
                            () -> proxy.contract().subtract(),
                            ErrorCode.ENDPOINT_ACTION_NOT_SUPPORTED);
            return Show.chain(error) + ", proxy " + proxy.state();
        }
    }

    static String unknownPath(Site site) throws Exception {
        try (ServiceProxy<Shop> proxy = site.at("/nowhere")) {
            BelayException error =
                    Expect.failure(
                            () -> proxy.open().contract().add(1, 2), ErrorCode.ENDPOINT_NOT_FOUND);
            return Show.chain(error);
        }
    }

    static String mustUnderstand(Site site) throws Exception {
        try (ServiceProxy<Shop> proxy = site.open()) {
            Shop shop =
                    proxy.with(
                            CallOption.requestHeaders(
                                    headers ->
                                            headers.add(
                                                    XmlName.of("urn:nobody-knows", "Riddle"),
                                                    XmlTypes.STRING,
                                                    "?",
                                                    HeaderFlags.MUST_UNDERSTAND)));
            try {
                throw new Unexpected("a fault", Show.of(shop.add(1, 2)));
            } catch (FaultException e) {
                return describe(e) + after(site, proxy);
            }
        }
    }
}
