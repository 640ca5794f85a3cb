package dev.belay.compiler;

import dev.belay.metadata.schema.Content;
import dev.belay.metadata.schema.EnumShape;
import dev.belay.metadata.schema.ListShape;
import dev.belay.metadata.schema.Member;
import dev.belay.metadata.schema.Shape;
import dev.belay.metadata.schema.StructShape;
import dev.belay.metadata.schema.ValueKind;
import dev.belay.metadata.schema.ValueShape;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** What each shape and member becomes in Java: decided once, before anything is written. */
final class Plan {
    private final String packageName;
    private final String namespace;
    private final boolean dataContracts;
    private final ValueTypes values;
    private final TypeNames names;
    private final InitOrder order;
    private final IdentityHashMap<StructShape, List<Field>> fields = new IdentityHashMap<>();

    Plan(
            String packageName,
            String namespace,
            boolean dataContracts,
            CompilerOptions options,
            TypeNames names) {
        this.packageName = packageName;
        this.namespace = namespace;
        this.dataContracts = dataContracts;
        this.values = new ValueTypes(options);
        this.names = names;
        this.order = new InitOrder(names.allStructs());
    }

    ValueTypes values() {
        return values;
    }

    TypeNames names() {
        return names;
    }

    InitOrder order() {
        return order;
    }

    /** The namespace of the first contract. */
    String namespace() {
        return namespace;
    }

    String packageName() {
        return packageName;
    }

    JavaFile file(String typeName) {
        return new JavaFile(packageName, typeName, names.taken());
    }

    /** The type of a generated class. */
    JavaType generated(String simpleName) {
        return JavaType.of(packageName + "." + simpleName);
    }

    /** The Java type of a shape where it must be there. */
    JavaType type(Shape shape) {
        return switch (shape) {
            case ValueShape value -> values.type(value.kind());
            case EnumShape enumeration -> generated(names.of(enumeration));
            case ListShape list -> JavaType.listOf(type(list.item()).boxed());
            case StructShape struct -> generated(names.of(struct));
        };
    }

    /** The components of the record for a structure. */
    List<Field> fields(StructShape struct) {
        return fields.computeIfAbsent(struct, this::makeFields);
    }

    private List<Field> makeFields(StructShape struct) {
        List<Field> made = new ArrayList<>();
        NameSpace taken = new NameSpace();
        for (Content content : struct.contents()) {
            content.members()
                    .forEach(
                            m -> {
                                String name = JavaNames.component(m.name().localName().toString());
                                made.add(field(struct, m, taken.take(name)));
                            });
        }
        return made;
    }

    private Field field(StructShape owner, Member member, String name) {
        return switch (member.kind()) {
            case ANY_ATTRIBUTES -> {
                JavaType map =
                        JavaType.of(
                                "java.util.Map",
                                JavaType.of("dev.belay.xml.XmlName"),
                                JavaType.of("java.lang.String"));
                yield new Field(member, name, map, "Map.of()");
            }
            case CHOICE -> list(member, name, generated(names.choice(owner, member)));
            case ELEMENT, ANY, GROUP -> {
                if (member.repeats()) {
                    yield repeated(member, name);
                }
                Member item = Shapes.flattened(member);
                JavaType type = item == null ? type(member.shape()) : arrayType(item);
                yield single(member, name, type);
            }
            case ATTRIBUTE, TEXT -> single(member, name, type(member.shape()));
        };
    }

    private Field repeated(Member member, String name) {
        JavaType array = arrayType(member);
        if (array.array()) {
            return new Field(member, name, array, "new " + array.name() + "[0]");
        }
        return new Field(member, name, array, "List.of()");
    }

    private static Field list(Member member, String name, JavaType item) {
        return new Field(member, name, JavaType.listOf(item), "List.of()");
    }

    /** What repeated elements become: an array of primitives, else a list. */
    JavaType arrayType(Member item) {
        JavaType type = type(item.shape());
        if (!arrayWord(item).isEmpty()) {
            return JavaType.arrayOf(type.name());
        }
        JavaType boxed = type.boxed();
        return JavaType.listOf(isNillable(item) ? boxed.orNull() : boxed);
    }

    /** The word for repeated items that become an array of primitives; else "". */
    static String arrayWord(Member item) {
        return item.shape() instanceof ValueShape value
                        && item.kind() == Member.Kind.ELEMENT
                        && !item.nillable()
                ? ValueTypes.array(value.kind())
                : "";
    }

    private static boolean isNillable(Member item) {
        return item.kind() == Member.Kind.ELEMENT && item.nillable();
    }

    private Field single(Member member, String name, JavaType type) {
        if (member.kind() == Member.Kind.ATTRIBUTE && member.defaultValue() != null) {
            String initial = DefaultValues.expression(this, member);
            if (initial != null) {
                return new Field(member, name, type, initial);
            }
        }
        boolean absentIsZero =
                dataContracts
                        && type.isPrimitive()
                        && member.kind() == Member.Kind.ELEMENT
                        && !member.occurs().conditional();
        boolean nullable = member.nillable() || member.mayBeAbsent() && !absentIsZero;
        return new Field(member, name, nullable ? type.boxed().orNull() : type, null);
    }

    /** The kind of a member's value if the builder takes it without a box; else null. */
    static @Nullable ValueKind primitiveKind(Field field) {
        return field.type().isPrimitive()
                        && field.member().shape() instanceof ValueShape value
                        && !ValueTypes.primitive(value.kind()).isEmpty()
                ? value.kind()
                : null;
    }
}
