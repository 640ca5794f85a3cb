package dev.belay.channel.framing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViaTest {
    @Test
    void partsAreSplit() {
        assertEquals(
                new Via("net.tcp", "localhost", 7533, "/", false),
                Via.parse("net.tcp://localhost:7533"));
        assertEquals(
                new Via("net.tcp", "a", -1, "/Shop/x", true), Via.parse("NET.TCP://a/Shop/x?wsdl"));
        assertEquals(new Via("net.tcp", "[::1]", 80, "/", true), Via.parse("net.tcp://[::1]:80?x"));
        assertEquals(new Via("net.tcp", "[::1]", -1, "/", false), Via.parse("net.tcp://[::1]/"));
        assertEquals(new Via("net.tcp", "h", 1, "/a", false), Via.parse("net.tcp://me@h:1/a#f"));
        assertEquals(new Via("net.tcp", "h", -1, "/a@b", false), Via.parse("net.tcp://h/a@b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not a uri",
                "/shop",
                "net.tcp:",
                "net.tcp:/h",
                "net.tcp://",
                "net.tcp:///a",
                "1a://h",
                "net.tcp://h:x/",
                "net.tcp://h:65536/",
                "net.tcp://h/a b",
                "net.tcp://h/\n",
                "://h"
            })
    void othersAreNone(String text) {
        assertNull(Via.parse(text));
    }
}
