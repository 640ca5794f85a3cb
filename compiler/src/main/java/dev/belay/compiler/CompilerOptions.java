package dev.belay.compiler;

import org.jspecify.annotations.Nullable;

/**
 * What Java code shall look like. Immutable.
 *
 * @param packageName the package of all generated types; null to take it from the namespace of the
 *     first contract
 * @param dateTimes what {@code xs:dateTime} becomes
 */
public record CompilerOptions(@Nullable String packageName, DateTimes dateTimes) {
    /** The package from the namespace, and date-times without loss. */
    public static final CompilerOptions DEFAULT =
            new CompilerOptions(null, DateTimes.XML_DATE_TIME);

    /** Java types for {@code xs:dateTime}. */
    public enum DateTimes {
        /** {@link dev.belay.xml.XmlDateTime}: keeps the zone or its absence as it is written. */
        XML_DATE_TIME,
        /** {@link java.time.OffsetDateTime}: values without a zone are refused. */
        OFFSET_DATE_TIME,
        /** {@link java.time.Instant}: values without a zone are refused. */
        INSTANT,
        /** {@link java.time.LocalDateTime}: the zone is dropped. */
        LOCAL_DATE_TIME
    }

    /**
     * Checks the package name.
     *
     * @throws IllegalArgumentException if it is none
     */
    public CompilerOptions {
        if (packageName != null && !JavaNames.isPackage(packageName)) {
            throw new IllegalArgumentException("no name of a package: " + packageName);
        }
    }

    public CompilerOptions withPackageName(String name) {
        return new CompilerOptions(name, dateTimes);
    }

    public CompilerOptions withDateTimes(DateTimes choice) {
        return new CompilerOptions(packageName, choice);
    }
}
