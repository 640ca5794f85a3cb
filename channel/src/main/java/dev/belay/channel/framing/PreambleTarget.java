package dev.belay.channel.framing;

import org.jspecify.annotations.Nullable;

/** What a listener offers to initiators whose via leads to it. */
interface PreambleTarget {
    boolean speaks(FramingEncoding encoding);

    /** The upgrade without which no session is served, or null. */
    default @Nullable String requiredUpgrade() {
        return null;
    }
}
