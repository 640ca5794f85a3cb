package dev.belay.testing.service.calculator;

import dev.belay.soap.MessageType;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

/** Element AddResponse. */
record AddResponse(int result) {
    private static final XmlName RESULT = XmlName.of("http://Example.org", "result");

    static final StructType<AddResponse, Draft> TYPE =
            StructType.of(XmlName.of("http://Example.org", "AddResponse"), Draft::new, Draft::build)
                    .intElement(RESULT, XmlTypes.INT, AddResponse::result, (d, v) -> d.result = v)
                    .build();

    static final MessageType<AddResponse> MESSAGE =
            MessageType.element(XmlName.of("http://Example.org", "AddResponse"), TYPE);

    /** The fields while they are read. */
    static final class Draft {
        private int result;

        private AddResponse build() {
            return new AddResponse(result);
        }
    }
}
