package dev.belay.soap;

/** A SOAP message. One thread at a time. */
public final class Message {
    private final MessageHeaders headers = new MessageHeaders();
    private boolean fault;

    /** The headers. */
    public MessageHeaders headers() {
        return headers;
    }

    /** True if the body is a fault. */
    public boolean isFault() {
        return fault;
    }

    /** Says that the body is a fault. */
    void fault(boolean value) {
        fault = value;
    }
}
