package dev.belay.soap;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.XmlType;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * A fault that a contract declares: the element of its detail, and the exception that carries the
 * value. Immutable, for any number of threads.
 *
 * @param <T> the Java type of the detail
 */
public final class FaultType<T> {
    private final XmlName element;
    private final XmlType<T> type;
    private final @Nullable String action;
    private final Factory<T> factory;

    private FaultType(
            XmlName element, XmlType<T> type, @Nullable String action, Factory<T> factory) {
        this.element = Objects.requireNonNull(element, "element");
        this.type = Objects.requireNonNull(type, "type");
        this.action = action;
        this.factory = Objects.requireNonNull(factory, "factory");
    }

    /** Makes the exception of a received fault. */
    @FunctionalInterface
    public interface Factory<T> {
        /** The exception with the fault, the action of its message and the value of its detail. */
        FaultException create(Fault fault, @Nullable String action, T detail);
    }

    /**
     * A declared fault.
     *
     * @param element the element of the detail
     * @param action the action of messages with this fault; null if it has none of its own
     */
    public static <T> FaultType<T> of(
            XmlName element, XmlType<T> type, @Nullable String action, Factory<T> factory) {
        return new FaultType<>(element, type, action, factory);
    }

    /** The element of the detail. */
    public XmlName element() {
        return element;
    }

    /** The type of the detail. */
    public XmlType<T> type() {
        return type;
    }

    /** The action of messages with this fault, or null. */
    public @Nullable String action() {
        return action;
    }

    /** A fault of the sender with this detail, to be thrown by a service. */
    public Fault fault(T detail, String reason) {
        return Fault.builder(Fault.SENDER).reason(reason).detail(element, type, detail).build();
    }

    /**
     * The exception that a received fault becomes: that of the declared fault whose element its
     * detail has, else a plain one. Of several with the same element, the one with the message's
     * action wins.
     *
     * @param action the action of the message that carried it, or null
     */
    public static FaultException exception(
            Fault fault, @Nullable String action, List<FaultType<?>> declared) {
        XmlName entry = declared.isEmpty() ? null : FaultDetail.firstName(fault.detail());
        FaultType<?> found = null;
        for (FaultType<?> each : declared) {
            if (each.element.equals(entry)
                    && (found == null || each.action != null && each.action.equals(action))) {
                found = each;
            }
        }
        FaultException exception = found == null ? null : found.create(fault, action);
        return exception != null ? exception : new FaultException(fault, action);
    }

    private @Nullable FaultException create(Fault fault, @Nullable String messageAction) {
        T detail = fault.detail(element, type);
        return detail == null ? null : factory.create(fault, messageAction, detail);
    }

    @Override
    public String toString() {
        return "fault " + element;
    }
}
