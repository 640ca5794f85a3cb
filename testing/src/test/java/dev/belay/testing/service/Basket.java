package dev.belay.testing.service;

import dev.belay.service.Invoker;
import dev.belay.service.Operation;
import dev.belay.service.ServiceContract;
import dev.belay.soap.Fault;
import dev.belay.soap.FaultException;
import dev.belay.soap.FaultType;
import dev.belay.soap.MessageType;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

/** A contract with sessions, one-way operations and faults. */
interface Basket {
    /** Begins a session. */
    String begin(String owner);

    /** Goes on with a session. */
    String add(String item);

    /** Ends a session. */
    String end(String how);

    /** Answers nothing. */
    void note(String text);

    /** Fails with a fault that the contract declares. */
    final class SoldOut extends FaultException {
        private static final long serialVersionUID = 1L;
        static final FaultType<String> TYPE =
                FaultType.of(
                        name("SoldOut"), XmlTypes.STRING, NAMESPACE + "/SoldOut", SoldOut::new);

        private final String detail;

        SoldOut(String detail) {
            this(TYPE.fault(detail, "sold out"), TYPE.action(), detail);
        }

        private SoldOut(Fault fault, @Nullable String action, String detail) {
            super(fault, action);
            this.detail = detail;
        }

        String detail() {
            return detail;
        }
    }

    String NAMESPACE = "urn:basket";

    Operation<Basket, String, String> BEGIN =
            Operation.request(
                            "Begin",
                            NAMESPACE + "/Begin",
                            text("Begin"),
                            NAMESPACE + "/BeginResponse",
                            text("BeginResponse"),
                            Basket::begin)
                    .fault(SoldOut.TYPE)
                    .build();

    Operation<Basket, String, String> ADD =
            Operation.request(
                            "Add",
                            NAMESPACE + "/Add",
                            text("Add"),
                            NAMESPACE + "/AddResponse",
                            text("AddResponse"),
                            Basket::add)
                    .initiating(false)
                    .fault(SoldOut.TYPE)
                    .build();

    Operation<Basket, String, String> END =
            Operation.request(
                            "End",
                            NAMESPACE + "/End",
                            text("End"),
                            NAMESPACE + "/EndResponse",
                            text("EndResponse"),
                            Basket::end)
                    .initiating(false)
                    .terminating(true)
                    .build();

    Operation<Basket, String, Void> NOTE =
            Operation.oneWay("Note", NAMESPACE + "/Note", text("Note"), Basket::note).build();

    /** All of it. */
    ServiceContract<Basket> CONTRACT =
            ServiceContract.<Basket>named("IBasket", NAMESPACE)
                    .operation(BEGIN)
                    .operation(ADD)
                    .operation(END)
                    .operation(NOTE)
                    .build(Client::new);

    private static XmlName name(String local) {
        return XmlName.of(NAMESPACE, local);
    }

    private static MessageType<String> text(String element) {
        return MessageType.element(name(element), XmlTypes.STRING);
    }

    /** Calls it. */
    record Client(Invoker invoker) implements Basket {
        @Override
        public String begin(String owner) {
            return invoker.call(BEGIN, owner);
        }

        @Override
        public String add(String item) {
            return invoker.call(ADD, item);
        }

        @Override
        public String end(String how) {
            return invoker.call(END, how);
        }

        @Override
        public void note(String text) {
            invoker.send(NOTE, text);
        }
    }
}
