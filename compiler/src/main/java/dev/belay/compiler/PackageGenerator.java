package dev.belay.compiler;

/** Writes the description of the package. */
final class PackageGenerator {
    private PackageGenerator() {}

    static SourceFile generate(String packageName, String namespace) {
        Javadoc doc =
                new Javadoc()
                        .own(
                                "Generated from the description of services in namespace {@code "
                                        + Javadoc.escape(namespace)
                                        + "}.");
        return new SourceFile(
                packageName.replace('.', '/') + "/package-info.java",
                """
                %s
                @NullMarked
                package %s;

                import org.jspecify.annotations.NullMarked;
                """
                        .formatted(doc.text(0), packageName));
    }
}
