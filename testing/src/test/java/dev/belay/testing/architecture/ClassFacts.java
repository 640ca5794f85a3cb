package dev.belay.testing.architecture;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the rules need to know of one class: its names are those of the source ({@code a.b.C$D}),
 * and what it uses is read from its constant pool.
 *
 * @param name the binary name
 * @param superclass the binary name of the superclass, empty for a module descriptor
 * @param types all types that it mentions
 * @param uses all methods and fields that it refers to
 */
record ClassFacts(String name, String superclass, Set<String> types, Set<Use> uses) {
    private static final Pattern TYPE_IN_DESCRIPTOR = Pattern.compile("L([^;]+);");

    /** A method or field that a class refers to. */
    record Use(String owner, String name, String descriptor) implements Comparable<Use> {
        @Override
        public int compareTo(Use other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return owner + "." + name + descriptor;
        }
    }

    static ClassFacts parse(byte[] bytes) {
        ClassModel model = ClassFile.of().parse(bytes);
        Set<String> types = new TreeSet<>();
        Set<Use> uses = new TreeSet<>();
        for (PoolEntry entry : model.constantPool()) {
            switch (entry) {
                case ClassEntry type when !type.asInternalName().startsWith("[") ->
                        types.add(dotted(type.asInternalName()));
                case ClassEntry array -> addTypes(array.asInternalName(), types);
                case MemberRefEntry use -> uses.add(use(use));
                case NameAndTypeEntry member -> addTypes(member.type().stringValue(), types);
                default -> {}
            }
        }
        model.fields().forEach(field -> addTypes(field.fieldType().stringValue(), types));
        model.methods().forEach(method -> addTypes(method.methodType().stringValue(), types));
        return new ClassFacts(
                dotted(model.thisClass().asInternalName()),
                model.superclass()
                        .map(ClassEntry::asInternalName)
                        .map(ClassFacts::dotted)
                        .orElse(""),
                types,
                uses);
    }

    private static Use use(MemberRefEntry entry) {
        return new Use(
                dotted(entry.owner().asInternalName()),
                entry.name().stringValue(),
                entry.type().stringValue());
    }

    private static void addTypes(String descriptor, Set<String> types) {
        Matcher matcher = TYPE_IN_DESCRIPTOR.matcher(descriptor);
        while (matcher.find()) {
            types.add(dotted(matcher.group(1)));
        }
    }

    private static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }

    String packageName() {
        return packageOf(name);
    }

    static String packageOf(String type) {
        return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }
}
