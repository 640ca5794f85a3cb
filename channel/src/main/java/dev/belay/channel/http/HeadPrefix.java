package dev.belay.channel.http;

/** The lines that every request to one URL begins with, encoded once. */
final class HeadPrefix {
    /** What we call ourselves. */
    static final String USER_AGENT = "Belay/0.1";

    private final byte[] octets;

    private HeadPrefix(byte[] octets) {
        this.octets = octets;
    }

    static HeadPrefix of(HttpUrl url) {
        return new HeadPrefix(
                new HeadWriter()
                        .start("POST " + url.target() + " HTTP/1.1")
                        .header("Host", url.authority())
                        .header("User-Agent", USER_AGENT)
                        .part());
    }

    HeadWriter begin() {
        return new HeadWriter().encoded(octets);
    }
}
