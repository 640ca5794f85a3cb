package dev.belay.compiler;

import dev.belay.metadata.FaultModel;
import dev.belay.metadata.OperationModel;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What an operation becomes in Java. Immutable.
 *
 * @param model the operation
 * @param constant the name of its description
 * @param method the name of its method
 * @param input what the method takes
 * @param output what the method returns; null for a one-way operation
 * @param faults its faults, each once, with the class of the exception
 */
record OperationPlan(
        OperationModel model,
        String constant,
        String method,
        MessagePlan input,
        @Nullable MessagePlan output,
        List<Fault> faults) {
    /** A fault and the class of its exception. */
    record Fault(FaultModel model, String exception) {}
}
