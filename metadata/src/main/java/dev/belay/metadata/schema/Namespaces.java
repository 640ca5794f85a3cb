package dev.belay.metadata.schema;

import java.util.List;

/**
 * Which namespaces a wildcard allows. Immutable.
 *
 * @param rule how the names are meant
 * @param names namespaces; "" is none
 */
public record Namespaces(Rule rule, List<String> names) {
    /** How the names are meant. */
    public enum Rule {
        /** All namespaces are allowed, whatever the names. */
        ANY,
        /** All but the one that is named, and but none. */
        OTHER,
        /** Those that are named. */
        LISTED
    }

    /** All namespaces. */
    public static final Namespaces ANY = new Namespaces(Rule.ANY, List.of());

    public Namespaces {
        names = List.copyOf(names);
    }

    /** Reads the attribute {@code namespace} of a wildcard. */
    static Namespaces of(String attribute, String targetNamespace) {
        return switch (attribute) {
            case "##any", "" -> ANY;
            case "##other" -> new Namespaces(Rule.OTHER, List.of(targetNamespace));
            default ->
                    new Namespaces(
                            Rule.LISTED,
                            List.of(attribute.split("\\s+", -1)).stream()
                                    .map(
                                            n ->
                                                    switch (n) {
                                                        case "##local" -> "";
                                                        case "##targetNamespace" -> targetNamespace;
                                                        default -> n;
                                                    })
                                    .distinct()
                                    .toList());
        };
    }
}
