package dev.belay.metadata;

import dev.belay.metadata.document.Diagnostic;
import dev.belay.metadata.document.Severity;

import java.util.List;

/**
 * What a WSDL document and all that it refers to describe, checked. Immutable, apart from the
 * structures inside being compared by identity.
 *
 * @param contracts the port types that can be used over SOAP
 * @param services the services with their ports
 * @param dataContracts whether absent numbers and truth values stand for zero and false, as in
 *     .NET's data contracts
 * @param diagnostics all problems that were found
 */
public record Metadata(
        List<ContractModel> contracts,
        List<ServiceModel> services,
        boolean dataContracts,
        List<Diagnostic> diagnostics) {
    public Metadata {
        contracts = List.copyOf(contracts);
        services = List.copyOf(services);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether an error was found; then contracts and services are incomplete. */
    public boolean failed() {
        return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }
}
