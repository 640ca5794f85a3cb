package dev.belay.service;

/**
 * Decides whether a request may be served, by its headers and its sender, before its body is
 * decoded (WWSAPI, WS_SERVICE_SECURITY_CALLBACK). Called for every message, on a thread of the
 * host, by many threads at once; it may block, and holds up the other messages of its session while
 * it does.
 */
@FunctionalInterface
public interface Authorization {
    /**
     * Whether the request may be served. False or an exception aborts the channel; no fault is
     * sent.
     */
    boolean isAuthorized(OperationContext context) throws Exception;
}
