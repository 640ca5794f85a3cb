package dev.belay.testing.service.blocking;

import dev.belay.soap.MessageType;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;

/** Element UnBlockServiceType. */
record UnBlockServiceType() {

    static final StructType<UnBlockServiceType, Draft> TYPE =
            StructType.of(
                            XmlName.of("http://www.example.org", "UnBlockServiceType"),
                            Draft::new,
                            Draft::build)
                    .build();

    static final MessageType<UnBlockServiceType> MESSAGE =
            MessageType.element(XmlName.of("http://www.example.org", "UnBlockServiceType"), TYPE);

    /** The fields while they are read. */
    static final class Draft {

        private UnBlockServiceType build() {
            return new UnBlockServiceType();
        }
    }
}
