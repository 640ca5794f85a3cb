package dev.belay.soap;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.Repeated;

import java.util.List;

/** The faults of SOAP itself that say more in headers. */
final class NotUnderstood {
    private NotUnderstood() {}

    static Message reply(Message request) {
        EnvelopeVersion version = request.version().envelope();
        Fault fault =
                Fault.builder(Fault.MUST_UNDERSTAND)
                        .reason(
                                "a header that must be understood was not: "
                                        + request.headers().notUnderstood())
                        .build();
        Message reply = request.replyFault(fault, null);
        if (version == EnvelopeVersion.SOAP_1_2) {
            for (XmlName name : request.headers().notUnderstood()) {
                reply.headers()
                        .add(version.notUnderstood, QNameAttribute.TYPE, new QNameAttribute(name));
            }
        }
        return reply;
    }

    static Message versionMismatch(MessageVersion version) {
        EnvelopeVersion envelope = version.envelope();
        Fault fault =
                Fault.builder(Fault.VERSION_MISMATCH)
                        .reason("the envelope is of another version than " + envelope)
                        .build();
        Message reply = Message.fault(version, fault, null);
        if (envelope == EnvelopeVersion.SOAP_1_2) {
            var supported = Repeated.of(envelope.supportedEnvelope, QNameAttribute.TYPE);
            reply.headers()
                    .add(
                            envelope.upgrade,
                            supported.wrapped(envelope.name("UpgradeType")),
                            List.of(new QNameAttribute(envelope.envelope)));
        }
        return reply;
    }
}
