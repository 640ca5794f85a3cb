package dev.belay.metadata;

import dev.belay.metadata.document.Place;
import dev.belay.xml.XmlName;

import java.util.List;

/**
 * What a port type offers. Immutable.
 *
 * @param name its name
 * @param documentation plain text; "" if there is none
 * @param session whether all calls of a caller belong to one session
 * @param operations what can be called
 * @param place where it is described
 */
public record ContractModel(
        XmlName name,
        String documentation,
        boolean session,
        List<OperationModel> operations,
        Place place) {
    public ContractModel {
        operations = List.copyOf(operations);
    }
}
