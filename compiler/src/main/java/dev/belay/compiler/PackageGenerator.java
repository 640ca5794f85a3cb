package dev.belay.compiler;

/** Writes the description of the package. */
final class PackageGenerator {
    private PackageGenerator() {}

    static SourceFile generate(String packageName, String namespace) {
        return new SourceFile(
                packageName.replace('.', '/') + "/package-info.java",
                """
                /**
                 * Generated from the description of services in namespace {@code %s}.
                 */
                @NullMarked
                package %s;

                import org.jspecify.annotations.NullMarked;
                """
                        .formatted(Javadoc.escape(namespace), packageName));
    }
}
