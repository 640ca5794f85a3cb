package dev.belay.testing.service.calculator;

import dev.belay.soap.MessageType;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

/** Element Add. */
record Add(int a, int b) {
    private static final XmlName A = XmlName.of("http://Example.org", "a");
    private static final XmlName B = XmlName.of("http://Example.org", "b");

    static final StructType<Add, Draft> TYPE =
            StructType.of(XmlName.of("http://Example.org", "Add"), Draft::new, Draft::build)
                    .intElement(A, XmlTypes.INT, Add::a, (d, v) -> d.a = v)
                    .intElement(B, XmlTypes.INT, Add::b, (d, v) -> d.b = v)
                    .build();

    static final MessageType<Add> MESSAGE =
            MessageType.element(XmlName.of("http://Example.org", "Add"), TYPE);

    /** The fields while they are read. */
    static final class Draft {
        private int a;
        private int b;

        private Add build() {
            return new Add(a, b);
        }
    }
}
