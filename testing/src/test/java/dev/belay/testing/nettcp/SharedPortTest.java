package dev.belay.testing.nettcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.channel.Channel;
import dev.belay.channel.Listener;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Several listeners on one port, told apart by the path of the via. */
class SharedPortTest extends NetTcpBed {
    private Listener second(Listener first, String path) {
        return listen("net.tcp://localhost:" + port(first) + path, options -> options);
    }

    @ParameterizedTest
    @CsvSource({
        "/shop, /shop",
        "/SHOP/, /shop",
        "/shop/x/y, /shop",
        "/shop?q=1, /shop",
        "/shop/admin, /shop/admin",
        "/shop/Admin/x, /shop/admin",
        "/other, /other"
    })
    void theLongestPathWins(String path, String expected) {
        Listener shop = listen("/shop");
        Listener admin = second(shop, "/shop/admin");
        Listener other = second(shop, "/other");
        Channel client = client("net.tcp://localhost:" + port(shop) + path, options -> options);
        Listener reached =
                switch (expected) {
                    case "/shop" -> shop;
                    case "/shop/admin" -> admin;
                    default -> other;
                };
        Channel server = accept(reached);
        client.send(Echo.oneWay(binding.version(), path));
        assertEquals(path, NetTcpContract.received(server));
    }

    @ParameterizedTest
    @CsvSource({"net.tcp://elsewhere:1/shop", "net.tcp://shop/shop/", "NET.TCP://h/Shop"})
    void hostAndPortOfTheViaDoNotMatter(String via) throws IOException {
        Listener listener = listen("/shop");
        try (RawPeer peer = RawPeer.connect(port(listener))) {
            peer.send(RawPeer.preamble(via)).expect("0b");
            assertEquals(via, accept(listener).transportUrl());
        }
    }

    @ParameterizedTest
    @CsvSource({"/shopping", "/", "/unknown"})
    void anUnknownPathIsNotFound(String path) {
        Listener listener = listen("/shop");
        String url = "net.tcp://localhost:" + port(listener) + path;
        BelayException refused =
                assertThrows(BelayException.class, () -> client(url, options -> options));
        assertEquals(ErrorCode.ENDPOINT_NOT_FOUND, refused.code());
    }

    @Test
    void anotherSchemeIsNotFound() throws IOException {
        Listener listener = listen("/shop");
        try (RawPeer peer = RawPeer.connect(port(listener))) {
            peer.send(RawPeer.preamble("http://localhost/shop"));
            String answer = new String(peer.readToEnd(), StandardCharsets.UTF_8);
            assertTrue(answer.endsWith("/EndpointNotFound"), answer);
        }
    }

    @Test
    void onePathHasOneListener() {
        Listener listener = listen("/shop");
        BelayException inUse = assertThrows(BelayException.class, () -> second(listener, "/Shop/"));
        assertEquals(ErrorCode.ADDRESS_IN_USE, inUse.code());
    }

    @Test
    void aListenerThatEndsLeavesThePortToTheOthers() {
        Listener first = listen("/first");
        Listener second = second(first, "/second");
        String firstUrl = url(first);
        first.close();
        assertThrows(BelayException.class, () -> client(firstUrl, options -> options));
        client(second);
        accept(second);
        Listener again = second(second, "/first");
        client(again);
        accept(again);
    }

    @Test
    void acceptedSessionsOutliveTheirListener() {
        Listener listener = listen("/shop");
        Channel client = client(listener);
        Channel server = accept(listener);
        listener.abort();
        listener.close();
        client.send(Echo.oneWay(binding.version(), "still here"));
        assertEquals("still here", NetTcpContract.received(server));
    }

    @Test
    void thePortIsFreeAgainAfterTheLastListener() {
        Listener first = listen("/first");
        Listener second = second(first, "/second");
        String url = url(second);
        first.close();
        second.close();
        BelayException gone =
                assertThrows(BelayException.class, () -> client(url, options -> options));
        assertEquals(ErrorCode.ENDPOINT_NOT_FOUND, gone.code());
        listen(url, options -> options);
    }
}
