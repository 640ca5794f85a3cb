package dev.belay.testing.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.belay.channel.Channel;
import dev.belay.channel.ChannelOptions;
import dev.belay.channel.ListenerOptions;
import dev.belay.channel.UrlMatch;
import dev.belay.service.ServiceHost;
import dev.belay.soap.AddressingVersion;
import dev.belay.soap.EndpointAddress;
import dev.belay.soap.Message;
import dev.belay.testing.service.calculator.Calculator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.InetAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Whether the address that a request names is that of the endpoint. */
@ParameterizedClass
@EnumSource(Wire.class)
final class MatchingTest {
    private final Wire wire;
    private final ServiceBed bed;

    MatchingTest(Wire wire) {
        this.wire = wire;
        bed = new ServiceBed(wire);
    }

    @BeforeEach
    void needsAddressesOfAKnownScheme() {
        assumeTrue(bed.binding().version().addressing().hasHeaders());
        assumeTrue(!wire.anyAddress().startsWith("memory:"), "these are not judged");
    }

    @AfterEach
    void closeBed() throws Exception {
        bed.close();
    }

    private ServiceHost host(Set<UrlMatch> matching) {
        ListenerOptions options = ListenerOptions.builder().toHeaderMatching(matching).build();
        return bed.host(bed.endpoint(Calculator.CONTRACT, new Adder()).listener(options).build());
    }

    /** The parts of the real address of a host. */
    private record Parts(String scheme, String port, String path) {
        static Parts of(ServiceHost host) {
            String url = host.addresses().getFirst();
            int colon = url.lastIndexOf(':');
            int path = url.indexOf('/', colon);
            return new Parts(
                    url.substring(0, url.indexOf(':')),
                    url.substring(colon + 1, path),
                    url.substring(path));
        }

        String url(String host, String otherPort, String otherPath) {
            return scheme + "://" + host + ':' + otherPort + otherPath;
        }

        String url(String host) {
            return url(host, port, path);
        }
    }

    private Channel channel(ServiceHost host) {
        ChannelOptions raw = ChannelOptions.builder().faultsAsErrors(false).build();
        return Channel.create(bed.binding(), raw, bed.environment())
                .open(EndpointAddress.of(host.addresses().getFirst()));
    }

    private Message unknown(String to) {
        Message request = Message.request(bed.binding().version(), "urn:unknown", writer -> {});
        request.headers().to(to);
        return request;
    }

    private static String answer(Channel channel, Message request) {
        Message reply = channel.request(request);
        assertNotNull(reply);
        return reply.readFault().codes().getLast().localName().toString();
    }

    /** A request that gets past the check of its address ends at its unknown action. */
    private void assertServed(ServiceHost host, String to) {
        try (Channel channel = channel(host)) {
            assertEquals("ActionNotSupported", answer(channel, unknown(to)), to);
        }
    }

    private void assertUnreachable(ServiceHost host, String to) {
        try (Channel channel = channel(host)) {
            assertEquals("DestinationUnreachable", answer(channel, unknown(to)), to);
            String right = host.addresses().getFirst();
            assertEquals("ActionNotSupported", answer(channel, unknown(right)), "afterwards");
        }
    }

    @Test
    void addressOfTheEndpointIsServed() {
        ServiceHost host = host(UrlMatch.DEFAULT);
        Parts parts = Parts.of(host);
        AddressingVersion addressing = bed.binding().version().addressing();
        for (String to :
                List.of(
                        host.addresses().getFirst(),
                        parts.url("LocalHost"),
                        parts.url("127.0.0.1"),
                        parts.url("[::1]"),
                        parts.url("localhost", parts.port(), parts.path() + '/'),
                        Objects.requireNonNull(addressing.anonymous()))) {
            assertServed(host, to);
        }
    }

    @Test
    void nameOfTheMachineIsThisHost() throws Exception {
        String name = InetAddress.getLocalHost().getHostName();
        ServiceHost host = host(UrlMatch.DEFAULT);
        assertServed(host, Parts.of(host).url(name));
        assertServed(host, Parts.of(host).url(name.toUpperCase(Locale.ROOT)));
    }

    @Test
    void otherAddressesAreUnreachable() {
        ServiceHost host = host(UrlMatch.DEFAULT);
        Parts parts = Parts.of(host);
        for (String to :
                List.of(
                        parts.url("other.test"),
                        parts.url("192.0.2.1"),
                        parts.url("localhost", "1", parts.path()),
                        parts.url("localhost", parts.port(), "/other"),
                        parts.url("localhost", parts.port(), parts.path() + "/below"),
                        parts.url("localhost", parts.port(), parts.path() + "?query"),
                        "other://localhost:" + parts.port() + parts.path(),
                        "urn:somewhere")) {
            assertUnreachable(host, to);
        }
    }

    @Test
    void optionsSayWhatIsCompared() {
        Set<UrlMatch> prefix = EnumSet.copyOf(UrlMatch.THIS_HOST);
        prefix.add(UrlMatch.PREFIX_PATH);
        ServiceHost below = host(prefix);
        Parts parts = Parts.of(below);
        assertServed(below, parts.url("localhost", "1", parts.path() + "/below?query"));
        assertUnreachable(below, parts.url("localhost", parts.port(), parts.path() + "2"));
        assertUnreachable(below, parts.url("other.test"));

        ServiceHost anywhere = host(EnumSet.of(UrlMatch.EXACT_PATH));
        assertServed(anywhere, Parts.of(anywhere).url("shop.example.com", "443", parts.path()));

        ServiceHost named = host(EnumSet.of(UrlMatch.LOCAL_HOST));
        assertServed(named, parts.url("localhost", "1", "/any"));
        assertUnreachable(named, parts.url("127.0.0.1"));
    }

    @Test
    void bothKindsOfPathsContradictEachOther() {
        ListenerOptions.Builder options = ListenerOptions.builder();
        Set<UrlMatch> both = EnumSet.of(UrlMatch.EXACT_PATH, UrlMatch.PREFIX_PATH);
        assertThrows(IllegalArgumentException.class, () -> options.toHeaderMatching(both));
    }

    @Test
    void oneWayMessageToNobodyIsDroppedAndTheSessionGoesOn() throws Exception {
        assumeTrue(wire.hasSession());
        BlockingQueue<String> notes = new LinkedBlockingQueue<>();
        ServiceHost host = bed.host(Basket.CONTRACT, new Noted(notes));
        try (Channel channel = channel(host)) {
            for (String to : List.of("urn:somewhere", host.addresses().getFirst())) {
                Message note =
                        Message.oneWay(
                                bed.binding().version(),
                                Basket.NOTE.action(),
                                Basket.NOTE.input().body(to));
                note.headers().to(to);
                channel.send(note);
            }
            String heard = notes.poll(ServiceBed.SOON.toSeconds(), TimeUnit.SECONDS);
            assertEquals(host.addresses().getFirst(), heard);
            channel.shutdownSession();
            assertTrue(channel.receive() == null, "nothing was answered");
        }
    }

    /** Keeps notes. */
    private record Noted(BlockingQueue<String> notes) implements Basket {
        @Override
        public String begin(String owner) {
            return owner;
        }

        @Override
        public String add(String item) {
            return item;
        }

        @Override
        public String end(String how) {
            return how;
        }

        @Override
        public void note(String text) {
            notes.add(text);
        }
    }
}
