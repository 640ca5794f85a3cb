package dev.belay.channel.http;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpMessage;

import java.util.Iterator;

/** Whether a connection outlives the message, by RFC 9112 section 9.3. */
final class ConnectionHeader {
    private ConnectionHeader() {}

    static boolean keepsAlive(HttpMessage head, boolean http10) {
        if (lists(head, "close")) {
            return false;
        }
        return !http10 || lists(head, "keep-alive");
    }

    private static boolean lists(HttpMessage head, String option) {
        for (Iterator<Header> all = head.headerIterator("Connection"); all.hasNext(); ) {
            String value = all.next().getValue();
            for (int from = 0; from <= value.length(); ) {
                int comma = value.indexOf(',', from);
                int to = comma < 0 ? value.length() : comma;
                if (value.substring(from, to).strip().equalsIgnoreCase(option)) {
                    return true;
                }
                from = to + 1;
            }
        }
        return false;
    }
}
