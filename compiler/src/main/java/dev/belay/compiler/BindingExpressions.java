package dev.belay.compiler;

import dev.belay.channel.Encoding;
import dev.belay.metadata.PortModel;
import dev.belay.metadata.PortModel.Requirement;
import dev.belay.metadata.PortModel.Transport;
import dev.belay.metadata.document.Place;
import dev.belay.soap.AddressingVersion;
import dev.belay.soap.EnvelopeVersion;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The bindings of a contract: one for each scheme of its ports. */
final class BindingExpressions {
    /** What can be spoken. */
    private static final List<String> SCHEMES = List.of("http", "net.tcp");

    private static final String DEMANDS = " demands what is not supported yet: ";

    private final JavaFile file;

    BindingExpressions(JavaFile file) {
        this.file = file;
    }

    /**
     * A supplier of a binding for each scheme, of several ports the first that can be used; and for
     * each address where another port says something else.
     */
    Map<String, String> suppliers(ContractPlan contract) {
        Map<String, PortModel> byScheme = new LinkedHashMap<>();
        for (PortModel port : contract.ports()) {
            String scheme = scheme(port);
            PortModel known = byScheme.get(scheme);
            if (known == null || refusal(known) != null && refusal(port) == null) {
                byScheme.put(scheme, port);
            }
        }
        Map<String, String> suppliers = new LinkedHashMap<>();
        byScheme.forEach((scheme, port) -> suppliers.put(scheme, supplier(port)));
        String otherwise = refusal(contract);
        if (otherwise != null) {
            SCHEMES.forEach(scheme -> suppliers.putIfAbsent(scheme, refusing(otherwise)));
        }
        for (PortModel port : contract.ports()) {
            String supplier = supplier(port);
            if (!port.address().isEmpty() && !supplier.equals(suppliers.get(scheme(port)))) {
                suppliers.putIfAbsent(port.address(), supplier);
            }
        }
        return suppliers;
    }

    /**
     * Why a contract cannot be used where no port says how: it demands what is not supported, or
     * each of its ports does. Null if it can.
     */
    private static @Nullable String refusal(ContractPlan contract) {
        if (!contract.model().unsupported().isEmpty()) {
            return "contract "
                    + contract.model().name().localName()
                    + demands(contract.model().unsupported());
        }
        boolean all =
                !contract.ports().isEmpty()
                        && contract.ports().stream().noneMatch(p -> p.unsupported().isEmpty());
        return all ? refusal(contract.ports().getFirst()) : null;
    }

    /** What a contract demands and cannot be done, in short, for its documentation. */
    static List<String> demands(ContractPlan contract) {
        List<String> demands = new ArrayList<>();
        if (!contract.model().unsupported().isEmpty()) {
            demands.add("the contract demands " + names(contract.model().unsupported()));
        }
        for (PortModel port : contract.ports()) {
            if (!port.unsupported().isEmpty()) {
                demands.add("port " + port.name() + " demands " + names(port.unsupported()));
            } else if (refusal(port) != null) {
                demands.add("port " + port.name() + " demands the scheme " + scheme(port));
            }
        }
        return demands;
    }

    private static String names(List<Requirement> unsupported) {
        List<String> names = new ArrayList<>();
        for (Requirement requirement : unsupported) {
            names.add(requirement.name().localName() + " (" + place(requirement.place()) + ")");
        }
        return String.join(", ", names);
    }

    private static String scheme(PortModel port) {
        int colon = port.address().indexOf(':');
        if (colon > 0) {
            return port.address().substring(0, colon).toLowerCase(Locale.ROOT);
        }
        return switch (port.transport()) {
            case HTTP, OTHER -> "http";
            case TCP -> "net.tcp";
            case NAMED_PIPE -> "net.pipe";
            case UDP -> "soap.udp";
        };
    }

    private String supplier(PortModel port) {
        String refusal = refusal(port);
        return refusal == null ? "() -> " + binding(port) : refusing(refusal);
    }

    private String refusing(String why) {
        return "() -> {throw new "
                + file.name("dev.belay.error.BelayException")
                + "("
                + file.name("dev.belay.error.ErrorCode")
                + ".NOT_SUPPORTED, "
                + JavaFile.quoted(why)
                + ");}";
    }

    /** Why a port cannot be used; null if it can. */
    private static @Nullable String refusal(PortModel port) {
        List<Requirement> unsupported = port.unsupported();
        String scheme = scheme(port);
        if (unsupported.isEmpty() && !SCHEMES.contains(scheme)) {
            return "port "
                    + port.name()
                    + DEMANDS
                    + "the scheme "
                    + scheme
                    + " ("
                    + place(port.place())
                    + ")";
        }
        return unsupported.isEmpty() ? null : "port " + port.name() + demands(unsupported);
    }

    private static String demands(List<Requirement> unsupported) {
        List<String> demands = new ArrayList<>();
        for (Requirement requirement : unsupported) {
            demands.add(requirement.name() + " (" + place(requirement.place()) + ")");
        }
        return DEMANDS + String.join(", ", demands);
    }

    /** The place without folders, which differ from machine to machine. */
    private static Place place(Place place) {
        String document = place.document();
        return new Place(
                document.substring(document.lastIndexOf('/') + 1), place.line(), place.column());
    }

    private String binding(PortModel port) {
        boolean tcp = port.transport() == Transport.TCP;
        StringBuilder binding = new StringBuilder(file.name("dev.belay.channel.Binding"));
        binding.append(tcp ? ".netTcp()" : ".http()");
        boolean usual =
                tcp
                        && port.envelope() == EnvelopeVersion.SOAP_1_2
                        && port.addressing() == AddressingVersion.WSA_1_0;
        if (!usual) {
            binding.append(".withVersion(new ")
                    .append(file.name("dev.belay.soap.MessageVersion"))
                    .append("(")
                    .append(file.name("dev.belay.soap.EnvelopeVersion"))
                    .append(".")
                    .append(port.envelope())
                    .append(", ")
                    .append(file.name("dev.belay.soap.AddressingVersion"))
                    .append(".")
                    .append(port.addressing())
                    .append("))");
        }
        if (tcp == (port.encoding() == Encoding.TEXT_UTF8)) {
            binding.append(".withEncoding(")
                    .append(file.name("dev.belay.channel.Encoding"))
                    .append(".")
                    .append(port.encoding())
                    .append(")");
        }
        return binding.toString();
    }
}
