package dev.belay.soap;

import dev.belay.error.BelayException;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlString;
import dev.belay.xml.XmlWriter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * A SOAP message. An outgoing one has headers and a {@link Body} that is written when it is
 * encoded. A received one has its headers parsed; its body is parsed by whoever asks for it, from
 * the octets that the message keeps.
 *
 * <p>For one thread at a time; it may be handed from thread to thread. Nothing here blocks or does
 * I/O. A call that does not fit the state is an {@link IllegalStateException} and changes nothing.
 */
public final class Message {
    private final MessageVersion version;
    private MessageState state = MessageState.EMPTY;
    private MessageHeaders headers;
    private Body body = Body.EMPTY;
    private boolean isFault;
    private boolean isAddressed;
    private @Nullable Fault fault;
    private @Nullable XmlReader reader;
    private int octets;
    private TransportInfo transport = TransportInfo.NONE;

    private Message(MessageVersion version) {
        this.version = Objects.requireNonNull(version, "version");
        this.headers = new MessageHeaders(version);
    }

    // Making messages

    /** A message with nothing in it. */
    public static Message empty(MessageVersion version) {
        return new Message(version);
    }

    /** A request that expects a reply, with a new id. */
    public static Message request(MessageVersion version, String action, Body body) {
        return empty(version).initialize(action, body).expectReply();
    }

    /**
     * A request that expects a reply, with a new id; an action that many messages share is cheaper
     * to write.
     */
    public static Message request(MessageVersion version, XmlString action, Body body) {
        Message message = request(version, action.toString(), body);
        message.headers.action(action);
        return message;
    }

    /** A message that expects no reply. */
    public static Message oneWay(MessageVersion version, String action, Body body) {
        return empty(version).initialize(action, body);
    }

    /** A message that expects no reply; an action that many messages share is cheaper to write. */
    public static Message oneWay(MessageVersion version, XmlString action, Body body) {
        Message message = oneWay(version, action.toString(), body);
        message.headers.action(action);
        return message;
    }

    /**
     * A fault that relates to no message.
     *
     * @param action null for the usual action of faults
     */
    public static Message fault(MessageVersion version, Fault fault, @Nullable String action) {
        return empty(version).initializeFault(fault, action);
    }

    /**
     * The reply to this message: it relates to its id and goes where it wants replies.
     *
     * @throws IllegalStateException if this message is empty
     */
    public Message reply(@Nullable String action, Body replyBody) {
        MessageHeaders request = headers();
        Message reply = empty(version).initialize(action, replyBody);
        reply.answer(request, request.rawReplyTo());
        return reply;
    }

    /** The reply to this message; an action that many messages share is cheaper to write. */
    public Message reply(XmlString action, Body replyBody) {
        Message reply = reply(action.toString(), replyBody);
        reply.headers.action(action);
        return reply;
    }

    /**
     * The fault that answers this message: it relates to its id and goes where it wants faults.
     *
     * @param action null for the usual action of faults
     * @throws IllegalStateException if this message is empty
     */
    public Message replyFault(Fault reason, @Nullable String action) {
        MessageHeaders request = headers();
        Message reply = fault(version, reason, action);
        EndpointAddress faultTo = request.rawFaultTo();
        reply.answer(request, faultTo != null ? faultTo : request.rawReplyTo());
        return reply;
    }

    /**
     * The fault that answers this message because of headers that must be understood and were not.
     */
    public Message replyNotUnderstood() {
        return NotUnderstood.reply(this);
    }

    /**
     * Makes an empty message one with this action and body.
     *
     * @throws IllegalStateException if it is not empty
     */
    public Message initialize(@Nullable String action, Body newBody) {
        require(MessageState.EMPTY, "initialize");
        state = MessageState.INITIALIZED;
        body = Objects.requireNonNull(newBody, "body");
        headers.action(action);
        return this;
    }

    private Message initializeFault(Fault reason, @Nullable String action) {
        String usual = FaultWriter.action(version, reason);
        initialize(action != null ? action : usual, FaultWriter.body(version.envelope(), reason));
        FaultWriter.addHeaders(headers, reason);
        fault = reason;
        isFault = true;
        return this;
    }

    private Message expectReply() {
        if (version.addressing().hasHeaders()) {
            headers.messageId(MessageIds.next());
            headers.replyTo(EndpointAddress.anonymous(version.addressing()));
        }
        return this;
    }

    private void answer(MessageHeaders request, @Nullable EndpointAddress address) {
        isAddressed = true;
        if (version.addressing().hasHeaders()) {
            headers.relatesTo(request.replyId());
            if (address != null && !address.isAnonymous()) {
                addressTo(address);
            }
        }
    }

    /**
     * Says where the message goes, with the headers that the address asks for.
     *
     * @throws IllegalStateException if it is empty or has an address already
     */
    public Message address(EndpointAddress to) {
        MessageHeaders mine = headers();
        if (isAddressed) {
            throw new IllegalStateException(
                    "message is addressed already: address() in state " + state);
        }
        isAddressed = true;
        if (mine.rawTo() == null) {
            addressTo(to);
        }
        return this;
    }

