package dev.belay.compiler;

import java.util.List;

/**
 * A Java type that generated code mentions. Immutable.
 *
 * @param name the full name, or that of a primitive
 * @param arguments type arguments
 * @param array whether it is an array of that
 * @param nullable whether a value may be null
 */
record JavaType(String name, List<JavaType> arguments, boolean array, boolean nullable) {
    static JavaType of(String name, JavaType... arguments) {
        return new JavaType(name, List.of(arguments), false, false);
    }

    static JavaType arrayOf(String element) {
        return new JavaType(element, List.of(), true, false);
    }

    static JavaType listOf(JavaType item) {
        return of("java.util.List", item);
    }

    JavaType orNull() {
        return new JavaType(name, arguments, array, true);
    }

    JavaType notNull() {
        return new JavaType(name, arguments, array, false);
    }

    boolean isPrimitive() {
        return !array && name.indexOf('.') < 0 && Character.isLowerCase(name.charAt(0));
    }

    boolean isList() {
        return name.equals("java.util.List");
    }

    boolean isMap() {
        return name.equals("java.util.Map");
    }

    /** The class for a primitive type, else the type itself. */
    JavaType boxed() {
        if (!isPrimitive()) {
            return this;
        }
        return of(
                switch (name) {
                    case "int" -> "java.lang.Integer";
                    case "char" -> "java.lang.Character";
                    default ->
                            "java.lang."
                                    + Character.toUpperCase(name.charAt(0))
                                    + name.substring(1);
                });
    }
}
