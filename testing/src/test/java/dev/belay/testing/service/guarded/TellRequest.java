package dev.belay.testing.service.guarded;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

import java.util.Objects;

/**
 * The structure {@code Tell}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param secret element {@code secret}
 */
record TellRequest(String secret) {
    private static final String NAMESPACE = "http://example.org/guarded";

    static final StructType<TellRequest, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "Tell"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "secret"),
                            XmlTypes.STRING,
                            TellRequest::secret,
                            (d, v) -> d.secret = v)
                    .build();

    /** Refuses null where a value is required; copies lists. */
    TellRequest {
        Objects.requireNonNull(secret, "secret");
    }

    /** What reading fills. For one thread. */
    @SuppressWarnings("NullAway.Init")
    static final class Draft {
        String secret;

        TellRequest build() {
            return new TellRequest(secret);
        }
    }
}
