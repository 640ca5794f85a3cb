package dev.belay.testing.shop.contract;

import dev.belay.soap.Fault;
import dev.belay.soap.FaultException;
import dev.belay.soap.FaultType;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.XmlType;

import org.jspecify.annotations.Nullable;

/**
 * The fault whose detail is the element {@code ShopFault}.
 *
 * <p>A service throws it to answer with the fault; a client gets it from the call. It belongs to
 * the thread that throws it.
 */
public final class ShopFaultException extends FaultException {
    private static final long serialVersionUID = 1L;

    static final FaultType<ShopFault> TYPE = type(null);

    /** What the peer said. Not serialized. */
    private final transient ShopFault detail;

    /**
     * A fault to answer with.
     *
     * @param reason what went wrong, for people
     * @param detail what went wrong, for programs
     */
    public ShopFaultException(String reason, ShopFault detail) {
        this(TYPE.fault(detail, reason), null, detail);
    }

    /**
     * A fault to answer with, with a code of its own.
     *
     * @param fault code and reasons; the detail is added
     * @param detail what went wrong, for programs
     */
    public ShopFaultException(Fault.Builder fault, ShopFault detail) {
        this(fault.detail(TYPE.element(), TYPE.type(), detail).build(), null, detail);
    }

    ShopFaultException(Fault fault, @Nullable String action, ShopFault detail) {
        super(fault, action);
        this.detail = detail;
    }

    /** The fault in messages with this action; null if it has none of its own. */
    static FaultType<ShopFault> type(@Nullable String action) {
        return FaultType.of(
                XmlName.of("http://example.org/shop/data", "ShopFault"),
                XmlType.lazy(() -> ShopFault.TYPE),
                action,
                ShopFaultException::new);
    }

    /** What went wrong, for programs. */
    public ShopFault detail() {
        return detail;
    }
}
