package dev.belay.metadata;

import dev.belay.metadata.document.Place;
import dev.belay.metadata.schema.ElementShape;

/**
 * A fault that an operation may answer with. Immutable.
 *
 * @param name its name inside its operation
 * @param action the action of the message that carries it
 * @param detail the element in its detail
 * @param place where it is described
 */
public record FaultModel(String name, String action, ElementShape detail, Place place) {}
