package dev.belay.testing;

import dev.belay.cancel.Environment;
import dev.belay.channel.Binding;
import dev.belay.channel.ChannelType;
import dev.belay.channel.spi.ChannelDriver;
import dev.belay.channel.spi.ChannelSetup;
import dev.belay.channel.spi.DriverFactory;
import dev.belay.channel.spi.Incoming;
import dev.belay.channel.spi.ListenerDriver;
import dev.belay.channel.spi.ListenerSetup;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.Message;
import dev.belay.soap.MessageEncoding;
import dev.belay.xml.XmlQuotas;

import java.util.HashMap;
import java.util.Map;

/**
 * Channels inside one process that pass whole messages, with faults that the test injects:
 * sessions, or requests with replies. URLs are {@code memory://anything}; each names one listener.
 */
public final class MemoryMessages implements DriverFactory {
    private static final String SCHEME = "memory";

    private final Environment environment;
    private final Faults faults;
    private final MessageEncoding encoding = MessageEncoding.text(Binding.SOAP12_ADDRESSING10);
    private final Object lock = new Object();

    /** Who listens, by URL; guarded by lock. */
    private final Map<String, MemoryListener> listeners = new HashMap<>();

    /** Guarded by lock. */
    private int nextName = 1;

    /** A network without listeners. */
    public MemoryMessages(Environment environment) {
        this.environment = environment;
        this.faults = new Faults(environment.clock());
    }

    /** What goes wrong here. */
    public Faults faults() {
        return faults;
    }

    /** Duplex sessions over this network. */
    public Binding session() {
        return Binding.custom(SCHEME, ChannelType.DUPLEX_SESSION, ChannelType.DUPLEX_SESSION, this);
    }

    /** Requests and replies over this network. */
    public Binding exchange() {
        return Binding.custom(SCHEME, ChannelType.REQUEST, ChannelType.REPLY, this);
    }

    @Override
    public ChannelDriver channel(ChannelSetup setup) {
        return setup.binding().clientType().isShared()
                ? new MemorySession(this, Faults.Side.CLIENT)
                : new MemoryRequests(this);
    }

    @Override
    public ListenerDriver listener(ListenerSetup setup) {
        return new MemoryListener(this);
    }

    byte[] encode(Message message) {
        return encoding.encode(message);
    }

    /** What arrives is decoded anew, as on any transport. */
    Incoming decode(byte[] octets) {
        return new Incoming(
                encoding.decode(octets, 0, octets.length, XmlQuotas.DEFAULT), octets.length);
    }

    Environment environment() {
        return environment;
    }

    String listen(String url, MemoryListener listener) {
        synchronized (lock) {
            String real =
                    url.endsWith(":0") ? url.substring(0, url.length() - 1) + nextName++ : url;
            if (listeners.putIfAbsent(real, listener) != null) {
                throw new BelayException(ErrorCode.ADDRESS_IN_USE, "somebody listens at " + real);
            }
            return real;
        }
    }

    boolean unlisten(MemoryListener listener) {
        synchronized (lock) {
            return listeners.values().removeIf(other -> other == listener);
        }
    }

    /** Fails as {@link #arrive} does if nobody listens. */
    void requireListener(String url) {
        synchronized (lock) {
            if (!listeners.containsKey(url)) {
                throw new BelayException(ErrorCode.ENDPOINT_NOT_FOUND, "nobody listens at " + url);
            }
        }
    }

    /** Hands the server's end to the listener at the URL. */
    void arrive(String url, ChannelDriver server) {
        MemoryListener listener;
        synchronized (lock) {
            listener = listeners.get(url);
        }
        if (listener == null || !listener.arrive(server)) {
            server.abort();
            throw new BelayException(ErrorCode.ENDPOINT_NOT_FOUND, "nobody listens at " + url);
        }
    }
}
