package dev.belay.testing.architecture.bad;

import org.apache.hc.core5.http.message.BasicHeader;

/** Knows HttpCore outside of the HTTP package. */
public final class UsesHttpCore {
    BasicHeader header() {
        return new BasicHeader("name", "value");
    }
}
