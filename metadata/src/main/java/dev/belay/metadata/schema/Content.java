package dev.belay.metadata.schema;

import java.util.List;
import java.util.stream.Stream;

/** What stands in a structure: members, and groups of them. Immutable. */
public sealed interface Content {
    /** A member. */
    record Leaf(Member member) implements Content {
        @Override
        public Stream<Member> members() {
            return Stream.of(member);
        }
    }

    /**
     * Contents that belong together.
     *
     * @param kind how
     * @param optional whether all of them may be absent
     * @param parts the contents
     */
    record Group(Kind kind, boolean optional, List<Content> parts) implements Content {
        public Group {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<Member> members() {
            return parts.stream().flatMap(Content::members);
        }
    }

    /** How contents belong together. */
    enum Kind {
        /** One after the other. */
        SEQUENCE,
        /** One of them. */
        CHOICE,
        /** In any order. */
        ALL
    }

    /** All members in it, in order. */
    Stream<Member> members();
}
