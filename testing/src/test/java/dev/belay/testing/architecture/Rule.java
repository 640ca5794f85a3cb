package dev.belay.testing.architecture;

import dev.belay.testing.architecture.ClassFacts.Use;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One rule about classes.
 *
 * @param text the rule in words
 * @param scope which classes it binds
 * @param badUse which uses of methods and fields break it; the owner is the first class outside our
 *     code
 * @param badType which mentions of types break it
 */
record Rule(
        String text,
        Predicate<ClassFacts> scope,
        Predicate<Use> badUse,
        Predicate<String> badType) {

    /** The same rule for all classes. */
    Rule everywhere() {
        return new Rule(text, facts -> true, badUse, badType);
    }

    /** The same rule without the classes of these packages, nested packages not included. */
    Rule outside(String... packages) {
        List<String> excepted = List.of(packages);
        return new Rule(
                text, scope.and(facts -> !excepted.contains(facts.packageName())), badUse, badType);
    }

    /** Says for each breach which class does what. */
    List<String> breaches(Collection<ClassFacts> classes) {
        Map<String, ClassFacts> byName =
                classes.stream().collect(Collectors.toMap(ClassFacts::name, Function.identity()));
        return classes.stream().filter(scope).flatMap(facts -> breaches(facts, byName)).toList();
    }

    private Stream<String> breaches(ClassFacts facts, Map<String, ClassFacts> byName) {
        Stream<String> uses =
                facts.uses().stream()
                        .map(use -> inherited(use, byName))
                        .filter(badUse)
                        .map(use -> facts.name() + " uses " + use.owner() + "." + use.name());
        Stream<String> types =
                facts.types().stream()
                        .filter(type -> !type.equals(facts.name()))
                        .filter(badType)
                        .map(type -> facts.name() + " mentions " + type);
        return Stream.concat(uses, types);
    }

    /** A method called on a subclass of ours is the method of the foreign class above it. */
    private static Use inherited(Use use, Map<String, ClassFacts> byName) {
        String owner = use.owner();
        while (byName.containsKey(owner)) {
            owner = byName.get(owner).superclass();
        }
        return owner.equals("java.lang.Object") && !use.owner().equals(owner)
                ? use
                : new Use(owner, use.name(), use.descriptor());
    }

    @Override
    public String toString() {
        return text;
    }
}
