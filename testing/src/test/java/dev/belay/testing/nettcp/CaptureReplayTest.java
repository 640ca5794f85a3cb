package dev.belay.testing.nettcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.belay.channel.Channel;
import dev.belay.channel.Listener;
import dev.belay.soap.Message;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Plays what a real client of .NET wrote, as it was recorded, to a listener. */
class CaptureReplayTest extends NetTcpBed {
    private static final String SHOP = "http://example.org/shop";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nettcp-sequence",
                "nettcp-order",
                "nettcp-everything",
                "nettcp-shapes",
                "nettcp-null",
                "nettcp-tag",
                "nettcp-oneway",
                "nettcp-parallel",
                "nettcp-many-actions",
                "nettcp-dictionary",
                "nettcp-text-chars"
            })
    void everyMessageOfTheClientIsReceived(String scenario) throws IOException {
        JsonNode capture = capture(scenario);
        Listener listener = listen("/shop");
        String client = octets(capture, "c>s");
        assertTrue(client.endsWith("07"), "the client ended its session");
        try (RawPeer peer = RawPeer.connect(port(listener))) {
            start(
                    () -> {
                        try {
                            peer.send(client);
                        } catch (IOException gone) {
                            throw new AssertionError(gone);
                        }
                    });
            Channel server = accept(listener);
            assertEquals(capture.get("url").asText(), server.transportUrl());
            Message message = server.receive();
            assertNotNull(message);
            while (message != null) {
                String action = message.headers().action();
                assertNotNull(action);
                assertTrue(action.startsWith(SHOP), action);
                assertEquals(capture.get("url").asText(), message.headers().to());
                message.body().skip();
                message.readEnd();
                message = server.receive();
            }
            server.close();
            peer.expect("0b07");
        }
    }

    @Test
    void theFirstCallOfTheClientSaysWhatItSaid() throws IOException {
        Listener listener = listen("/shop");
        String client = octets(capture("nettcp-sequence"), "c>s");
        try (RawPeer peer = RawPeer.connect(port(listener))) {
            peer.send(client);
            Channel server = accept(listener);
            Message message = server.receive();
            assertNotNull(message);
            assertEquals(SHOP + "/IShop/Add", message.headers().action());
            assertNotNull(message.headers().messageId());
            assertFalse(message.isFault());
            XmlReader body = message.body();
            assertTrue(body.toElement(XmlName.of(SHOP, "Add")));
            body.enter();
            assertEquals(2, number(body, "a"));
            assertEquals(3, number(body, "b"));
            Message echo = server.receive();
            assertNotNull(echo);
            assertEquals(SHOP + "/IShop/Echo", echo.headers().action());
            assertNotNull(server.receive());
            assertNull(server.receive());
        }
    }

    private static int number(XmlReader body, String name) {
        assertTrue(body.toElement(XmlName.of(SHOP, name)));
        body.enter();
        int value = body.readInt();
        body.leave();
        return value;
    }

    private static String octets(JsonNode capture, String direction) {
        StringBuilder hex = new StringBuilder();
        for (JsonNode message : capture.get("messages")) {
            boolean first = message.get("conn").asInt() == 1;
            if (first && message.get("dir").asText().equals(direction) && message.has("hex")) {
                hex.append(message.get("hex").asText());
            }
        }
        return hex.toString();
    }

    private static JsonNode capture(String scenario) throws IOException {
        Path path =
                Path.of(System.getProperty("belay.shared", "../../shared"))
                        .resolve("vectors/captures-dotnet")
                        .resolve(scenario + ".json");
        if (!Files.exists(path)) {
            System.out.println("not replayed, for it is not here: " + scenario);
            abort("no capture " + scenario);
        }
        return new ObjectMapper().readTree(Files.readString(path));
    }
}
