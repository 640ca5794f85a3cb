package dev.belay.testing.nettcp;

import dev.belay.soap.Message;
import dev.belay.soap.MessageVersion;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlString;
import dev.belay.xml.XmlWriter;

/** Messages that carry one text. */
final class Echo {
    static final String ACTION = "urn:echo/Echo";
    private static final XmlString REQUEST = XmlString.of(ACTION);
    private static final XmlString REPLY = XmlString.of("urn:echo/EchoResponse");
    private static final XmlName NAME = XmlName.of("urn:echo", "Echo");

    private Echo() {}

    static Message request(MessageVersion version, String text) {
        return Message.request(version, REQUEST, writer -> write(writer, text));
    }

    static Message oneWay(MessageVersion version, String text) {
        return Message.oneWay(version, REQUEST, writer -> write(writer, text));
    }

    static Message reply(Message request, String text) {
        return request.reply(REPLY, writer -> write(writer, text));
    }

    private static void write(XmlWriter writer, String text) {
        writer.startElement(NAME);
        writer.text(text);
        writer.endElement();
    }

    static String text(Message message) {
        XmlReader body = message.body();
        if (!body.toElement(NAME)) {
            throw new AssertionError("no Echo in the body");
        }
        body.enter();
        return body.readString();
    }
}
