package dev.belay.soap;

import dev.belay.error.ErrorCode;
import dev.belay.xml.NodeType;
import dev.belay.xml.XmlReader;

/** Reads envelopes. */
final class EnvelopeReader {
    private EnvelopeReader() {}

    /** Reads up to the first node of the body; the headers go where they belong. */
    static void readStart(XmlReader reader, MessageHeaders headers, int maxHeaders) {
        EnvelopeVersion version = headers.version().envelope();
        if (!reader.toElement(version.envelope)) {
            throw notAnEnvelope(reader, version);
        }
        reader.enter();
        if (reader.toElement(version.header)) {
            reader.enter();
            new HeaderReader(reader, headers, maxHeaders).readAll();
            reader.leave();
        }
        if (!reader.toElement(version.body)) {
            throw reader.error(ErrorCode.INVALID_FORMAT, "envelope without a body");
        }
        reader.enter();
        while (reader.nodeType() == NodeType.COMMENT
                || reader.nodeType() == NodeType.TEXT && reader.isWhitespace()) {
            reader.next();
        }
    }

    private static RuntimeException notAnEnvelope(XmlReader reader, EnvelopeVersion version) {
        if (reader.nodeType() == NodeType.ELEMENT && reader.localName().equals("Envelope")) {
            return new VersionMismatchException(
                    version, reader.error(ErrorCode.INVALID_FORMAT, "another SOAP version"));
        }
        return reader.error(ErrorCode.INVALID_FORMAT, "the document is no SOAP envelope");
    }

    /** Reads from behind the body's content to the end of the document. */
    static void readEnd(XmlReader reader, EnvelopeVersion version) {
        reader.leave();
        while (version == EnvelopeVersion.SOAP_1_1 && reader.toElement()) {
            reader.skip();
        }
        reader.leave();
        if (reader.toElement() || reader.nodeType() != NodeType.END) {
            throw reader.error(ErrorCode.INVALID_FORMAT, "something follows the envelope");
        }
    }
}
