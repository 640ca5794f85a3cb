package dev.belay.channel;

import dev.belay.cancel.Clock;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Pending;
import dev.belay.soap.Message;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which request of a session waits for which reply. A request that ended without its reply stays
 * known for a while, so that the late reply can be dropped; over the limits the oldest is
 * forgotten.
 *
 * <p>Any thread; nothing here waits.
 */
final class Correlation {
    /** What becomes of a reply. */
    enum Match {
        /** It was given to the request that waits for it. */
        GIVEN,
        /** Its request was abandoned: drop it. */
        DROPPED,
        /** No request is known for it. */
        UNKNOWN,
        /** It names no request and there are several. */
        AMBIGUOUS
    }

    private record Slot(Message request, Pending<@Nullable Message> outcome) {}

    private final Map<String, Slot> waiting = new ConcurrentHashMap<>();

    /**
     * Message ids of abandoned requests with the time until which they are known, oldest first;
     * guarded by itself.
     */
    private final Map<String, Deadline> abandoned = new LinkedHashMap<>();

    private final Clock clock;
    private final int maxAbandoned;
    private final Duration limit;

    Correlation(Clock clock, ChannelOptions options) {
        this.clock = clock;
        this.maxAbandoned = options.maxAbandonedCalls();
        this.limit = options.abandonedCallLimit();
    }

    /**
     * Makes the request known until its outcome is there; an id that is in use already is misuse.
     */
    void register(String id, Message request, Pending<@Nullable Message> outcome) {
        Slot slot = new Slot(request, outcome);
        if (waiting.putIfAbsent(id, slot) != null) {
            throw new IllegalArgumentException("a request with message id " + id + " is under way");
        }
        outcome.onFailure(() -> abandon(id, slot));
    }

    /** Fails every request that waits. */
    void failAll(Failure why) {
        for (Slot slot : waiting.values()) {
            slot.outcome.fail(why);
        }
    }

    private void abandon(String id, Slot slot) {
        synchronized (abandoned) {
            if (!waiting.remove(id, slot)) {
                return;
            }
            var oldest = abandoned.values().iterator();
            while (oldest.hasNext()
                    && (oldest.next().hasPassed() || abandoned.size() >= maxAbandoned)) {
                oldest.remove();
            }
            abandoned.put(id, Deadline.after(limit, clock, "abandoned call"));
        }
    }

    /** Gives the reply to the request that it relates to. */
    Match match(String relatesTo, Message reply) {
        Slot slot = waiting.remove(relatesTo);
        if (slot != null) {
            return slot.outcome.complete(reply) ? Match.GIVEN : Match.DROPPED;
        }
        synchronized (abandoned) {
            return abandoned.remove(relatesTo) != null ? Match.DROPPED : Match.UNKNOWN;
        }
    }

    /**
     * Gives a fault that relates to nothing to the only request there is, abandoned ones counted.
     */
    Match matchFault(Message fault) {
        String only = null;
        synchronized (abandoned) {
            int known = waiting.size() + abandoned.size();
            if (known == 0) {
                return Match.UNKNOWN;
            }
            if (known > 1) {
                return Match.AMBIGUOUS;
            }
            if (!abandoned.isEmpty()) {
                abandoned.clear();
                return Match.DROPPED;
            }
            var ids = waiting.keySet().iterator();
            if (ids.hasNext()) {
                only = ids.next();
            }
        }
        return only == null ? Match.UNKNOWN : match(only, fault);
    }

    /** The outcome of the request that the message is, or null. */
    @Nullable Pending<@Nullable Message> outcomeOf(Message request) {
        for (Slot slot : waiting.values()) {
            if (slot.request == request) {
                return slot.outcome;
            }
        }
        return null;
    }

    /** Abandoned requests whose replies may still come. */
    int abandonedCount() {
        synchronized (abandoned) {
            var oldest = abandoned.values().iterator();
            while (oldest.hasNext() && oldest.next().hasPassed()) {
                oldest.remove();
            }
            return abandoned.size();
        }
    }
}
