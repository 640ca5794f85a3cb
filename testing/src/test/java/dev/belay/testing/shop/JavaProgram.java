package dev.belay.testing.shop;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Starts a program of this module in a Java machine of its own. */
public final class JavaProgram {
    private JavaProgram() {}

    /**
     * Starts it, with the classes of the calling program, wherever it got them from.
     *
     * @param main the class that has the main method
     */
    public static Process start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-cp");
        command.add(classPath());
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** All that is on the class path and on the module path, and the classes of the tests. */
    private static String classPath() {
        Set<String> places = new LinkedHashSet<>();
        String tests = System.getProperty("belay.test.classes");
        if (tests != null) {
            places.add(tests);
        }
        for (String property : List.of("jdk.module.path", "java.class.path")) {
            String path = System.getProperty(property, "");
            if (!path.isEmpty()) {
                places.addAll(List.of(path.split(File.pathSeparator)));
            }
        }
        return String.join(File.pathSeparator, places);
    }
}
