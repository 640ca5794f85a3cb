package dev.belay.testing.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The classes of our modules as the tests run them, without those of the tests. */
final class MainCode {
    private MainCode() {}

    /** Our modules, by name. */
    static Map<String, ResolvedModule> modules() {
        Map<String, ResolvedModule> modules = new TreeMap<>();
        for (ResolvedModule module : ModuleLayer.boot().configuration().modules()) {
            if (module.name().startsWith("dev.belay.")) {
                modules.put(module.name(), module);
            }
        }
        return modules;
    }

    static String moduleOf(ClassFacts facts) {
        return ModuleLayer.boot().modules().stream()
                .filter(module -> module.getPackages().contains(facts.packageName()))
                .map(Module::getName)
                .findFirst()
                .orElseThrow();
    }

    static List<ClassFacts> classes() {
        return modules().keySet().stream().flatMap(name -> classes(name).stream()).toList();
    }

    static List<ClassFacts> classes(String module) {
        return classFiles(module).stream().map(ClassFacts::parse).toList();
    }

    static List<byte[]> classFiles(String module) {
        try (ModuleReader reader = modules().get(module).reference().open();
                Stream<String> resources = reader.list()) {
            return resources
                    .filter(name -> name.endsWith(".class") && !name.equals("module-info.class"))
                    .filter(name -> !isTest(reader, name))
                    .map(name -> read(reader, name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTest(ModuleReader reader, String name) {
        try {
            return reader.find(name).map(URI::toString).orElse("").contains("/test-classes/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(ModuleReader reader, String name) {
        try {
            ByteBuffer buffer = reader.read(name).orElseThrow();
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            reader.release(buffer);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
