package dev.belay.compiler;

/**
 * A file that the compiler made. Immutable.
 *
 * @param path below the root of the sources, with {@code /}, for example {@code shop/Order.java}
 * @param content Java source
 */
public record SourceFile(String path, String content) {}
