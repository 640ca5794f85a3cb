package dev.belay.compiler;

import dev.belay.metadata.ContractModel;
import dev.belay.metadata.PortModel;

import java.util.List;

/**
 * What a contract becomes in Java. Immutable.
 *
 * @param model the contract
 * @param typeName its interface
 * @param clientName the class of its clients
 * @param operations its operations
 * @param ports the ports that implement it
 */
record ContractPlan(
        ContractModel model,
        String typeName,
        String clientName,
        List<OperationPlan> operations,
        List<PortModel> ports) {}
