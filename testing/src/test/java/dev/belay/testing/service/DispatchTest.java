package dev.belay.testing.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.belay.channel.Channel;
import dev.belay.channel.ChannelOptions;
import dev.belay.channel.ChannelState;
import dev.belay.channel.transport.WireListener;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.service.CallOption;
import dev.belay.service.OperationContext;
import dev.belay.service.ServiceContract;
import dev.belay.service.ServiceEndpoint;
import dev.belay.service.ServiceHost;
import dev.belay.service.ServiceHostState;
import dev.belay.service.ServiceProxy;
import dev.belay.service.ServiceProxyState;
import dev.belay.service.SessionKey;
import dev.belay.soap.Body;
import dev.belay.soap.EndpointAddress;
import dev.belay.soap.Fault;
import dev.belay.soap.FaultDisclosure;
import dev.belay.soap.FaultException;
import dev.belay.soap.HeaderFlags;
import dev.belay.soap.Message;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** What a host does with a request, and a proxy with a reply. */
@ParameterizedClass
@EnumSource(Wire.class)
final class DispatchTest {
    private static final XmlName TICKET = XmlName.of("urn:test", "Ticket");
    private static final XmlName SEAL = XmlName.of("urn:test", "Seal");

    private final Wire wire;
    private final ServiceBed bed;

    DispatchTest(Wire wire) {
        this.wire = wire;
        bed = new ServiceBed(wire);
    }

    @AfterEach
    void closeBed() throws Exception {
        bed.close();
    }

    /** A service that echoes, and fails when it is told to. */
    private static class Echo implements Basket {
        final BlockingQueue<String> notes = new LinkedBlockingQueue<>();

        @Override
        public String begin(String owner) {
            return switch (owner) {
                case "sold out" -> throw new SoldOut("none left");
                case "plain fault" -> throw new FaultException(Fault.receiver("plain"), null);
                case "broken" -> throw new IllegalStateException("the secret");
                default -> owner;
            };
        }

        @Override
        public String add(String item) {
            return begin(item);
        }

        @Override
        public String end(String how) {
            return how;
        }

        @Override
        public void note(String text) {
            notes.add(text);
            if (text.equals("broken")) {
                throw new IllegalStateException(text);
            }
        }

