package dev.belay.compiler;

import dev.belay.metadata.MessageModel;
import dev.belay.metadata.schema.Member;
import dev.belay.metadata.schema.StructShape;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a message becomes in Java. Immutable.
 *
 * @param model the message
 * @param form how its values are passed
 * @param struct the structure whose members are the parameters, for {@link Form#WRAPPED} and {@link
 *     Form#CONTRACT}
 * @param headers the headers as members, for {@link Form#CONTRACT}
 * @param typeName the record of {@code struct} and {@code headers}; "" if there is none
 */
record MessagePlan(
        MessageModel model,
        Form form,
        @Nullable StructShape struct,
        List<Member> headers,
        String typeName) {
    /** How the values of a message are passed. */
    enum Form {
        /** The members of the wrapper are the parameters or the result. */
        WRAPPED,
        /** The body element is the only parameter or the result. */
        BARE,
        /** Headers and body together are one record. */
        CONTRACT,
        /** There is nothing in it. */
        EMPTY,
        /** Whatever is in the body is passed as XML. */
        ANY
    }
}
