package dev.belay.soap;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlString;
import dev.belay.xml.type.XmlType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The headers of a message: those of WS-Addressing by name, all others by {@link XmlName} and
 * {@link XmlType}. Only headers for the ultimate receiver, or for every receiver, are seen here.
 *
 * <p>Without addressing headers ({@link AddressingVersion#TRANSPORT}) action and address are kept
 * for the transport and not written.
 *
 * <p>For one thread at a time, as the message.
 */
public final class MessageHeaders {
    private final MessageVersion version;
    private final List<OwnHeader> own = new ArrayList<>(2);
    private final List<RelatesTo> relations = new ArrayList<>(1);
    private @Nullable String action;
    private @Nullable XmlString actionString;
    private @Nullable String to;
    private @Nullable XmlString toString;
    private @Nullable String messageId;
    private @Nullable EndpointAddress replyTo;
    private @Nullable EndpointAddress faultTo;
    private @Nullable EndpointAddress from;

    // The first thing wrong with the addressing headers as they came, and the name of what came
    // twice.
    private @Nullable Fault addressingFault;
    private @Nullable XmlName duplicate;

    MessageHeaders(MessageVersion version) {
        this.version = version;
    }

    /** The versions of envelope and addressing. */
    public MessageVersion version() {
        return version;
    }

    // Addressing

    /**
     * What the message is for, or null.
     *
     * @throws BelayException INVALID_FORMAT if the message came with several; so do the other
     *     getters of single headers
     */
    public @Nullable String action() {
        return single(version.addressing().action, action);
    }

    /** Sets what the message is for; null removes it. */
    public MessageHeaders action(@Nullable String uri) {
        action = uri;
        actionString = null;
        return this;
    }

    /** Sets what the message is for; a string that many messages share is cheaper to write. */
    public MessageHeaders action(XmlString uri) {
        action = uri.toString();
        actionString = uri;
        return this;
    }

    /** Where the message goes, or null. */
    public @Nullable String to() {
        return single(version.addressing().to, to);
    }

    /** Sets where the message goes; null removes it. */
    public MessageHeaders to(@Nullable String uri) {
        to = uri;
        toString = null;
        return this;
    }

    /** Sets where the message goes; a string that many messages share is cheaper to write. */
    public MessageHeaders to(XmlString uri) {
        to = uri.toString();
        toString = uri;
        return this;
    }

    /** The message's id, or null. */
    public @Nullable String messageId() {
        return single(version.addressing().messageId, messageId);
    }

    /** Sets the message's id; null removes it. */
    public MessageHeaders messageId(@Nullable String uri) {
        messageId = uri;
        return this;
    }

    /** The id of the message that this one is the reply to, or null. */
    public @Nullable String relatesTo() {
        for (RelatesTo relation : relations) {
            if (relation.isReply()) {
                return relation.messageId();
            }
        }
        return null;
    }

    /** Sets the id of the message that this one is the reply to; null removes all relations. */
    public MessageHeaders relatesTo(@Nullable String uri) {
        relations.clear();
        if (uri != null) {
            relations.add(new RelatesTo(uri, null));
        }
        return this;
    }

    /** All relations to other messages. */
    public List<RelatesTo> relations() {
        return List.copyOf(relations);
    }

    /** Adds a relation to another message. */
    public MessageHeaders addRelation(RelatesTo relation) {
        relations.add(Objects.requireNonNull(relation, "relation"));
        return this;
    }

    /** Where replies go, or null. */
    public @Nullable EndpointAddress replyTo() {
        return single(version.addressing().replyTo, replyTo);
    }

    /** Sets where replies go; null removes it. */
    public MessageHeaders replyTo(@Nullable EndpointAddress address) {
        replyTo = address;
        return this;
    }

    /** Where faults go, or null. */
    public @Nullable EndpointAddress faultTo() {
        return single(version.addressing().faultTo, faultTo);
    }

    /** Sets where faults go; null removes it. */
    public MessageHeaders faultTo(@Nullable EndpointAddress address) {
        faultTo = address;
        return this;
    }

    /** Where the message comes from, or null. */
    public @Nullable EndpointAddress from() {
        return single(version.addressing().from, from);
    }

    /** Sets where the message comes from; null removes it. */
    public MessageHeaders from(@Nullable EndpointAddress address) {
        from = address;
        return this;
    }

    /**
     * What is wrong with the addressing headers of a received message, as the fault to answer with:
     * one that came twice, one that is malformed, or an action that is missing or differs from the
     * transport's. Null if all is well.
     */
    public @Nullable Fault addressingFault() {
        return addressingFault;
    }

    // Own headers

    /**
     * Reads a header, which then counts as understood.
     *
     * @return null if there is none or it is nil
     * @throws BelayException INVALID_FORMAT if there are several or it does not fit the type
     */
    public <T> @Nullable T get(XmlName name, XmlType<T> type) {
        OwnHeader found = null;
        for (OwnHeader header : own) {
            if (header.name.equals(name) && isOurs(header)) {
                if (found != null) {
                    throw new BelayException(
                            ErrorCode.INVALID_FORMAT, "header " + name + " came more than once");
                }
                found = header;
            }
        }
        if (found == null) {
            return null;
        }
        found.understood = true;
        return found.read(type);
    }

    /** Reads all headers of a name but those that are nil; they then count as understood. */
    public <T> List<T> getAll(XmlName name, XmlType<T> type) {
        List<T> values = new ArrayList<>();
        for (OwnHeader header : own) {
            if (header.name.equals(name) && isOurs(header)) {
                header.understood = true;
                T value = header.read(type);
                if (value != null) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    /** Whether there is a header of this name. */
    public boolean contains(XmlName name) {
        return own.stream().anyMatch(header -> header.name.equals(name) && isOurs(header));
    }

    /** Adds a header beside those that are there. */
    public <T> MessageHeaders add(XmlName name, XmlType<T> type, T value, HeaderFlags flags) {
        own.add(new OwnHeader.Value<>(name, flags, type, Objects.requireNonNull(value, "value")));
        return this;
    }

    /** Adds a header that a receiver may ignore. */
    public <T> MessageHeaders add(XmlName name, XmlType<T> type, T value) {
        return add(name, type, value, HeaderFlags.NONE);
    }

    /** Removes all headers of a name, if there are any. */
    public MessageHeaders remove(XmlName name) {
        own.removeIf(header -> header.name.equals(name) && isOurs(header));
        return this;
    }

    /** The names of all own headers, in the order of the message. */
    public List<XmlName> names() {
        return own.stream().map(header -> header.name).toList();
    }

    /** Declares all headers of a name understood, without reading them. */
    public void markUnderstood(XmlName name) {
        for (OwnHeader header : own) {
            if (header.name.equals(name)) {
                header.understood = true;
            }
        }
    }

    /** The headers that we must understand and that nobody has read. */
    public List<XmlName> notUnderstood() {
        List<XmlName> names = List.of();
        for (OwnHeader header : own) {
            if (header.flags.mustUnderstand() && !header.understood && isOurs(header)) {
                names = names.isEmpty() ? new ArrayList<>() : names;
                names.add(header.name);
            }
        }
        return names;
    }

    // For the message

    List<OwnHeader> own() {
        return own;
    }

    @Nullable String rawAction() {
        return action;
    }

    @Nullable XmlString actionString() {
        return actionString;
    }

    @Nullable String rawTo() {
        return to;
    }

    @Nullable XmlString toAsString() {
        return toString;
    }

    /** The id to which a reply relates: none if the request has several. */
    @Nullable String replyId() {
        return version.addressing().messageId.equals(duplicate) ? null : messageId;
    }

    @Nullable EndpointAddress rawReplyTo() {
        return replyTo;
    }

    @Nullable EndpointAddress rawFaultTo() {
        return faultTo;
    }

    @Nullable EndpointAddress rawFrom() {
        return from;
    }

    void duplicate(XmlName name) {
        duplicate = name;
        invalid(AddressingFaults.invalidCardinality(version, name));
    }

    void invalid(Fault fault) {
        if (addressingFault == null) {
            addressingFault = fault;
        }
    }

    private <V> @Nullable V single(XmlName name, @Nullable V value) {
        if (duplicate != null && name.equals(duplicate)) {
            throw new BelayException(
                    ErrorCode.INVALID_FORMAT, "header " + name + " came more than once");
        }
        return value;
    }

    private boolean isOurs(OwnHeader header) {
        String role = header.flags.role();
        return role == null || version.envelope().isOurs(role);
    }

    /** The names and where the message goes. */
    @Override
    public String toString() {
        return "headers[action="
                + action
                + ", to="
                + to
                + ", messageId="
                + messageId
                + ", own="
                + names()
                + "]";
    }
}
