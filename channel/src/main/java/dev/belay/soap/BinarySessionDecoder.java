package dev.belay.soap;

import dev.belay.error.BelayException;
import dev.belay.xml.SessionStringTable;
import dev.belay.xml.XmlDictionary;
import dev.belay.xml.XmlQuotas;
import dev.belay.xml.XmlReader;

/**
 * Decodes the messages of one direction of one binary session ({@code
 * application/soap+msbinsession1}, MC-NBFSE), in the order of the wire. Each begins with the
 * strings that it and all later ones may use.
 *
 * <p>For the one thread that reads the session. The messages may be read by others, while later
 * ones are decoded.
 */
public final class BinarySessionDecoder {
    /** The media type. */
    public static final String MEDIA_TYPE = "application/soap+msbinsession1";

    private final MessageVersion version;
    private final int maxHeaders;
    private final XmlQuotas quotas;
    private final SessionStringTable table;

    /**
     * A decoder for a session that begins.
     *
     * @param maxHeaders the most headers of a message
     * @param maxStrings the most octets of all strings of the session; 2048 is usual
     */
    public BinarySessionDecoder(
            MessageVersion version, int maxHeaders, int maxStrings, XmlQuotas quotas) {
        this.version = version;
        this.maxHeaders = maxHeaders;
        this.quotas = quotas;
        this.table = new SessionStringTable(maxStrings);
    }

    /**
     * Adds the strings of a message and reads its headers. The octets belong to the message from
     * then on and must not change.
     *
     * @throws BelayException INVALID_FORMAT or QUOTA_EXCEEDED; if its cause is the strings, all
     *     later messages fail too
     */
    public Message decode(byte[] octets, int offset, int length) {
        int begin = table.addFrom(octets, offset, length);
        XmlReader reader =
                XmlReader.binary(
                        octets,
                        offset + begin,
                        length - begin,
                        XmlDictionary.nbfs(),
                        table.snapshot(),
                        quotas);
        return Message.read(reader, version, maxHeaders, length);
    }
}
