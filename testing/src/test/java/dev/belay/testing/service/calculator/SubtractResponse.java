package dev.belay.testing.service.calculator;

import dev.belay.soap.MessageType;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

/** Element SubtractResponse. */
record SubtractResponse(int result) {
    private static final XmlName RESULT = XmlName.of("http://Example.org", "result");

    static final StructType<SubtractResponse, Draft> TYPE =
            StructType.of(
                            XmlName.of("http://Example.org", "SubtractResponse"),
                            Draft::new,
                            Draft::build)
                    .intElement(
                            RESULT, XmlTypes.INT, SubtractResponse::result, (d, v) -> d.result = v)
                    .build();

    static final MessageType<SubtractResponse> MESSAGE =
            MessageType.element(XmlName.of("http://Example.org", "SubtractResponse"), TYPE);

    /** The fields while they are read. */
    static final class Draft {
        private int result;

        private SubtractResponse build() {
            return new SubtractResponse(result);
        }
    }
}
