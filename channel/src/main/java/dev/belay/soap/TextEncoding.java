package dev.belay.soap;

import dev.belay.xml.XmlOutput;
import dev.belay.xml.XmlQuotas;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;
import dev.belay.xml.XmlWriterOptions;

import org.jspecify.annotations.Nullable;

/** Text XML in UTF-8. */
final class TextEncoding extends MessageEncoding {
    private final String contentType;

    TextEncoding(MessageVersion version, int maxHeaders) {
        super(version, maxHeaders);
        contentType = mediaType() + "; charset=utf-8";
    }

    @Override
    public MessageEncoding withMaxHeaders(int limit) {
        return new TextEncoding(version(), limit);
    }

    @Override
    public String mediaType() {
        return switch (version().envelope()) {
            case SOAP_1_1 -> "text/xml";
            case SOAP_1_2 -> "application/soap+xml";
        };
    }

    @Override
    public String contentType(@Nullable String action) {
        boolean says = version().envelope() == EnvelopeVersion.SOAP_1_2;
        return says && action != null
                ? contentType + "; action=" + ContentType.quote(action)
                : contentType;
    }

    @Override
    public boolean accepts(ContentType type) {
        String charset = type.charset();
        return type.mediaType().equals(mediaType())
                && (charset == null
                        || charset.equals("utf-8")
                        || charset.equals("utf8")
                        || charset.equals("us-ascii"));
    }

    @Override
    XmlWriter writer(XmlOutput out) {
        return XmlWriter.text(out, XmlWriterOptions.DEFAULT);
    }

    @Override
    XmlReader reader(byte[] octets, int offset, int length, XmlQuotas quotas) {
        return XmlReader.text(octets, offset, length, quotas);
    }
}
