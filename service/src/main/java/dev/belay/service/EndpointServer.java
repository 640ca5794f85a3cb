package dev.belay.service;

import dev.belay.cancel.Environment;
import dev.belay.cancel.Pending;
import dev.belay.channel.Channel;
import dev.belay.channel.Listener;
import dev.belay.channel.ListenerOptions;
import dev.belay.channel.ListenerState;
import dev.belay.channel.Timeouts;
import dev.belay.channel.spi.UrlMatcher;
import dev.belay.error.BelayException;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One endpoint of a host in one life of the host: its listener, the loop that accepts, and the
 * channels that are served.
 *
 * <p>The loop ends while as many channels are open as may be; the channel that is released starts
 * it again.
 */
final class EndpointServer {
    private static final System.Logger LOG = System.getLogger(EndpointServer.class.getName());

    private static final Timeouts UNDER_HOST = Timeouts.DEFAULT.withReceive(null);

    private final HostLife life;
    private final ServiceEndpoint endpoint;
    private final Listener listener;
    private final Object lock = new Object();
    private volatile String address;
    private volatile UrlMatcher matcher;

    // Guarded by lock.
    private final Set<ServedChannel> channels = new HashSet<>();
    private final Map<InetAddress, Integer> perAddress = new HashMap<>();
    private int taken;
    private boolean full;
    private boolean over;
    private boolean aborted;

    EndpointServer(HostLife life, ServiceEndpoint endpoint) {
        this.life = life;
        this.endpoint = endpoint;
        address = endpoint.address();
        matcher = matcher(address);
        listener =
                Listener.create(
                        life.host().binding(endpoint),
                        options(endpoint.listener()),
                        life.environment());
    }

    /**
     * Under a host only waiting for the next message has no limit; what the application has given
     * counts.
     */
    private static ListenerOptions options(ListenerOptions given) {
        Timeouts limits = given.channels().timeouts().withDefaults(UNDER_HOST);
        return given.toBuilder()
                .channels(given.channels().toBuilder().timeouts(limits).build())
                .build();
    }

    HostLife life() {
        return life;
    }

    ServiceHost host() {
        return life.host();
    }

    ServiceEndpoint endpoint() {
        return endpoint;
    }

    Environment environment() {
        return life.environment();
    }

    @Nullable OperationExecutor executor() {
        return life.host().executor();
    }

    /** The address at which it listens, once it is open. */
    String address() {
        return address;
    }

    /** Listens; accepts nothing yet. Waits in the room. */
    void open() {
        listener.open(endpoint.address());
        address = Objects.requireNonNullElse(listener.url(), endpoint.address());
        matcher = matcher(address);
    }

    private UrlMatcher matcher(String at) {
        return new UrlMatcher(at, endpoint.listener().toHeaderMatching(), life.environment());
    }

    /** Whether this URL, which a message names, leads here. */
    boolean isAt(String url, @Nullable SocketAddress local) {
        return matcher.matches(url, local);
    }

    /** Begins to accept. */
    void start() {
        start(this::accept);
    }

    Thread start(Runnable task) {
        return environment().start("belay-host", task);
    }

    private void accept() {
        while (true) {
            synchronized (lock) {
                full = taken >= endpoint.maxChannels();
                if (full || over) {
                    return;
                }
                taken++;
            }
            Channel channel;
            try {
                channel = listener.accept();
            } catch (BelayException | IllegalStateException e) {
                deaf(e);
                return;
            }
            accepted(channel);
        }
    }

    private void deaf(RuntimeException e) {
        synchronized (lock) {
            taken--;
            over = true;
        }
        if (listener.state() == ListenerState.OPEN) {
            LOG.log(Level.ERROR, "the endpoint " + endpoint + " accepts no more channels", e);
        }
    }

    private void accepted(Channel channel) {
        Pending<@Nullable Void> end = life.channels().add("end of a channel");
        ServedChannel served = new ServedChannel(this, channel, end);
        boolean refused;
        boolean ending;
        synchronized (lock) {
            refused = aborted || !countAddress(served.remoteAddress());
            ending = over;
            if (!refused) {
                channels.add(served);
            }
        }
        if (refused) {
            channel.abort();
            channel.close();
            freed();
            end.complete(null);
            return;
        }
        if (ending) {
            served.end();
        }
        start(served::serve);
    }

    /**
     * Counts a channel of this peer; false when it has as many as it may. Called with the lock
     * held.
     */
    private boolean countAddress(@Nullable SocketAddress remote) {
        InetAddress address = addressOf(remote);
        if (address == null) {
            return true;
        }
        int count = perAddress.getOrDefault(address, 0);
        if (count >= endpoint.maxChannelsPerIp()) {
            return false;
        }
        perAddress.put(address, count + 1);
        return true;
    }

    private @Nullable InetAddress addressOf(@Nullable SocketAddress remote) {
        boolean limited = endpoint.maxChannelsPerIp() > 0;
        return limited && remote instanceof InetSocketAddress inet ? inet.getAddress() : null;
    }

    /** The channel is over and closed, and no operation of it runs. */
    void released(ServedChannel served) {
        InetAddress address = addressOf(served.remoteAddress());
        synchronized (lock) {
            channels.remove(served);
            if (address != null) {
                perAddress.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
            }
        }
        freed();
    }

    private void freed() {
        boolean resume;
        synchronized (lock) {
            taken--;
            resume = full && !over;
            full = false;
        }
        if (resume) {
            start(this::accept);
        }
    }

    /** Accepts nothing more; what is open may finish. Waits in the room. */
    void stopAccepting() {
        for (ServedChannel served : endAll(false)) {
            served.end();
        }
        listener.close();
    }

    /** Ends at once: listener, channels, and the operations are told. Never waits. */
    void abort() {
        listener.abort();
        for (ServedChannel served : endAll(true)) {
            served.abort();
        }
    }

    private List<ServedChannel> endAll(boolean atOnce) {
        synchronized (lock) {
            over = true;
            aborted |= atOnce;
            return List.copyOf(channels);
        }
    }

    /** Closes the listener, which was aborted or never accepted anything. */
    void dispose() {
        listener.abort();
        listener.close();
    }
}
