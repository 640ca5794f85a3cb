package dev.belay.soap;

import dev.belay.xml.XmlDictionary;
import dev.belay.xml.XmlOutput;
import dev.belay.xml.XmlQuotas;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;
import dev.belay.xml.XmlWriterOptions;

import org.jspecify.annotations.Nullable;

/** Binary XML with the static dictionary of NBFS. */
final class BinaryEncoding extends MessageEncoding {
    static final String MEDIA_TYPE = "application/soap+msbin1";

    BinaryEncoding(MessageVersion version, int maxHeaders) {
        super(version, maxHeaders);
    }

    @Override
    public MessageEncoding withMaxHeaders(int limit) {
        return new BinaryEncoding(version(), limit);
    }

    @Override
    public String mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public String contentType(@Nullable String action) {
        boolean says = !version().addressing().hasHeaders();
        return says && action != null
                ? MEDIA_TYPE + "; action=" + ContentType.quote(action)
                : MEDIA_TYPE;
    }

    @Override
    public boolean accepts(ContentType type) {
        return type.mediaType().equals(MEDIA_TYPE);
    }

    @Override
    XmlWriter writer(XmlOutput out) {
        return XmlWriter.binary(out, XmlDictionary.nbfs(), null, XmlWriterOptions.DEFAULT);
    }

    @Override
    XmlReader reader(byte[] octets, int offset, int length, XmlQuotas quotas) {
        return XmlReader.binary(octets, offset, length, XmlDictionary.nbfs(), null, quotas);
    }
}
