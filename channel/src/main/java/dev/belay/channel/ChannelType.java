package dev.belay.channel;

/** The shapes of a channel: which ways messages go, and whether they form a session. */
public enum ChannelType {
    /** Receives messages that belong to no session; each channel carries one. */
    INPUT(true, false, false),
    /** Sends messages that belong to no session. */
    OUTPUT(false, true, false),
    /** Receives the messages of one session. */
    INPUT_SESSION(true, false, true),
    /** Sends the messages of one session. */
    OUTPUT_SESSION(false, true, true),
    /** Sends and receives messages that belong to no session. */
    DUPLEX(true, true, false),
    /** Sends and receives the messages of one session, both ways at once. */
    DUPLEX_SESSION(true, true, true),
    /** Sends requests and receives the reply of each; one exchange at a time. */
    REQUEST(true, true, false),
    /** Receives one request and sends its reply. */
    REPLY(true, true, false);

    private final boolean input;
    private final boolean output;
    private final boolean session;

    ChannelType(boolean input, boolean output, boolean session) {
        this.input = input;
        this.output = output;
        this.session = session;
    }

    /** True if messages can be received. */
    public boolean hasInput() {
        return input;
    }

    /** True if messages can be sent. */
    public boolean hasOutput() {
        return output;
    }

    /** True if the messages form a session with a beginning and an end that the peer sees. */
    public boolean isSession() {
        return session;
    }

    /**
     * True if an internal thread reads all the time and hands the messages out, so that many
     * callers share the channel; false if each exchange is driven by the thread of its caller.
     */
    public boolean isShared() {
        return session || this == DUPLEX;
    }
}
