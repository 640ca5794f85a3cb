package dev.belay.testing.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.channel.Binding;
import dev.belay.channel.Listener;
import dev.belay.channel.ListenerOptions;
import dev.belay.soap.MessageVersion;

import org.junit.jupiter.api.Test;

/** Envelopes of another version of SOAP than the one that a listener speaks. */
class OtherVersionTest extends HttpTest {
    private static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";

    private RawPeer client(Listener listener) throws Exception {
        return closing(RawPeer.connect(port(listener)));
    }

    @Test
    void soap12AtAnEndpointOfSoap11IsAFault() throws Exception {
        RawPeer client = client(listen(ListenerOptions.DEFAULT));
        String other = post(envelope("x").replace(SOAP_11, SOAP_12));
        for (int i = 0; i < 2; i++) { // the connection goes on
            RawPeer.Received answer = client.send(other).read();
            assertEquals(500, answer.status());
            assertEquals(TYPE, answer.header("Content-Type"));
            assertTrue(answer.body().contains(SOAP_11), answer.body());
            assertTrue(answer.body().contains(":VersionMismatch<"), answer.body());
        }
    }

    @Test
    void soap11AtAnEndpointOfSoap12IsAFaultThatSaysWhatIsSpoken() throws Exception {
        Binding soap12 = binding.withVersion(MessageVersion.SOAP_1_2_WSA_1_0);
        Listener listener =
                closing(Listener.create(soap12, ListenerOptions.DEFAULT, environment))
                        .open("http://127.0.0.1:0/shop");
        String type = "application/soap+xml; charset=utf-8";
        RawPeer.Received answer =
                client(listener).send(post(envelope("x")).replace(TYPE, type)).read();
        assertEquals(500, answer.status());
        assertEquals(type, answer.header("Content-Type"));
        assertTrue(answer.body().contains(SOAP_12), answer.body());
        assertTrue(answer.body().contains("Upgrade"), answer.body());
        assertTrue(answer.body().contains(":VersionMismatch<"), answer.body());
    }
}
