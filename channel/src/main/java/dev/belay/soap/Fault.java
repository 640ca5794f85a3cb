package dev.belay.soap;

import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.XmlType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A fault, the same for SOAP 1.1 and 1.2. Codes go from the generic to the specific; the codes that
 * SOAP defines have no namespace here, as {@link #SENDER}.
 *
 * <p>In SOAP 1.1 the first subcode takes the place of the code, only the first reason is sent, and
 * no node. Read from SOAP 1.1 a fault has one code.
 *
 * <p>Immutable, for any number of threads.
 */
public final class Fault {
    /** The sender is at fault; Client in SOAP 1.1. */
    public static final XmlName SENDER = XmlName.of("", "Sender");

    /** The receiver is at fault; Server in SOAP 1.1. */
    public static final XmlName RECEIVER = XmlName.of("", "Receiver");

    /** The envelope has a version that the receiver does not know. */
    public static final XmlName VERSION_MISMATCH = XmlName.of("", "VersionMismatch");

    /** A header that must be understood was not. */
    public static final XmlName MUST_UNDERSTAND = XmlName.of("", "MustUnderstand");

    /** The encoding style is not known; Client in SOAP 1.1. */
    public static final XmlName DATA_ENCODING_UNKNOWN = XmlName.of("", "DataEncodingUnknown");

    private final List<XmlName> codes;
    private final List<FaultReason> reasons;
    private final @Nullable String role;
    private final @Nullable String node;
    private final @Nullable XmlBuffer detail;

    private Fault(Builder builder) {
        codes = List.copyOf(builder.codes);
        reasons = List.copyOf(builder.reasons);
        role = builder.role;
        node = builder.node;
        detail = builder.detail;
    }

    /** A fault of the sender with a reason in English. */
    public static Fault sender(String reason) {
        return builder(SENDER).reason(reason).build();
    }

    /** A fault of the receiver with a reason in English. */
    public static Fault receiver(String reason) {
        return builder(RECEIVER).reason(reason).build();
    }

    /**
     * The fault that tells of an error. A fault that the application has put into words is that
     * one, as it is; else the words depend on the disclosure.
     */
    public static Fault ofError(Throwable error, FaultDisclosure disclosure) {
        return FaultText.of(error, disclosure);
    }

    /** Starts a fault with its codes, the generic one first. */
    public static Builder builder(XmlName code, XmlName... subcodes) {
        return new Builder(code, subcodes);
    }

    /** The codes, at least one, from the generic to the specific. */
    public List<XmlName> codes() {
        return codes;
    }

    /** The first code. */
    public XmlName code() {
        return codes.getFirst();
    }

    /** The first subcode, or null. */
    public @Nullable XmlName subcode() {
        return codes.size() > 1 ? codes.get(1) : null;
    }

    /** Whether a code or subcode is this one. */
    public boolean hasCode(XmlName code) {
        return codes.contains(code);
    }

    /** The reasons in all languages; empty only if the peer sent none. */
    public List<FaultReason> reasons() {
        return reasons;
    }

    /** The first reason's text, or an empty one. */
    public String reason() {
        return reasons.isEmpty() ? "" : reasons.getFirst().text();
    }

    /** The reason in a language or one of its regions, else the first. */
    public String reason(String language) {
        for (FaultReason reason : reasons) {
            String tag = reason.language();
            if (tag.regionMatches(true, 0, language, 0, language.length())
                    && (tag.length() == language.length()
                            || tag.charAt(language.length()) == '-')) {
                return reason.text();
            }
        }
        return reason();
    }

    /** The role (SOAP 1.1: actor) that the node played which found the fault, or null. */
    public @Nullable String role() {
        return role;
    }

    /** The node that found the fault, or null. */
    public @Nullable String node() {
        return node;
    }

    /** The detail element with all it holds, or null. Its own name says nothing. */
    public @Nullable XmlBuffer detail() {
        return detail;
    }

    /**
     * Reads an element of the detail.
     *
     * @return null if the detail has no element of that name
     * @throws dev.belay.error.BelayException if it does not fit the type
     */
    public <T> @Nullable T detail(XmlName element, XmlType<T> type) {
        return FaultDetail.read(detail, element, type);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fault that
                && codes.equals(that.codes)
                && reasons.equals(that.reasons)
                && Objects.equals(role, that.role)
                && Objects.equals(node, that.node)
                && Objects.equals(detail, that.detail);
    }

    @Override
    public int hashCode() {
        return Objects.hash(codes, reasons, role, node);
    }

    /** Codes and first reason. */
    @Override
    public String toString() {
        return codes + ": " + reason();
    }

    /** Collects the parts of a fault. Not for several threads. */
    public static final class Builder {
        private final List<XmlName> codes = new ArrayList<>();
        private final List<FaultReason> reasons = new ArrayList<>();
        private @Nullable String role;
        private @Nullable String node;
        private @Nullable XmlBuffer detail;

        private Builder(XmlName code, XmlName... subcodes) {
            codes.add(Objects.requireNonNull(code, "code"));
            codes.addAll(List.of(subcodes));
        }

        /** Adds a more specific code. */
        public Builder subcode(XmlName code) {
            codes.add(Objects.requireNonNull(code, "code"));
            return this;
        }

        /** Adds a reason in English. */
        public Builder reason(String text) {
            reasons.add(FaultReason.of(text));
            return this;
        }

        /** Adds a reason in a language. */
        public Builder reason(String text, String language) {
            reasons.add(new FaultReason(text, language));
            return this;
        }

        /** The role of the node that found the fault. */
        public Builder role(@Nullable String uri) {
            role = uri;
            return this;
        }

        /** The node that found the fault. */
        public Builder node(@Nullable String uri) {
            node = uri;
            return this;
        }

        /** The detail: an element of any name around the entries. */
        public Builder detail(@Nullable XmlBuffer element) {
            detail = element;
            return this;
        }

        /** A detail with one entry. */
        public <T> Builder detail(XmlName element, XmlType<T> type, T value) {
            detail = FaultDetail.of(element, type, value);
            return this;
        }

        /** The fault. */
        public Fault build() {
            return new Fault(this);
        }
    }
}
