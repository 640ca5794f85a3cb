package dev.belay.testing.architecture;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the public and protected members of types as text that a reviewer can read: a line for a
 * type, an indented line for each member, sorted, with types by their simple names.
 */
final class PublicApi {
    private final List<String> lines = new ArrayList<>();

    private PublicApi() {}

    /** The lines for these types, which are all in one package; the types inside them follow. */
    static List<String> of(Stream<Class<?>> types) {
        PublicApi api = new PublicApi();
        types.filter(PublicApi::isAccessible)
                .sorted(Comparator.comparing(Class::getName))
                .forEach(api::add);
        return api.lines;
    }

    private static boolean isAccessible(Class<?> type) {
        return !type.isAnonymousClass()
                && !type.isLocalClass()
                && isVisible(type.getModifiers())
                && (type.getEnclosingClass() == null || isAccessible(type.getEnclosingClass()));
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private void add(Class<?> type) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(head(type));
        List<String> members = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (isShown(field)) {
                members.add(field(field));
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isShown(constructor) && !isCanonical(constructor)) {
                members.add(executable(constructor, type.getSimpleName()));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isShown(method) && !isImplied(method)) {
                members.add(
                        executable(
                                method,
                                text(method.getAnnotatedReturnType()) + " " + method.getName()));
            }
        }
        members.stream().sorted().forEach(member -> lines.add("    " + member));
    }

    private static boolean isShown(Member member) {
        return isVisible(member.getModifiers()) && !member.isSynthetic();
    }

    /** Methods that follow from the kind of the type. */
    private static boolean isImplied(Method method) {
        Class<?> type = method.getDeclaringClass();
        int parameters = method.getParameterCount();
        if (type.isEnum()) {
            return method.getName().equals("values") && parameters == 0
                    || method.getName().equals("valueOf") && parameters == 1;
        }
        return type.isRecord()
                && (parameters == 0
                                && Stream.of(type.getRecordComponents())
                                        .map(RecordComponent::getName)
                                        .anyMatch(method.getName()::equals)
                        || List.of("toString", "hashCode", "equals").contains(method.getName()));
    }

    private static boolean isCanonical(Constructor<?> constructor) {
        Class<?> type = constructor.getDeclaringClass();
        return type.isRecord()
                && Arrays.equals(
                        constructor.getParameterTypes(),
                        Stream.of(type.getRecordComponents())
                                .map(RecordComponent::getType)
                                .toArray());
    }

    private static String head(Class<?> type) {
        StringBuilder text = new StringBuilder();
        int hidden = type.isInterface() || type.isEnum() || type.isRecord() ? Modifier.FINAL : 0;
        int modifiers = type.getModifiers() & ~hidden & Modifier.classModifiers();
        if (type.isInterface() || type.isEnum()) {
            modifiers &= ~Modifier.ABSTRACT;
        }
        if (type.isMemberClass() && (type.isInterface() || type.isEnum() || type.isRecord())) {
            modifiers &= ~Modifier.STATIC;
        }
        text.append(Modifier.toString(modifiers)).append(' ');
        if (type.isSealed() && !type.isEnum()) {
            text.append("sealed ");
        }
        text.append(kind(type)).append(' ');
        text.append(type.getPackageName()).append('.').append(nested(type));
        text.append(variables(type.getTypeParameters()));
        if (type.isRecord()) {
            text.append(
                    Stream.of(type.getRecordComponents())
                            .map(c -> text(c.getAnnotatedType()) + " " + c.getName())
                            .collect(Collectors.joining(", ", "(", ")")));
        }
        AnnotatedType superclass = type.getAnnotatedSuperclass();
        if (superclass != null
                && !type.isEnum()
                && !type.isRecord()
                && superclass.getType() != Object.class) {
            text.append(" extends ").append(text(superclass));
        }
        String interfaces =
                Stream.of(type.getAnnotatedInterfaces())
                        .map(PublicApi::text)
                        .collect(Collectors.joining(", "));
        if (!interfaces.isEmpty()) {
            text.append(type.isInterface() ? " extends " : " implements ").append(interfaces);
        }
        return text.toString();
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "@interface";
        }
        if (type.isInterface()) {
            return "interface";
        }
        if (type.isEnum()) {
            return "enum";
        }
        return type.isRecord() ? "record" : "class";
    }

    private static String field(Field field) {
        if (field.isEnumConstant()) {
            return field.getName();
        }
        return Modifier.toString(field.getModifiers() & Modifier.fieldModifiers())
                + " "
                + text(field.getAnnotatedType())
                + " "
                + field.getName();
    }

    private static String executable(Executable executable, String name) {
        int modifiers =
                executable.getModifiers()
                        & Modifier.methodModifiers()
                        & ~(Modifier.SYNCHRONIZED | Modifier.NATIVE | Modifier.STRICT);
        if (executable.getDeclaringClass().isInterface()) {
            modifiers &= ~(Modifier.ABSTRACT | Modifier.PUBLIC);
        }
        String variables = variables(executable.getTypeParameters());
        String parameters =
                Arrays.stream(executable.getAnnotatedParameterTypes())
                        .map(PublicApi::text)
                        .collect(Collectors.joining(", ", "(", ")"));
        String exceptions =
                Arrays.stream(executable.getAnnotatedExceptionTypes())
                        .map(PublicApi::text)
                        .collect(Collectors.joining(", "));
        return Stream.of(
                        Modifier.toString(modifiers),
                        executable instanceof Method method && method.isDefault() ? "default" : "",
                        variables,
                        name + parameters,
                        exceptions.isEmpty() ? "" : "throws " + exceptions)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String variables(TypeVariable<?>[] variables) {
        if (variables.length == 0) {
            return "";
        }
        return Stream.of(variables)
                .map(variable -> variable.getName() + bounds(variable.getAnnotatedBounds()))
                .collect(Collectors.joining(", ", "<", ">"));
    }

    private static String bounds(AnnotatedType... bounds) {
        String text =
                Stream.of(bounds)
                        .map(PublicApi::text)
                        .filter(bound -> !bound.equals("Object"))
                        .collect(Collectors.joining(" & "));
        return text.isEmpty() ? "" : " extends " + text;
    }

    private static String text(AnnotatedType type) {
        String nullable = type.isAnnotationPresent(Nullable.class) ? "@Nullable " : "";
        return switch (type) {
            case AnnotatedArrayType array ->
                    text(array.getAnnotatedGenericComponentType())
                            + (nullable.isEmpty() ? "" : " " + nullable)
                            + "[]";
            case AnnotatedParameterizedType parameterized ->
                    nullable
                            + simple(parameterized.getType())
                            + Stream.of(parameterized.getAnnotatedActualTypeArguments())
                                    .map(PublicApi::text)
                                    .collect(Collectors.joining(", ", "<", ">"));
            case AnnotatedTypeVariable variable -> nullable + variable.getType().getTypeName();
            case AnnotatedWildcardType wildcard ->
                    wildcard.getAnnotatedLowerBounds().length > 0
                            ? "? super " + text(wildcard.getAnnotatedLowerBounds()[0])
                            : "?" + bounds(wildcard.getAnnotatedUpperBounds());
            default -> nullable + simple(type.getType());
        };
    }

    private static String simple(java.lang.reflect.Type type) {
        return switch (type) {
            case Class<?> raw -> nested(raw);
            case java.lang.reflect.ParameterizedType parameterized ->
                    nested((Class<?>) parameterized.getRawType());
            default -> type.getTypeName();
        };
    }

    private static String nested(Class<?> type) {
        return type.getEnclosingClass() == null
                ? type.getSimpleName()
                : nested(Objects.requireNonNull(type.getEnclosingClass()))
                        + "."
                        + type.getSimpleName();
    }
}
