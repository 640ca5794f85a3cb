package dev.belay.metadata;

import dev.belay.metadata.PortModel.Requirement;
import dev.belay.metadata.document.Diagnostic;
import dev.belay.metadata.document.Diagnostics;
import dev.belay.metadata.document.Document;
import dev.belay.metadata.document.DocumentLoader;
import dev.belay.metadata.document.DocumentSource;
import dev.belay.metadata.document.MetadataLimits;
import dev.belay.metadata.document.Severity;
import dev.belay.metadata.policy.PolicyReader;
import dev.belay.metadata.schema.SchemaReader;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a WSDL 1.1 document and all that it refers to into a checked model. Problems of the
 * documents are collected, never thrown. Immutable; any thread may use it. Reading blocks while the
 * source does.
 */
public final class MetadataReader {
    private final DocumentSource source;
    private final MetadataLimits limits;

    /** Reads from this source, within these limits. */
    public MetadataReader(DocumentSource source, MetadataLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    /** Reads a local file. Messages name it as given here, and its neighbours likewise. */
    public Metadata read(Path file) {
        Diagnostics diagnostics = new Diagnostics();
        DocumentLoader loader = new DocumentLoader(source, limits, diagnostics);
        return read(loader.loadEntry(file), loader, diagnostics);
    }

    /** Reads the document at an address. */
    public Metadata read(URI location) {
        Diagnostics diagnostics = new Diagnostics();
        DocumentLoader loader = new DocumentLoader(source, limits, diagnostics);
        Document entry = loader.loadEntry(location, location.toString());
        return read(entry, loader, diagnostics);
    }

    private static Metadata read(
            @Nullable Document entry, DocumentLoader loader, Diagnostics diagnostics) {
        if (entry == null) {
            return new Metadata(List.of(), List.of(), false, diagnostics.all());
        }
        SchemaReader schemas = new SchemaReader(loader, diagnostics);
        WsdlSymbols symbols = new WsdlSymbols(loader, diagnostics, schemas);
        symbols.enter(entry);
        List<SoapBinding> bindings = bindings(symbols, diagnostics);
        PolicyReader policies = new PolicyReader(loader, diagnostics);
        List<ContractModel> contracts =
                new ContractReader(symbols, schemas, policies, diagnostics).read(bindings);
        schemas.finish();
        PortReader ports = new PortReader(symbols, policies, diagnostics);
        List<ServiceModel> services = symbols.all("service").stream().map(ports::service).toList();
        contracts.forEach(c -> warn(c, services, diagnostics));
        return new Metadata(contracts, services, schemas.usesDataContracts(), diagnostics.all());
    }

    /** Says what no port has said already. */
    private static void warn(
            ContractModel contract, List<ServiceModel> services, Diagnostics diagnostics) {
        List<Requirement> said = new ArrayList<>();
        services.forEach(s -> s.ports().forEach(p -> said.addAll(p.unsupported())));
        for (Requirement requirement : contract.unsupported()) {
            if (!said.contains(requirement)) {
                diagnostics.add(
                        new Diagnostic(
                                Severity.WARNING,
                                requirement.place(),
                                "<" + requirement.name().localName() + ">",
                                "not supported, so opening contract "
                                        + contract.name().localName()
                                        + " will fail"));
            }
        }
    }

    private static List<SoapBinding> bindings(WsdlSymbols symbols, Diagnostics diagnostics) {
        List<SoapBinding> bindings = new ArrayList<>();
        for (WsdlSymbols.Part part : symbols.all("binding")) {
            SoapBinding binding = SoapBinding.of(part);
            if (binding == null) {
                diagnostics.warning(part.element(), "no SOAP binding, left out");
            } else {
                bindings.add(binding);
            }
        }
        return bindings;
    }
}
