package dev.belay.metadata;

import dev.belay.metadata.document.Place;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Something that can be called. Immutable.
 *
 * @param name its name inside its contract
 * @param documentation plain text; "" if there is none
 * @param input what the caller sends
 * @param output what comes back; null if nothing does (one-way)
 * @param faults the faults that are part of the contract
 * @param initiating whether it may be the first call of a session
 * @param terminating whether it is the last call of a session
 * @param place where it is described
 */
public record OperationModel(
        String name,
        String documentation,
        MessageModel input,
        @Nullable MessageModel output,
        List<FaultModel> faults,
        boolean initiating,
        boolean terminating,
        Place place) {
    public OperationModel {
        faults = List.copyOf(faults);
    }
}
