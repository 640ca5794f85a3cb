package dev.belay.testing.shop.contract;

import dev.belay.soap.Fault;
import dev.belay.soap.FaultException;
import dev.belay.soap.FaultType;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.XmlType;

import org.jspecify.annotations.Nullable;

/**
 * The fault whose detail is the element {@code OtherFault}.
 *
 * <p>A service throws it to answer with the fault; a client gets it from the call. It belongs to
 * the thread that throws it.
 */
public final class OtherFaultException extends FaultException {
    private static final long serialVersionUID = 1L;

    static final FaultType<OtherFault> TYPE = type(null);

    /** What the peer said. Not serialized. */
    private final transient OtherFault detail;

    /**
     * A fault to answer with.
     *
     * @param reason what went wrong, for people
     * @param detail what went wrong, for programs
     */
    public OtherFaultException(String reason, OtherFault detail) {
        this(TYPE.fault(detail, reason), null, detail);
    }

    /**
     * A fault to answer with, with a code of its own.
     *
     * @param fault code and reasons; the detail is added
     * @param detail what went wrong, for programs
     */
    public OtherFaultException(Fault.Builder fault, OtherFault detail) {
        this(fault.detail(TYPE.element(), TYPE.type(), detail).build(), null, detail);
    }

    OtherFaultException(Fault fault, @Nullable String action, OtherFault detail) {
        super(fault, action);
        this.detail = detail;
    }

    /** The fault in messages with this action; null if it has none of its own. */
    static FaultType<OtherFault> type(@Nullable String action) {
        return FaultType.of(
                XmlName.of("http://example.org/shop/data", "OtherFault"),
                XmlType.lazy(() -> OtherFault.TYPE),
                action,
                OtherFaultException::new);
    }

    /** What went wrong, for programs. */
    public OtherFault detail() {
        return detail;
    }
}
