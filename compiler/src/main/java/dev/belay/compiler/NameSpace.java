package dev.belay.compiler;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names that must differ. Those that differ in case only count as equal, for the sake of file
 * systems.
 */
final class NameSpace {
    private final Set<String> taken = new HashSet<>();

    NameSpace(String... reserved) {
        for (String name : reserved) {
            taken.add(key(name));
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The first candidate that is free, else the first one with a number; it is taken then. */
    String take(List<String> candidates) {
        for (String candidate : candidates) {
            if (taken.add(key(candidate))) {
                return candidate;
            }
        }
        for (int i = 2; ; i++) {
            String numbered = candidates.getFirst() + i;
            if (taken.add(key(numbered))) {
                return numbered;
            }
        }
    }

    String take(String candidate) {
        return take(List.of(candidate));
    }

    boolean isTaken(String name) {
        return taken.contains(key(name));
    }
}
