package dev.belay.testing.service.blocking;

import dev.belay.soap.MessageType;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;

/** Element UnBlockServiceResponseType. */
record UnBlockServiceResponseType() {

    static final StructType<UnBlockServiceResponseType, Draft> TYPE =
            StructType.of(
                            XmlName.of("http://www.example.org", "UnBlockServiceResponseType"),
                            Draft::new,
                            Draft::build)
                    .build();

    static final MessageType<UnBlockServiceResponseType> MESSAGE =
            MessageType.element(
                    XmlName.of("http://www.example.org", "UnBlockServiceResponseType"), TYPE);

    /** The fields while they are read. */
    static final class Draft {

        private UnBlockServiceResponseType build() {
            return new UnBlockServiceResponseType();
        }
    }
}
