package dev.belay.testing.service.blocking;

import dev.belay.soap.MessageType;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;

/** Element BlockServiceType. */
record BlockServiceType() {

    static final StructType<BlockServiceType, Draft> TYPE =
            StructType.of(
                            XmlName.of("http://www.example.org", "BlockServiceType"),
                            Draft::new,
                            Draft::build)
                    .build();

    static final MessageType<BlockServiceType> MESSAGE =
            MessageType.element(XmlName.of("http://www.example.org", "BlockServiceType"), TYPE);

    /** The fields while they are read. */
    static final class Draft {

        private BlockServiceType build() {
            return new BlockServiceType();
        }
    }
}
