package dev.belay.service;

import java.time.Duration;

/**
 * A snapshot of one call that a {@link ServiceProxy} waits for, for people who want to know what a
 * proxy is doing.
 *
 * @param operation what is called
 * @param callId the group of the call, 0 for none
 * @param age how long it has been pending
 */
public record PendingCall(Operation<?, ?, ?> operation, int callId, Duration age) {}
