package dev.belay.testing.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Our own code keeps the rules. {@link RulesTest} shows that each of them can be broken. */
class ArchitectureTest {
    /** Who requires whom at run time, apart from the JDK. */
    private static final Map<String, Set<String>> ARROWS =
            Map.of(
                    "dev.belay.xml", Set.of(),
                    "dev.belay.channel",
                            Set.of("dev.belay.xml", "org.apache.httpcomponents.core5.httpcore5"),
                    "dev.belay.service", Set.of("dev.belay.channel"),
                    "dev.belay.metadata", Set.of("dev.belay.channel"),
                    "dev.belay.compiler", Set.of("dev.belay.metadata"),
                    "dev.belay.cli", Set.of("dev.belay.service", "dev.belay.compiler"),
                    "dev.belay.testing", Set.of("dev.belay.service"));

    private static final Set<String> HIDDEN =
            Set.of("dev.belay.channel.framing", "dev.belay.channel.http", "dev.belay.channel.port");

    private static final List<ClassFacts> CODE = MainCode.classes();

    static final List<Rule> RULES =
            Stream.concat(
                            Stream.of(
                                    Rules.PARK_ONLY_IN_THE_ROOM,
                                    Rules.NETWORK_ONLY_IN_CONNECTIONS,
                                    Rules.NAMES_RESOLVED_ONLY_IN_THE_ROOM,
                                    Rules.NO_OLD_SOCKETS,
                                    Rules.HTTPCORE_ONLY_IN_HTTP),
                            Rules.PACKAGE_ARROWS.stream())
                    .toList();

    @Test
    void codeIsFound() {
        assertEquals(
                ARROWS.keySet(),
                CODE.stream().map(MainCode::moduleOf).collect(Collectors.toSet()),
                "modules with classes");
    }

    /** Apart from {@code java.base}, which all have. */
    private static final Map<String, Set<String>> OF_THE_JDK =
            Map.of(
                    "dev.belay.channel", Set.of("jdk.net"),
                    "dev.belay.compiler", Set.of("java.compiler"));

    @Test
    void modulesRequireNoMoreOfTheJdkThanTheyUse() {
        Map<String, Set<String>> found = new TreeMap<>();
        MainCode.modules()
                .forEach(
                        (name, module) -> {
                            Set<String> jdk =
                                    module.reference().descriptor().requires().stream()
                                            .map(Requires::name)
                                            .filter(
                                                    n ->
                                                            n.startsWith("java.")
                                                                    || n.startsWith("jdk."))
                                            .filter(n -> !n.equals("java.base"))
                                            .collect(Collectors.toSet());
                            if (!jdk.isEmpty()) {
                                found.put(name, jdk);
                            }
                        });
        assertEquals(new TreeMap<>(OF_THE_JDK), found);
    }

    @Test
    void modulesRequireWhatTheDesignSays() {
        Map<String, Set<String>> found = new TreeMap<>();
        MainCode.modules()
                .forEach(
                        (name, module) -> found.put(name, arrows(module.reference().descriptor())));
        assertEquals(new TreeMap<>(ARROWS), found);
    }

    private static Set<String> arrows(ModuleDescriptor descriptor) {
        return descriptor.requires().stream()
                .filter(requires -> !requires.modifiers().contains(Requires.Modifier.STATIC))
                .map(Requires::name)
                .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void hiddenPackagesAreNotExported() {
        Set<String> exported =
                MainCode.modules().values().stream()
                        .flatMap(module -> module.reference().descriptor().exports().stream())
                        .map(ModuleDescriptor.Exports::source)
                        .filter(HIDDEN::contains)
                        .collect(Collectors.toSet());
        assertEquals(Set.of(), exported);
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void codeKeeps(Rule rule) {
        assertEquals(List.of(), rule.breaches(CODE), rule.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.belay.xml", "dev.belay.channel", "dev.belay.service"})
    void runtimeModulesNeedNoReflection(String module) {
        List<ClassFacts> code = MainCode.classes(module);
        assertTrue(code.size() > 1);
        assertEquals(List.of(), Rules.NO_REFLECTION.breaches(code), Rules.NO_REFLECTION.text());
    }

    @Test
    void nothingIsNamedAsADrawer() {
        assertEquals(
                List.of(), CODE.stream().flatMap(facts -> Rules.badNames(facts).stream()).toList());
    }
}
