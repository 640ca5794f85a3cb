package dev.belay.channel.spi;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Pending;
import dev.belay.channel.UrlMatch;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether URLs that messages name lead to a listener. URLs of schemes that have no host, port and
 * path as http and net.tcp have them are not judged: they match.
 *
 * <p>Any thread. The first host that is neither the listener's own, nor {@code localhost}, nor an
 * address has this machine's names looked up, once, and waits for them in the room.
 */
public final class UrlMatcher {
    /** How long a message may wait until this machine knows its names. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final String text;
    private final @Nullable MatchedUrl listening;
    private final Set<UrlMatch> options;
    private final Environment environment;

    /** The short and the full name, once they were looked up. */
    private volatile @Nullable List<String> names;

    /**
     * Judges by these options.
     *
     * @param listening the URL at which the listener really listens
     */
    public UrlMatcher(String listening, Set<UrlMatch> options, Environment environment) {
        this.text = listening;
        this.listening = MatchedUrl.parse(listening);
        this.options = options;
        this.environment = environment;
    }

    /**
     * Whether a URL leads to the listener.
     *
     * @param local the own address of the connection by which it came, if there is one
     */
    public boolean matches(String url, @Nullable SocketAddress local) {
        MatchedUrl own = listening;
        if (own == null || url.equals(text) && !own.hasQuery()) {
            return true; // most often, without looking at its parts
        }
        MatchedUrl other = MatchedUrl.parse(url);
        return other != null
                && own.scheme().equals(other.scheme())
                && (!options.contains(UrlMatch.PORT) || own.port() == other.port())
                && (!options.contains(UrlMatch.NO_QUERY) || !other.hasQuery())
                && isPath(own.path(), other.path())
                && isHost(own.host(), other.host(), local);
    }

    private boolean isPath(String own, String other) {
        if (options.contains(UrlMatch.EXACT_PATH)) {
            return PathRoutes.isSame(own, other);
        }
        return !options.contains(UrlMatch.PREFIX_PATH) || PathRoutes.isBelow(own, other);
    }

    private boolean isHost(String own, String host, @Nullable SocketAddress local) {
        if (Collections.disjoint(options, UrlMatch.THIS_HOST) || own.equals(host)) {
            return true;
        }
        if (host.equals("localhost")) {
            return options.contains(UrlMatch.LOCAL_HOST);
        }
        InetAddress address = Environment.literal(host);
        return address == null ? isName(host) : isAddress(address, local);
    }

    private boolean isAddress(InetAddress address, @Nullable SocketAddress local) {
        return options.contains(UrlMatch.HOST_ADDRESSES)
                && (address.isLoopbackAddress()
                        || local instanceof InetSocketAddress inet
                                && address.equals(inet.getAddress()));
    }

    private boolean isName(String host) {
        EnumSet<UrlMatch> wanted =
                EnumSet.of(
                        UrlMatch.DNS_HOST,
                        UrlMatch.NETBIOS_HOST,
                        UrlMatch.DNS_FULLY_QUALIFIED_HOST);
        wanted.retainAll(options);
        if (wanted.isEmpty()) {
            return false;
        }
        boolean full = wanted.remove(UrlMatch.DNS_FULLY_QUALIFIED_HOST);
        for (String name : names()) {
            int dot = name.indexOf('.');
            String first = dot < 0 ? name : name.substring(0, dot);
            if (full && host.equals(name) || !wanted.isEmpty() && host.equals(first)) {
                return true;
            }
        }
        return false;
    }

    private List<String> names() {
        List<String> known = names;
        if (known != null) {
            return known;
        }
        Pending<List<String>> found = Pending.of(environment.clock(), "names of this machine");
        environment.ownNames(found);
        try {
            List<String> all =
                    found
                            .await(
                                    Deadline.after(LIMIT, environment.clock(), "own names"),
                                    ErrorCode.OPERATION_ABORTED)
                            .stream()
                            .map(each -> each.toLowerCase(Locale.ROOT))
                            .toList();
            names = all;
            return all;
        } catch (BelayException e) {
            return List.of();
        }
    }
}
