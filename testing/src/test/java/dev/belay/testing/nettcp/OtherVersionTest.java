package dev.belay.testing.nettcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.channel.Binding;
import dev.belay.channel.Channel;
import dev.belay.channel.Encoding;
import dev.belay.channel.Listener;
import dev.belay.soap.EnvelopeVersion;
import dev.belay.soap.Message;
import dev.belay.soap.MessageEncoding;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Envelopes of another version of SOAP than the one that a session speaks. */
class OtherVersionTest extends NetTcpBed {
    private static final String SOAP_12_TEXT = "0303";

    private static final String SOAP_11 =
            "<s:Envelope xmlns:s='"
                    + EnvelopeVersion.SOAP_1_1.namespace()
                    + "'><s:Body/></s:Envelope>";

    @Override
    Binding binding() {
        return Binding.netTcp().withEncoding(Encoding.TEXT_UTF8);
    }

    @Test
    void theSessionGoesOnBehindTheFault() throws IOException {
        Listener listener = listen("/shop");
        RawPeer peer = closing(RawPeer.connect(port(listener)));
        peer.send(RawPeer.preamble(url(listener), SOAP_12_TEXT)).expect("0b");
        Channel server = closing(listener.accept());
        peer.send(RawPeer.envelope(SOAP_11.getBytes(StandardCharsets.UTF_8)));
        String fault = new String(peer.readEnvelope(), StandardCharsets.UTF_8);
        assertTrue(fault.contains(EnvelopeVersion.SOAP_1_2.namespace().toString()), fault);
        assertTrue(fault.contains("Upgrade"), fault);
        assertTrue(fault.contains(":VersionMismatch<"), fault);
        Message request = Echo.request(binding().version(), "good");
        peer.send(RawPeer.envelope(MessageEncoding.text(binding().version()).encode(request)));
        assertEquals("good", Echo.text(Objects.requireNonNull(server.receive())));
    }
}
