package dev.belay.testing.channel;

import dev.belay.soap.Message;
import dev.belay.soap.MessageVersion;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

/** Messages that carry one text. */
final class Texts {
    private static final String ACTION = "urn:cells/text";
    private static final XmlName NAME = XmlName.of("urn:cells", "text");

    private Texts() {}

    static Message request(MessageVersion version, String text) {
        return Message.request(version, ACTION, writer -> write(writer, text));
    }

    static Message oneWay(MessageVersion version, String text) {
        return Message.oneWay(version, ACTION, writer -> write(writer, text));
    }

    static Message reply(Message request, String text) {
        return request.reply(ACTION, writer -> write(writer, text));
    }

    private static void write(XmlWriter writer, String text) {
        writer.startElement(NAME);
        writer.text(text);
        writer.endElement();
    }

    static String of(Message message) {
        if (message == null) {
            throw new AssertionError("no message");
        }
        XmlReader body = message.body();
        if (!body.toElement(NAME)) {
            throw new AssertionError("no text in the body");
        }
        body.enter();
        return body.readString();
    }
}
