package dev.belay.channel.framing;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.function.Function;

/**
 * Judges a preamble record by record, as soon as each is complete, so that a refusal does not wait
 * for the rest.
 *
 * @param <T> what vias lead to
 */
final class PreambleReceiver<T extends PreambleTarget> {
    private static final String SCHEME = "net.tcp";

    private final RecordDecoder decoder;
    private final Set<FramingMode> modes;
    private final Function<Via, @Nullable T> router;

    private FramingMode mode = FramingMode.DUPLEX;
    private String via = "";
    private @Nullable T target;
    private @Nullable FramingEncoding encoding;

    /**
     * @param modes the modes that are served; all others are refused
     * @param router finds the target of a via, or null
     */
    PreambleReceiver(
            RecordDecoder decoder, Set<FramingMode> modes, Function<Via, @Nullable T> router) {
        this.decoder = decoder;
        this.modes = modes;
        this.router = router;
    }

    /**
     * Takes octets up to the end of the preamble; what follows it stays in the buffer.
     *
     * @return the preamble, or null when all octets were taken and it goes on
     */
    @Nullable Preamble<T> receive(ByteBuffer in) throws FramingException {
        while (true) {
            FramingRecord record = decoder.decode(in);
            switch (record) {
                case null -> {
                    return null;
                }
                case FramingRecord.Version version -> {}
                case FramingRecord.Mode(FramingMode requested) -> mode(requested);
                case FramingRecord.Via(String uri) -> via(uri);
                case FramingRecord.Encoding(FramingEncoding requested) -> encoding(requested);
                case FramingRecord.UpgradeRequest(String name) ->
                        throw FramingException.answered(
                                FramingFault.UPGRADE_INVALID,
                                "upgrade " + name + " is not offered");
                case FramingRecord.Signal signal -> {
                    return complete();
                }
                case FramingRecord.SizedEnvelope envelope -> throw outside(record);
                case FramingRecord.Chunk chunk -> throw outside(record);
                case FramingRecord.Fault fault -> throw outside(record);
            }
        }
    }

    private void mode(FramingMode requested) throws FramingException {
        if (!modes.contains(requested)) {
            throw FramingException.answered(
                    FramingFault.UNSUPPORTED_MODE, "mode " + requested + " is not offered");
        }
        mode = requested;
    }

    private void via(String uri) throws FramingException {
        Via parsed = Via.parse(uri);
        if (parsed == null) {
            throw FramingException.silent("via is not an absolute address");
        }
        via = uri;
        target = parsed.scheme().equals(SCHEME) ? router.apply(parsed) : null;
        if (target == null) {
            throw FramingException.answered(
                    FramingFault.ENDPOINT_NOT_FOUND, "no listener for the path " + parsed.path());
        }
    }

    private void encoding(FramingEncoding requested) throws FramingException {
        T reached = target;
        boolean wrongMode = requested.needsSession() && mode == FramingMode.SINGLETON_UNSIZED;
        if (reached == null || wrongMode || !reached.speaks(requested)) {
            throw FramingException.answered(
                    FramingFault.CONTENT_TYPE_INVALID,
                    "encoding " + requested.contentType() + " is not offered");
        }
        encoding = requested;
    }

    private Preamble<T> complete() throws FramingException {
        T reached = target;
        FramingEncoding agreed = encoding;
        if (reached == null || agreed == null) {
            throw new IllegalStateException("preamble ended without via or encoding");
        }
        String upgrade = reached.requiredUpgrade();
        if (upgrade != null) {
            throw FramingException.answered(
                    FramingFault.UPGRADE_INVALID, "upgrade " + upgrade + " is required");
        }
        return new Preamble<>(mode, via, agreed, reached);
    }

    private static IllegalStateException outside(FramingRecord record) {
        return new IllegalStateException("inside a preamble: " + record);
    }
}
