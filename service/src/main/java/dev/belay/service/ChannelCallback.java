package dev.belay.service;

/**
 * Told when a host accepts a channel or is about to end one (WWSAPI,
 * WS_SERVICE_ACCEPT_CHANNEL_CALLBACK and WS_SERVICE_CLOSE_CHANNEL_CALLBACK). Called on a thread of
 * the host, by many threads at once; it may block. It can be called off like an operation, through
 * {@link OperationContext#onCancel}.
 */
@FunctionalInterface
public interface ChannelCallback {
    /** Tells of the channel, whose state is {@link OperationContext#session()}. */
    void run(OperationContext context) throws Exception;
}
