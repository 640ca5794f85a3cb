package dev.belay.compiler;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.belay.metadata.MetadataReader;
import dev.belay.metadata.document.FileSource;
import dev.belay.metadata.document.MetadataLimits;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles descriptions, and what comes out of that, without writing files. */
final class InMemory {
    private InMemory() {}

    /** A place among the test data that is not checked in; without it the test is skipped. */
    static Path shared(String name) {
        Path path = Path.of(System.getProperty("belay.shared")).resolve(name);
        boolean isThere = Files.exists(path);
        if (!isThere) {
            System.out.println("skipped: there is no " + path);
        }
        assumeTrue(isThere, () -> "absent: " + path);
        return path;
    }

    static Path resource(String name) {
        try {
            return Path.of(InMemory.class.getResource("/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Compilation compile(Path wsdl) {
        return compile(wsdl, Map.of(), CompilerOptions.DEFAULT);
    }

    static Compilation compile(Path wsdl, Map<String, Path> catalog, CompilerOptions options) {
        MetadataReader reader =
                new MetadataReader(FileSource.withCatalog(catalog), MetadataLimits.DEFAULT);
        return new ContractCompiler(options).compile(reader.read(wsdl));
    }

    /** What the Java compiler has to say with all warnings on, and the classes. */
    record Java(List<String> problems, Map<String, byte[]> classes) {
        ClassLoader loader() {
            return new ClassLoader(InMemory.class.getClassLoader()) {
                @Override
                protected Class<?> findClass(String name) throws ClassNotFoundException {
                    byte[] octets = classes.get(name);
                    if (octets == null) {
                        throw new ClassNotFoundException(name);
                    }
                    return defineClass(name, octets, 0, octets.length);
                }
            };
        }
    }

    static Java javac(List<SourceFile> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        Classes classes = new Classes(compiler.getStandardFileManager(problems, Locale.ROOT, null));
        List<JavaFileObject> sources = new ArrayList<>();
        files.forEach(f -> sources.add(new Source(f)));
        String path = System.getProperty("jdk.module.path", "");
        String classPath = System.getProperty("java.class.path") + File.pathSeparator + path;
        boolean good =
                compiler.getTask(
                                null,
                                classes,
                                problems,
                                List.of(
                                        "-Xlint:all",
                                        "-Werror",
                                        "-proc:none",
                                        "-classpath",
                                        classPath),
                                null,
                                sources)
                        .call();
        List<String> words = new ArrayList<>();
        problems.getDiagnostics().forEach(d -> words.add(d.toString()));
        if (!good && words.isEmpty()) {
            words.add("javac failed without a word");
        }
        return new Java(words, classes.octets());
    }

    private static final class Source extends SimpleJavaFileObject {
        private final SourceFile file;

        Source(SourceFile file) {
            super(URI.create("memory:///" + file.path()), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.content();
        }
    }

    private static final class Classes extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

        Classes(JavaFileManager standard) {
            super(standard);
        }

        Map<String, byte[]> octets() {
            Map<String, byte[]> octets = new HashMap<>();
            written.forEach((name, bytes) -> octets.put(name, bytes.toByteArray()));
            return octets;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    written.put(name, out);
                    return out;
                }
            };
        }
    }
}
