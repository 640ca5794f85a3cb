package dev.belay.metadata;

import dev.belay.metadata.PortModel.Requirement;
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
 * @param unsupported what its own policies, and those of bindings without a port, demand and cannot
 *     be done, so that it cannot be used at an address that no port describes
 * @param place where it is described
 */
public record ContractModel(
        XmlName name,
        String documentation,
        boolean session,
        List<OperationModel> operations,
        List<Requirement> unsupported,
        Place place) {
    public ContractModel {
        unsupported = List.copyOf(unsupported);
        operations = List.copyOf(operations);
    }
}
