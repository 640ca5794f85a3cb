package dev.belay.soap;

import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

/** The detail of an ActionNotSupported fault in WS-Addressing 1.0. */
record ProblemAction(String action) {
    static final StructType<ProblemAction, Draft> TYPE =
            StructType.of(
                            AddressingVersion.WSA_1_0.name("ProblemActionType"),
                            Draft::new,
                            Draft::build)
                    .element(
                            AddressingVersion.WSA_1_0.action,
                            XmlTypes.ANY_URI,
                            ProblemAction::action,
                            (d, v) -> d.action = v)
                    .build();

    /** The record in the making. */
    static final class Draft {
        private String action = "";

        ProblemAction build() {
            return new ProblemAction(action);
        }
    }
}
