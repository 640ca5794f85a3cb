package dev.belay.metadata.policy;

import dev.belay.metadata.document.Element;
import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

/**
 * A requirement or an ability that a policy names. Immutable.
 *
 * @param element as it stands in its document
 * @param nested the policy inside, which refines the assertion
 */
public record Assertion(Element element, @Nullable Policy nested) {
    public XmlName name() {
        return element.name();
    }

    /** Whether the peer may work without understanding this. */
    public boolean isIgnorable() {
        for (String namespace : PolicyReader.NAMESPACES) {
            if (Element.isTrue(element.attribute(namespace, "Ignorable"))) {
                return true;
            }
        }
        return false;
    }
}
