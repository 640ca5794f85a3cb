package dev.belay.metadata;

import dev.belay.metadata.document.Place;
import dev.belay.metadata.schema.ElementShape;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A message of an operation. Immutable.
 *
 * @param name the name that the port type gives it; null if it gives none
 * @param action what addressing names it by
 * @param soapAction what a transport without addressing names it by; "" is a value, too
 * @param headers the headers that are bound to it
 * @param body the element in the body; null if there is none
 * @param wrapped whether the body is a wrapper whose members are the parameters or results
 * @param anyBody whether the body may be anything; then {@code body} is null
 * @param place where it is described
 */
public record MessageModel(
        @Nullable String name,
        String action,
        String soapAction,
        List<Header> headers,
        @Nullable ElementShape body,
        boolean wrapped,
        boolean anyBody,
        Place place) {
    /**
     * A header that belongs to a message.
     *
     * @param partName the name of its part, unique in the message
     * @param element the header element
     */
    public record Header(String partName, ElementShape element) {}

    public MessageModel {
        headers = List.copyOf(headers);
    }
}