        @Nullable String nextNote() throws InterruptedException {
            return notes.poll(ServiceBed.SOON.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private ServiceProxy<Basket> open(Basket service) {
        return open(service, e -> e);
    }

    private ServiceProxy<Basket> open(
            Basket service, UnaryOperator<ServiceEndpoint.Builder<Basket>> options) {
        ServiceHost host = bed.host(options.apply(bed.endpoint(Basket.CONTRACT, service)).build());
        return bed.proxy(Basket.CONTRACT, host);
    }

    /** A proxy of a host whose session, if there is one, has begun. */
    private ServiceProxy<Basket> begun(Basket service) {
        ServiceProxy<Basket> proxy = open(service);
        proxy.contract().begin("me");
        return proxy;
    }

    private static FaultException faultOf(Runnable call) {
        return assertThrows(FaultException.class, call::run);
    }

    private static ErrorCode codeOf(Runnable call) {
        return assertThrows(BelayException.class, call::run).code();
    }

    /** Skips what a session of its own operations needs where each exchange stands alone. */
    private void assumeSession() {
        assumeTrue(wire.hasSession());
    }

    // Faults

    @Test
    void declaredFaultHasItsType() {
        ServiceProxy<Basket> proxy = open(new Echo());
        Basket.SoldOut fault =
                assertThrows(Basket.SoldOut.class, () -> proxy.contract().begin("sold out"));
        assertEquals("none left", fault.detail());
        if (bed.binding().version().addressing().hasHeaders()) {
            assertEquals(Basket.NAMESPACE + "/SoldOut", fault.action());
        }
        assertEquals("milk", proxy.contract().begin("milk"));
    }

    @Test
    void otherFaultIsPassedOn() {
        ServiceProxy<Basket> proxy = open(new Echo());
        FaultException e = faultOf(() -> proxy.contract().begin("plain fault"));
        assertEquals("plain", e.fault().reason());
        assertEquals(ErrorCode.ENDPOINT_FAULT_RECEIVED, e.code());
        assertEquals("milk", proxy.contract().begin("milk"));
    }

    @Test
    void exceptionIsNotDisclosed() {
        ServiceProxy<Basket> proxy = open(new Echo());
        FaultException e = faultOf(() -> proxy.contract().begin("broken"));
        assertTrue(!e.fault().reason().contains("secret"), e.fault()::reason);
        faultOf(() -> proxy.contract().begin("broken"));
        assertEquals(ServiceProxyState.OPEN, proxy.state());
    }

    @Test
    void exceptionIsDisclosedOnDemand() {
        ServiceHost host =
                bed.host(
                        o -> o.faultDisclosure(FaultDisclosure.FULL),
                        bed.endpoint(Basket.CONTRACT, new Echo()).build());
        ServiceProxy<Basket> proxy = bed.proxy(Basket.CONTRACT, host);
        FaultException e = faultOf(() -> proxy.contract().begin("broken"));
        assertTrue(e.fault().reason().contains("the secret"), e.fault()::reason);
    }

    @Test
    void everyFaultHasStatus500OverHttp() {
        assumeTrue(wire.anyAddress().startsWith("http:"));
        Queue<String> sent = new ConcurrentLinkedQueue<>();
        ServiceHost host =
                bed.host(
                        o -> o.wireListener(new Heads(sent)),
                        bed.endpoint(Basket.CONTRACT, new Echo()).build());
        ServiceProxy<Basket> proxy = bed.proxy(Basket.CONTRACT, host);
        for (String each : List.of("sold out", "plain fault", "broken")) {
            faultOf(() -> proxy.contract().begin(each));
        }
        codeOf(() -> proxy.contract().add("before a session has begun"));
        proxy.contract().begin("milk");
        proxy.close();
        host.close();
        assertEquals(List.of("500", "500", "500", "500", "200"), List.copyOf(sent));
    }

    /** Keeps the status of each answer that is sent. */
    private record Heads(Queue<String> into) implements WireListener {
        @Override
        public void opened(long connection, SocketAddress local, SocketAddress remote) {}

        @Override
        public void sent(long connection, ByteBuffer octets) {
            String text = StandardCharsets.ISO_8859_1.decode(octets.duplicate()).toString();
            if (text.startsWith("HTTP/1.1 ")) {
                into.add(text.substring(9, 12));
            }
        }

        @Override
        public void received(long connection, ByteBuffer octets) {}

        @Override
        public void closed(long connection, boolean reset) {}
    }

    // Sessions

    @Test
    void sessionBeginsWithAnInitiatingOperation() {
        ServiceProxy<Basket> proxy = open(new Echo());
        assertEquals(
                ErrorCode.ENDPOINT_ACTION_NOT_SUPPORTED,
                codeOf(() -> proxy.contract().add("milk")));
        assertEquals("me", proxy.contract().begin("me"));
    }

    @Test
    void sessionEndsWithATerminatingOperation() throws Exception {
        assumeSession();
        ServiceProxy<Basket> proxy = begun(new Echo());
        assertEquals("bye", proxy.contract().end("bye"));
        while (proxy.state() == ServiceProxyState.OPEN) {
            Thread.onSpinWait();
        }
        assertThrows(BelayException.class, () -> proxy.contract().add("milk"));
    }

    @Test
    void eachSessionHasItsService() {
        List<Echo> made = new ArrayList<>();
        ServiceEndpoint endpoint =
                ServiceEndpoint.perSession(
                                Basket.CONTRACT,
                                () -> {
                                    Echo echo = new Echo();
                                    synchronized (made) {
                                        made.add(echo);
                                    }
                                    return echo;
                                },
                                wire.anyAddress())
                        .binding(bed.binding())
                        .build();
        ServiceHost host = bed.host(endpoint);
        ServiceProxy<Basket> first = bed.proxy(Basket.CONTRACT, host);
        ServiceProxy<Basket> second = bed.proxy(Basket.CONTRACT, host);
        first.contract().begin("a");
        first.contract().begin("b");
        second.contract().begin("c");
        assertEquals(wire.hasSession() ? 2 : 3, made.size());
    }

    @Test
    void contractThatNeedsASessionIsRefusedWithoutOne() {
        ServiceContract<Basket> sessions =
                ServiceContract.<Basket>named("IBasket", Basket.NAMESPACE)
                        .needsSession()
                        .operation(Basket.BEGIN)
                        .build(Basket.Client::new);
        ServiceHost host = bed.createdHost(o -> o, bed.endpoint(sessions, new Echo()).build());
        if (wire.hasSession()) {
            host.open();
            assertEquals("me", bed.proxy(sessions, host).contract().begin("me"));
            return;
        }
        assertEquals(ErrorCode.NOT_SUPPORTED, codeOf(host::open));
        assertEquals(ServiceHostState.CREATED, host.state());
        assertEquals(
                ErrorCode.NOT_SUPPORTED,
                codeOf(() -> bed.proxy(sessions, wire.anyAddress(), o -> o)));
    }

    // One-way

    @Test
    void oneWayOperationAnswersNothing() throws Exception {
        Echo echo = new Echo();
        ServiceProxy<Basket> proxy = open(echo);
        proxy.contract().note("first");
        assertEquals("first", echo.nextNote());
        proxy.contract().note("broken");
        assertEquals("broken", echo.nextNote());
        proxy.contract().note("third");
        assertEquals("third", echo.nextNote());
    }

    @Test
    void orderOfASessionIsKept() throws Exception {
        assumeSession();
        Echo echo = new Echo();
        ServiceProxy<Basket> proxy = open(echo);
        for (int i = 0; i < 100; i++) {
            proxy.contract().note("" + i);
        }
        for (int i = 0; i < 100; i++) {
            assertEquals("" + i, echo.nextNote());
        }
    }

    // Raw messages

    private @Nullable Message exchange(ServiceHost host, Message request) {
        ChannelOptions raw = ChannelOptions.builder().faultsAsErrors(false).build();
        try (Channel channel = Channel.create(bed.binding(), raw, bed.environment())) {
            channel.open(EndpointAddress.of(host.addresses().getFirst()));
            return channel.request(request);
        }
    }

    private Message request(String action, Body body) {
        return Message.request(bed.binding().version(), Basket.NAMESPACE + action, body);
    }

    private Fault faultOf(@Nullable Message reply) {
        assertNotNull(reply);
        return reply.readFault();
    }

    @Test
    void unknownActionIsAFault() {
        ServiceHost host = bed.host(Basket.CONTRACT, new Echo());
        Fault fault = faultOf(exchange(host, request("/Unknown", Body.EMPTY)));
        assertEquals("ActionNotSupported", fault.codes().getLast().localName().toString());
    }

    @Test
    void unfitBodyIsAFaultOfTheSender() {
        ServiceHost host = bed.host(Basket.CONTRACT, new Echo());
        assertEquals(Fault.SENDER, generic(exchange(host, request("/Begin", Body.EMPTY))));
    }

    /** The first code; a fault of SOAP 1.1 says only the most specific one. */
    private XmlName generic(@Nullable Message reply) {
        Fault fault = faultOf(reply);
        boolean one = fault.codes().size() == 1 && !fault.code().namespace().toString().isEmpty();
        return one ? Fault.SENDER : fault.code();
    }

    @Test
    void headerThatMustBeUnderstoodIsRefused() {
        ServiceHost host = bed.host(Basket.CONTRACT, new Echo());
        Message request = request("/Begin", Basket.BEGIN.input().body("x"));
        request.headers().add(SEAL, XmlTypes.STRING, "!", HeaderFlags.MUST_UNDERSTAND);
        assertEquals(Fault.MUST_UNDERSTAND, faultOf(exchange(host, request)).code());
    }

    // Headers and interceptors

    @Test
    void headersGoThereAndBack() {
        Echo echo =
                new Echo() {
                    @Override
                    public String begin(String owner) {
                        OperationContext context = OperationContext.current();
                        String ticket = context.requestHeaders().get(TICKET, XmlTypes.STRING);
                        context.replyHeaders(
                                h ->
                                        h.add(
                                                SEAL,
                                                XmlTypes.STRING,
                                                "sealed " + ticket,
                                                HeaderFlags.MUST_UNDERSTAND));
                        return owner;
                    }
                };
        ServiceProxy<Basket> proxy = open(echo);
        List<@Nullable String> seals = new ArrayList<>();
        Basket view =
                proxy.with(
                        CallOption.requestHeaders(h -> h.add(TICKET, XmlTypes.STRING, "42")),
                        CallOption.replyHeaders(h -> seals.add(h.get(SEAL, XmlTypes.STRING))));
        assertEquals("x", view.begin("x"));
        assertEquals(List.of("sealed 42"), seals);
        assertEquals(ErrorCode.INVALID_FORMAT, codeOf(() -> proxy.contract().begin("x")));
        assertEquals("x", proxy.with(CallOption.checkMustUnderstand(false)).begin("x"));
    }

    @Test
    void operationKnowsItsSurroundings() {
        SessionKey<String> owner = SessionKey.named("owner");
        List<@Nullable Object> seen = new ArrayList<>();
        Echo echo =
                new Echo() {
                    @Override
                    public String begin(String text) {
                        OperationContext context = OperationContext.current();
                        seen.add(context.host());
                        seen.add(context.endpoint());
                        seen.add(context.address());
                        seen.add(context.operation());
                        seen.add(context.userState());
                        assertEquals(ChannelState.OPEN, context.channel().state());
                        assertNull(context.session().put(owner, text));
                        return context.session().get(owner) + context.isCancelled();
                    }
                };
        ServiceEndpoint endpoint = bed.endpoint(Basket.CONTRACT, echo).build();
        ServiceHost host = bed.host(o -> o.userState("of all"), endpoint);
        assertEquals("xfalse", bed.proxy(Basket.CONTRACT, host).contract().begin("x"));
        assertEquals(
                List.of(host, endpoint, host.addresses().getFirst(), Basket.BEGIN, "of all"), seen);
        assertEquals("of all", host.userState());
        assertEquals(ServiceHostState.OPEN, host.state());
        assertThrows(IllegalStateException.class, OperationContext::current);
    }

    @Test
    void interceptorsStandAroundInOrder() {
        List<String> order = new ArrayList<>();
        ServiceHost host =
                bed.host(
                        bed.endpoint(Basket.CONTRACT, new Echo())
                                .interceptor((context, chain) -> "<" + chain.proceed() + ">")
                                .interceptor((context, chain) -> "[" + chain.proceed() + "]")
                                .build());
        ServiceProxy<Basket> proxy =
                bed.proxy(
                                Basket.CONTRACT,
                                host.addresses().getFirst(),
                                o ->
                                        o.interceptor(
                                                        (call, chain) -> {
                                                            order.add("outer");
                                                            return "{" + chain.proceed() + "}";
                                                        })
                                                .interceptor(
                                                        (call, chain) -> {
                                                            order.add(call.operation().name());
                                                            return chain.proceed();
                                                        }))
                        .open();
        assertEquals("{<[x]>}", proxy.contract().begin("x"));
        assertEquals(List.of("outer", "Begin"), order);
    }

    // Callbacks

    @Test
    void unauthorizedRequestBreaksTheChannel() {
        ServiceProxy<Basket> proxy =
                open(new Echo(), e -> e.authorize(c -> c.requestHeaders().contains(TICKET)));
        Basket allowed =
                proxy.with(CallOption.requestHeaders(h -> h.add(TICKET, XmlTypes.STRING, "42")));
        assertEquals("x", allowed.begin("x"));
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, codeOf(() -> proxy.contract().begin("x")));
    }

    @Test
    void channelsAreAnnouncedAndSeenOff() throws Exception {
        BlockingQueue<String> events = new LinkedBlockingQueue<>();
        ServiceProxy<Basket> proxy =
                open(
                        new Echo(),
                        e ->
                                e.onAccept(c -> events.add("accepted"))
                                        .onClose(c -> events.add("closed")));
        proxy.contract().begin("x");
        proxy.close();
        assertEquals("accepted", events.poll(20, TimeUnit.SECONDS));
        assertEquals("closed", events.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void refusedChannelIsAborted() {
        ServiceHost host =
                bed.host(
                        bed.endpoint(Basket.CONTRACT, new Echo())
                                .onAccept(
                                        c -> {
                                            throw new IllegalStateException("no");
                                        })
                                .build());
        ServiceProxy<Basket> proxy =
                bed.proxy(Basket.CONTRACT, host.addresses().getFirst(), o -> o);
        assertThrows(BelayException.class, () -> proxy.open().contract().begin("x"));
    }

    @Test
    void otherActionsGoToTheDefaultHandler() {
        ServiceHost host =
                bed.host(
                        bed.endpoint(Basket.CONTRACT, new Echo())
                                .defaultHandler(
                                        (context, request) ->
                                                request.reply(
                                                        Basket.NAMESPACE + "/BeginResponse",
                                                        Basket.BEGIN.input().body("any")))
                                .build());
        Message reply = exchange(host, request("/Unknown", Body.EMPTY));
        assertNotNull(reply);
        assertEquals("any", Basket.BEGIN.input().read(reply));
    }
}
