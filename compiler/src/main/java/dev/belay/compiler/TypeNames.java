package dev.belay.compiler;

import dev.belay.metadata.schema.EnumShape;
import dev.belay.metadata.schema.Member;
import dev.belay.metadata.schema.ShapeName;
import dev.belay.metadata.schema.StructShape;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The Java names of all shapes. Contracts come first, then types that have a name of their own, in
 * alphabetical order, then the others; so a name does not depend on what else uses a type.
 */
final class TypeNames {
    private final NameSpace taken = new NameSpace("Draft");
    private final IdentityHashMap<StructShape, String> structs = new IdentityHashMap<>();
    private final IdentityHashMap<StructShape, String> plain = new IdentityHashMap<>();
    private final IdentityHashMap<EnumShape, String> enums = new IdentityHashMap<>();
    private final IdentityHashMap<EnumShape, Map<String, String>> constants =
            new IdentityHashMap<>();
    private final IdentityHashMap<Member, String> choices = new IdentityHashMap<>();
    private final List<StructShape> all = new ArrayList<>();

    private record Named(ShapeName name, Runnable naming) {}

    /** Takes a name for something that is no shape. */
    String take(String... candidates) {
        return taken.take(List.of(candidates));
    }

    NameSpace taken() {
        return taken;
    }

    /** The names that types would like to have. */
    static Set<String> declared(Shapes shapes) {
        Set<String> wanted = new HashSet<>();
        shapes.structs().forEach(s -> wanted.add(JavaNames.type(s.name().localName())));
        shapes.enums().forEach(e -> wanted.add(JavaNames.type(e.name().localName())));
        return wanted;
    }

    /** Names all shapes. */
    void name(Shapes shapes) {
        List<Runnable> anonymous = new ArrayList<>();
        List<Named> named = new ArrayList<>();
        for (StructShape struct : shapes.structs()) {
            all.add(struct);
            Runnable naming = () -> structs.put(struct, takeFor(struct.name()));
            if (struct.name().declared()) {
                named.add(new Named(struct.name(), naming));
            } else {
                anonymous.add(naming);
            }
        }
        for (EnumShape enumeration : shapes.enums()) {
            Runnable naming = () -> enums.put(enumeration, takeFor(enumeration.name()));
            if (enumeration.name().declared()) {
                named.add(new Named(enumeration.name(), naming));
            } else {
                anonymous.add(naming);
            }
        }
        named.sort(
                Comparator.comparing((Named n) -> n.name.localName())
                        .thenComparing(n -> n.name.namespace()));
        named.forEach(n -> n.naming.run());
        anonymous.forEach(Runnable::run);
        shapes.structs().forEach(this::nameParts);
    }

    private void nameParts(StructShape struct) {
        if (isInterface(struct) && !struct.isAbstract()) {
            plain.put(struct, take("Plain" + of(struct)));
        }
        for (Member member : struct.members()) {
            if (member.kind() == Member.Kind.CHOICE && !choices.containsKey(member)) {
                choices.put(member, take(of(struct) + "Choice"));
            }
        }
    }

    /** Names the record of a wrapper, which is no type of its own. */
    void nameWrapper(StructShape wrapper, String... candidates) {
        if (!structs.containsKey(wrapper)) {
            structs.put(wrapper, take(candidates));
            all.add(wrapper);
            nameParts(wrapper);
        }
    }

    private String takeFor(ShapeName name) {
        List<String> candidates = new ArrayList<>();
        String candidate = JavaNames.type(name.localName());
        candidates.add(candidate);
        for (String owner : name.owners().reversed()) {
            candidate = JavaNames.type(owner) + candidate;
            candidates.add(candidate);
        }
        return taken.take(candidates);
    }

    /** Whether a structure becomes a sealed interface. */
    static boolean isInterface(StructShape struct) {
        return !struct.derived().isEmpty();
    }

    /** All structures that have a name. */
    List<StructShape> allStructs() {
        return all;
    }

    /** The type of values of a structure: a record or a sealed interface. */
    String of(StructShape struct) {
        return known(structs.get(struct), struct);
    }

    /** The record for values of exactly this structure. */
    String recordOf(StructShape struct) {
        return isInterface(struct) ? known(plain.get(struct), struct) : of(struct);
    }

    String of(EnumShape enumeration) {
        return known(enums.get(enumeration), enumeration);
    }

    /** The sealed interface for a repeated choice. */
    String choice(StructShape owner, Member member) {
        return known(choices.get(member), owner);
    }

    /** The constants of an enumeration by their values. */
    Map<String, String> constants(EnumShape enumeration) {
        return constants.computeIfAbsent(enumeration, TypeNames::makeConstants);
    }

    private static Map<String, String> makeConstants(EnumShape enumeration) {
        Map<String, String> made = new LinkedHashMap<>();
        NameSpace names = new NameSpace("TYPE");
        for (EnumShape.EnumValue value : enumeration.values()) {
            made.put(value.value(), names.take(List.of(JavaNames.constant(value.value()))));
        }
        return made;
    }

    @Nullable String constant(EnumShape enumeration, String value) {
        return constants(enumeration).get(value);
    }

    private static String known(@Nullable String name, Object shape) {
        if (name == null) {
            throw new IllegalStateException("no name for " + shape);
        }
        return name;
    }
}
