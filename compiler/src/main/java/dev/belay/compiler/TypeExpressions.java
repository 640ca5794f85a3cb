package dev.belay.compiler;

import dev.belay.metadata.schema.EnumShape;
import dev.belay.metadata.schema.ListShape;
import dev.belay.metadata.schema.Member;
import dev.belay.metadata.schema.Namespaces;
import dev.belay.metadata.schema.Shape;
import dev.belay.metadata.schema.ShapeName;
import dev.belay.metadata.schema.StructShape;
import dev.belay.metadata.schema.ValueShape;
import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

/** Java expressions for descriptions of types and for names. */
final class TypeExpressions {
    private final Plan plan;
    private final JavaFile file;
    private final String namespace;

    /**
     * Expressions in a file.
     *
     * @param namespace the namespace for which the file has the constant NAMESPACE; "" for none
     */
    TypeExpressions(Plan plan, JavaFile file, String namespace) {
        this.plan = plan;
        this.file = file;
        this.namespace = namespace;
    }

    String name(XmlName name) {
        return name(name.namespace().toString(), name.localName().toString());
    }

    String name(ShapeName name) {
        return name(name.namespace(), name.localName());
    }

    private String name(String inNamespace, String localName) {
        boolean known = !namespace.isEmpty() && inNamespace.equals(namespace);
        return file.name("dev.belay.xml.XmlName")
                + ".of("
                + (known ? "NAMESPACE" : JavaFile.quoted(inNamespace))
                + ", "
                + JavaFile.quoted(localName)
                + ")";
    }

    /** The description of a shape, named by the description of {@code from} if that is one. */
    String type(Shape shape, @Nullable StructShape from) {
        return switch (shape) {
            case ValueShape value -> plan.values().expression(value.kind(), file);
            case EnumShape enumeration -> plan.names().of(enumeration) + ".TYPE";
            case ListShape list ->
                    file.name(ValueTypes.XML_TYPES)
                            + ".list("
                            + name(list.name())
                            + ", "
                            + type(list.item(), from)
                            + ")";
            case StructShape struct -> {
                String name = plan.names().of(struct) + ".TYPE";
                boolean direct = from != null && plan.order().isDirect(from, struct);
                yield direct
                        ? name
                        : file.name("dev.belay.xml.type.XmlType") + ".lazy(() -> " + name + ")";
            }
        };
    }

    /** Repeated elements. */
    String repeated(Member item, @Nullable StructShape from) {
        String repeated = file.name("dev.belay.xml.type.Repeated");
        String array = Plan.arrayWord(item);
        if (!array.isEmpty()) {
            return repeated + "." + array + "(" + name(item.name()) + ")";
        }
        return repeated
                + (item.nillable() ? ".nillable(" : ".of(")
                + name(item.name())
                + ", "
                + type(item.shape(), from)
                + ")";
    }

    /** What an element holds: its type, or for an array with a wrapper the items as a type. */
    String content(Member member, @Nullable StructShape from) {
        Member item = Shapes.flattened(member);
        if (item == null || !(member.shape() instanceof StructShape array)) {
            return type(member.shape(), from);
        }
        return repeated(item, from) + ".wrapped(" + name(array.name()) + ")";
    }

    String wildcard(Namespaces namespaces) {
        String wildcard = file.name("dev.belay.xml.type.Wildcard");
        return switch (namespaces.rule()) {
            case ANY -> wildcard + ".ANY";
            case OTHER ->
                    wildcard + ".other(" + JavaFile.quoted(namespaces.names().getFirst()) + ")";
            case LISTED ->
                    wildcard
                            + ".of("
                            + String.join(
                                    ", ",
                                    namespaces.names().stream().map(JavaFile::quoted).toList())
                            + ")";
        };
    }
}
