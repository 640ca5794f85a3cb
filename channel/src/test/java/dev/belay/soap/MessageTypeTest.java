package dev.belay.soap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.XmlTypes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/** Messages as values of one type. */
final class MessageTypeTest {
    private static final MessageVersion VERSION = MessageVersion.SOAP_1_2_WSA_1_0;
    private static final XmlName NUMBER = XmlName.of("urn:x", "Number");

    static List<MessageType<TagRequest>> contracts() {
        return List.of(TagRequest.WRAPPED, TagRequest.BARE);
    }

    private static <T> Message sent(MessageType<T> type, T value) {
        Message message = Message.request(VERSION, "urn:x/Do", type.body(value));
        type.writeHeaders(message.headers(), value);
        return Envelopes.sent(message, MessageEncoding.binary(VERSION));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void headersAndBodyAreOneValue(MessageType<TagRequest> type) {
        for (TagRequest value :
                List.of(new TagRequest("t", 5, "text"), new TagRequest(null, 0, null))) {
            Message message = sent(type, value);
            assertEquals(List.of(TagRequest.BASKET), message.headers().notUnderstood());
            assertEquals(value, type.read(message));
            assertEquals(List.of(), message.headers().notUnderstood());
        }
    }

    @Test
    void aMissingHeaderIsNamed() {
        Message message =
                Message.request(
                        VERSION, "urn:x/Do", TagRequest.WRAPPED.body(new TagRequest(null, 1, "t")));
        Message received = Envelopes.sent(message, MessageEncoding.text(VERSION));
        var thrown = assertThrows(BelayException.class, () -> TagRequest.WRAPPED.read(received));
        assertEquals(ErrorCode.INVALID_FORMAT, thrown.code());
        assertTrue(thrown.getMessage().contains("Basket"), thrown.getMessage());
        assertEquals(MessageState.DONE, received.state());
    }

    @Test
    void aWrongBodyIsNamed() {
        MessageType<Integer> type = MessageType.element(NUMBER, XmlTypes.INT);
        Message received = sent(MessageType.element(TagRequest.TAG, XmlTypes.INT), 1);
        var thrown = assertThrows(BelayException.class, () -> type.read(received));
        assertTrue(thrown.getMessage().contains("{urn:x}Number"), thrown.getMessage());
    }

    @Test
    void emptyAndNillableBodies() {
        MessageType<String> empty = MessageType.empty("nothing");
        assertEquals("nothing", empty.read(sent(empty, "nothing")));
        assertEquals("nothing", empty.read(sent(MessageType.element(NUMBER, XmlTypes.INT), 1)));
        var nillable = MessageType.nillable(NUMBER, XmlTypes.INT);
        assertEquals(4, nillable.read(sent(nillable, 4)));
        assertNull(nillable.read(sent(nillable, null)));
        assertNull(nillable.read(sent(empty, "nothing")));
        Message nil = sent(nillable, null);
        assertThrows(
                BelayException.class, () -> MessageType.element(NUMBER, XmlTypes.INT).read(nil));
    }
}
