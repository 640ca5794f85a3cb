package dev.belay.testing.service.calculator;

import dev.belay.soap.MessageType;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

/** Element Subtract. */
record Subtract(int a, int b) {
    private static final XmlName A = XmlName.of("http://Example.org", "a");
    private static final XmlName B = XmlName.of("http://Example.org", "b");

    static final StructType<Subtract, Draft> TYPE =
            StructType.of(XmlName.of("http://Example.org", "Subtract"), Draft::new, Draft::build)
                    .intElement(A, XmlTypes.INT, Subtract::a, (d, v) -> d.a = v)
                    .intElement(B, XmlTypes.INT, Subtract::b, (d, v) -> d.b = v)
                    .build();

    static final MessageType<Subtract> MESSAGE =
            MessageType.element(XmlName.of("http://Example.org", "Subtract"), TYPE);

    /** The fields while they are read. */
    static final class Draft {
        private int a;
        private int b;

        private Subtract build() {
            return new Subtract(a, b);
        }
    }
}
