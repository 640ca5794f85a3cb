package dev.belay.soap;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

/**
 * An element that holds nothing but a name in its attribute {@code qname}: NotUnderstood,
 * SupportedEnvelope.
 */
record QNameAttribute(XmlName qname) {
    static final StructType<QNameAttribute, Draft> TYPE =
            StructType.of(
                            EnvelopeVersion.SOAP_1_2.name("NotUnderstoodType"),
                            Draft::new,
                            Draft::build)
                    .attribute(
                            XmlName.of("", "qname"),
                            XmlTypes.QNAME,
                            QNameAttribute::qname,
                            (d, v) -> d.qname = v)
                    .build();

    /** The record in the making. */
    static final class Draft {
        private XmlName qname = XmlName.of("", "none");

        QNameAttribute build() {
            return new QNameAttribute(qname);
        }
    }
}
