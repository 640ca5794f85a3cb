package dev.belay.testing.service.blocking;

import dev.belay.soap.MessageType;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;

/** Element BlockServiceResponseType. */
record BlockServiceResponseType() {

    static final StructType<BlockServiceResponseType, Draft> TYPE =
            StructType.of(
                            XmlName.of("http://www.example.org", "BlockServiceResponseType"),
                            Draft::new,
                            Draft::build)
                    .build();

    static final MessageType<BlockServiceResponseType> MESSAGE =
            MessageType.element(
                    XmlName.of("http://www.example.org", "BlockServiceResponseType"), TYPE);

    /** The fields while they are read. */
    static final class Draft {

        private BlockServiceResponseType build() {
            return new BlockServiceResponseType();
        }
    }
}
