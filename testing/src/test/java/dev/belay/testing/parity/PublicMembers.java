package dev.belay.testing.parity;

import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;

/** Finds members that an application can use. */
final class PublicMembers {
    private PublicMembers() {}

    /**
     * Whether {@code package.Type} or {@code package.Type#member} is public in an exported package.
     */
    static boolean contain(String name) {
        int hash = name.indexOf('#');
        Class<?> type;
        try {
            type = Class.forName(hash < 0 ? name : name.substring(0, hash));
        } catch (ClassNotFoundException e) {
            return false;
        }
        if (!type.getModule().isExported(type.getPackageName()) || !isPublic(type)) {
            return false;
        }
        String member = name.substring(hash + 1);
        return hash < 0
                || Stream.<Member>concat(
                                Arrays.stream(type.getMethods()), Arrays.stream(type.getFields()))
                        .anyMatch(each -> each.getName().equals(member));
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
    }
}
