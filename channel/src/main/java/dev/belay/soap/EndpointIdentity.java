package dev.belay.soap;

import dev.belay.xml.XmlBuffer;

import java.util.Objects;

/** Whom to expect at an endpoint (WS-AddressingIdentity). */
public sealed interface EndpointIdentity {
    /** A host name, as its certificate says. */
    record Dns(String name) implements EndpointIdentity {
        /** Not null. */
        public Dns {
            Objects.requireNonNull(name, "name");
        }
    }

    /** A user principal name. */
    record Upn(String name) implements EndpointIdentity {
        /** Not null. */
        public Upn {
            Objects.requireNonNull(name, "name");
        }
    }

    /** A service principal name. */
    record Spn(String name) implements EndpointIdentity {
        /** Not null. */
        public Spn {
            Objects.requireNonNull(name, "name");
        }
    }

    /** A key or certificate, or a claim of a kind that is not known, as XML. */
    record Other(XmlBuffer element) implements EndpointIdentity {
        /** Not null. */
        public Other {
            Objects.requireNonNull(element, "element");
        }
    }
}