    private void addressTo(EndpointAddress to) {
        headers.to(to.uri());
        to.referenceParameters().forEach(each -> headers.own().add(OwnHeader.Reference.of(each)));
    }

    // What it is

    /** The versions of envelope and addressing. */
    public MessageVersion version() {
        return version;
    }

    /** Where it stands between being made and being done with. */
    public MessageState state() {
        return state;
    }

    /**
     * The headers.
     *
     * @throws IllegalStateException if the message is empty
     */
    public MessageHeaders headers() {
        if (state == MessageState.EMPTY) {
            throw misuse("headers");
        }
        return headers;
    }

    /** Whether the body is a fault. */
    public boolean isFault() {
        return isFault;
    }

    /** Whether it is known where the message goes. */
    public boolean isAddressed() {
        return isAddressed;
    }

    /** The octets that a received message took in its encoding; 0 of an outgoing one. */
    public int octets() {
        return octets;
    }

    /** What the transport knows of a received message. */
    public TransportInfo transport() {
        return transport;
    }

    /**
     * Tells what the transport knows. Without addressing headers, action and address are the
     * transport's; with them, an action of the transport that differs is an addressing fault.
     */
    public Message transport(TransportInfo info) {
        MessageHeaders mine = headers();
        transport = Objects.requireNonNull(info, "info");
        String said = info.action();
        if (!version.addressing().hasHeaders()) {
            mine.action(said);
            mine.to(info.url());
        } else if (said != null && !said.isEmpty() && !said.equals(mine.rawAction())) {
            mine.invalid(AddressingFaults.actionMismatch(version));
        }
        return this;
    }

    // Reading

    /**
     * A reader of the body's content: at the first element, or at the end of the body. The same one
     * each time.
     *
     * @throws IllegalStateException if the message is not being read
     */
    public XmlReader body() {
        require(MessageState.READING, "body");
        return Objects.requireNonNull(reader);
    }

    /**
     * Reads what closes the body and the envelope. The message is then done, also if this fails.
     *
     * @throws BelayException INVALID_FORMAT if something else is there
     * @throws IllegalStateException if the message is not being read
     */
    public void readEnd() {
        XmlReader rest = body();
        state = MessageState.DONE;
        EnvelopeReader.readEnd(rest, version.envelope());
    }

    /**
     * Reads the body as a fault, to its end; the message is then done. Later calls give the same
     * fault.
     *
     * @throws BelayException INVALID_FORMAT if it is malformed
     * @throws IllegalStateException if the message is not a fault or not being read
     */
    public Fault readFault() {
        if (!isFault) {
            throw new IllegalStateException(
                    "message is not a fault: readFault() in state " + state);
        }
        if (fault == null) {
            Fault read = FaultReader.read(body(), version.envelope());
            readEnd();
            fault = read;
        }
        return fault;
    }

    /**
     * Gives up reading or writing. Called by the thread that has the message; does not block. The
     * message is then DONE and its body is not to be had any more. Nobody waits on a message, so no
     * waiting operation ends; the peer sees nothing of it, and the caller has nothing to close. A
     * second call is misuse, as the message is neither being read nor written.
     *
     * @throws IllegalStateException if it is neither being read nor being written
     */
    public void abandon() {
        if (state != MessageState.READING && state != MessageState.WRITING) {
            throw misuse("abandon");
        }
        state = MessageState.DONE;
        reader = null;
    }

    /** Makes the message empty again, in any state. Implies {@link #abandon} where that is due. */
    public void reset() {
        state = MessageState.EMPTY;
        headers = new MessageHeaders(version);
        body = Body.EMPTY;
        isFault = false;
        isAddressed = false;
        fault = null;
        reader = null;
        octets = 0;
        transport = TransportInfo.NONE;
    }

    // For encodings

    /** A message whose envelope the reader stands before; its headers are read. */
    static Message read(XmlReader reader, MessageVersion version, int maxHeaders, int octets) {
        Message message = empty(version);
        EnvelopeReader.readStart(reader, message.headers, maxHeaders);
        message.state = MessageState.READING;
        message.isAddressed = true;
        message.isFault = reader.isElement(version.envelope().fault);
        message.reader = reader;
        message.octets = octets;
        return message;
    }

    /** Begins to write; may then be written any number of times. */
    void beginWriting() {
        require(MessageState.INITIALIZED, "encode");
        state = MessageState.WRITING;
    }

    void writeTo(XmlWriter writer) {
        EnvelopeWriter.write(writer, headers, body);
    }

    void endWriting() {
        if (state == MessageState.WRITING) {
            state = MessageState.DONE;
        }
    }

    private void require(MessageState required, String call) {
        if (state != required) {
            throw misuse(call);
        }
    }

    private IllegalStateException misuse(String call) {
        return new IllegalStateException("message: " + call + "() in state " + state);
    }

    /**
     * The failure that a received message means which is a fault where none was expected.
     *
     * @throws BelayException INVALID_FORMAT if the fault is malformed
     */
    public FaultException faultException(List<FaultType<?>> declared) {
        return FaultType.exception(readFault(), headers.rawAction(), declared);
    }

    /** State, action and id. */
    @Override
    public String toString() {
        return "message[" + state + ", " + headers + "]";
    }
}
