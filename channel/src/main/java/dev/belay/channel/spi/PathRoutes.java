package dev.belay.channel.spi;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Which of several listeners on one port a path leads to: the one with the longest prefix of whole
 * segments. Paths are compared without regard to case, with %xx decoded, and with empty segments (a
 * slash at the end, too) left out.
 *
 * <p>Any thread; nothing waits. A look-up goes through the path once, and then looks into a table
 * once for each segment, up to the depth of what was added; how many routes there are does not
 * matter.
 *
 * @param <T> what a path leads to
 */
public final class PathRoutes<T> {
    /** All routes, and how many segments the longest has. */
    private record Table<T>(Map<String, T> targets, int depth) {
        static <T> Table<T> of(Map<String, T> targets) {
            int depth = 0;
            for (String key : targets.keySet()) {
                depth = Math.max(depth, (int) key.chars().filter(c -> c == '/').count());
            }
            return new Table<>(targets, depth);
        }
    }

    private final Object lock = new Object();

    /** Replaced as a whole; changed only under lock. */
    private volatile Table<T> table = new Table<>(Map.of(), 0);

    /** A table without routes. */
    public PathRoutes() {}

    /** Adds a route; false if one with the same path exists. */
    public boolean add(String path, T target) {
        synchronized (lock) {
            Map<String, T> next = new HashMap<>(table.targets());
            if (next.putIfAbsent(key(path), target) != null) {
                return false;
            }
            table = Table.of(next);
            return true;
        }
    }

    /** Takes a route away, if it leads to this target; false if it does not. */
    public boolean remove(String path, T target) {
        synchronized (lock) {
            Map<String, T> next = new HashMap<>(table.targets());
            if (!next.remove(key(path), target)) {
                return false;
            }
            table = Table.of(next);
            return true;
        }
    }

    /** True when no route is left. */
    public boolean isEmpty() {
        return table.targets().isEmpty();
    }

    /** The target whose path is this path, or the longest beginning of it; null without one. */
    public @Nullable T find(String path) {
        Table<T> now = table;
        if (now.targets().isEmpty()) {
            return null;
        }
        T plain = now.targets().get(path);
        if (plain != null) {
            return plain;
        }
        String key = key(path);
        T exact = now.targets().get(key);
        return exact != null ? exact : longestPrefix(now, key);
    }

    private static <T> @Nullable T longestPrefix(Table<T> table, String key) {
        T best = table.targets().get("");
        int end = 0;
        for (int depth = 0; depth < table.depth() && end < key.length(); depth++) {
            int slash = key.indexOf('/', end + 1);
            end = slash < 0 ? key.length() : slash;
            T longer = table.targets().get(key.substring(0, end));
            best = longer == null ? best : longer;
        }
        return best;
    }

    /** Whether two paths are the same by the rules of this table. */
    public static boolean isSame(String path, String other) {
        return key(path).equals(key(other));
    }

    /** Whether a path is the same as {@code top} or below it, by the rules of this table. */
    public static boolean isBelow(String top, String path) {
        String above = key(top);
        String key = key(path);
        return key.startsWith(above)
                && (key.length() == above.length() || key.charAt(above.length()) == '/');
    }

    /** The form in which paths are compared: each segment behind a slash, nothing for the root. */
    static String key(String path) {
        StringBuilder key = new StringBuilder(path.length());
        int from = 0;
        while (from < path.length()) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 ? path.length() : slash;
            if (to > from) {
                key.append('/').append(decode(path.substring(from, to)).toLowerCase(Locale.ROOT));
            }
            from = to + 1;
        }
        return key.toString();
    }

    /** Decodes %xx as UTF-8; what is not well-formed, or would make a slash, stays as it is. */
    private static String decode(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        byte[] encoded = segment.getBytes(StandardCharsets.UTF_8);
        ByteBuffer octets = ByteBuffer.allocate(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            int octet = encoded[i] == '%' ? hex(encoded, i + 1) : -1;
            if (octet >= 0 && octet != '/') {
                octets.put((byte) octet);
                i += 2;
            } else {
                octets.put(encoded[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(octets.flip()).toString();
        } catch (CharacterCodingException e) {
            return segment;
        }
    }

    private static int hex(byte[] text, int at) {
        if (at + 1 >= text.length) {
            return -1;
        }
        int high = Character.digit(text[at], 16);
        int low = Character.digit(text[at + 1], 16);
        return high < 0 || low < 0 ? -1 : 16 * high + low;
    }
}
