package dev.belay.channel;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which parts of the URL that a message names must be those of the listener (WWSAPI, WS_MATCH_URL).
 * What no option speaks of is not looked at: without an option for hosts any host will do, without
 * one for paths any path.
 */
public enum UrlMatch {
    /** The host may be the name of this machine. */
    DNS_HOST,
    /** The host may be the name of this machine with its domain. */
    DNS_FULLY_QUALIFIED_HOST,
    /** The host may be the name of this machine, as NetBIOS would have it. */
    NETBIOS_HOST,
    /** The host may be {@code localhost}. */
    LOCAL_HOST,
    /** The host may be the address that the connection came in at, or a loopback address. */
    HOST_ADDRESSES,
    /** The port must be that of the listener. */
    PORT,
    /** The path must be that of the listener. */
    EXACT_PATH,
    /** The path must be that of the listener or below. */
    PREFIX_PATH,
    /** There must be no query. */
    NO_QUERY;

    /** All names and addresses of this machine, and the host that the listener's own URL names. */
    public static final Set<UrlMatch> THIS_HOST =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            DNS_HOST,
                            DNS_FULLY_QUALIFIED_HOST,
                            NETBIOS_HOST,
                            LOCAL_HOST,
                            HOST_ADDRESSES));

    /** What WWSAPI asks for unless told otherwise: this host, its port, exact path, no query. */
    public static final Set<UrlMatch> DEFAULT = defaults();

    private static Set<UrlMatch> defaults() {
        EnumSet<UrlMatch> all = EnumSet.of(PORT, EXACT_PATH, NO_QUERY);
        all.addAll(THIS_HOST);
        return Collections.unmodifiableSet(all);
    }
}
