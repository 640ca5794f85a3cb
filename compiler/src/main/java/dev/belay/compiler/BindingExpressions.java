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
    private final JavaFile file;

    BindingExpressions(JavaFile file) {
        this.file = file;
    }

    /** A supplier of a binding for each scheme; of several ports the first that can be used. */
    Map<String, String> suppliers(List<PortModel> ports) {
        Map<String, PortModel> byScheme = new LinkedHashMap<>();
        for (PortModel port : ports) {
            String scheme = scheme(port);
            PortModel known = byScheme.get(scheme);
            if (known == null || refusal(known) != null && refusal(port) == null) {
                byScheme.put(scheme, port);
            }
        }
        Map<String, String> suppliers = new LinkedHashMap<>();
        byScheme.forEach((scheme, port) -> suppliers.put(scheme, supplier(port)));
        return suppliers;
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
        if (refusal == null) {
            return "() -> " + binding(port);
        }
        return "() -> {throw new "
                + file.name("dev.belay.error.BelayException")
                + "("
                + file.name("dev.belay.error.ErrorCode")
                + ".NOT_SUPPORTED, "
                + JavaFile.quoted(refusal)
                + ");}";
    }

    /** Why a port cannot be used; null if it can. */
    private static @Nullable String refusal(PortModel port) {
        List<String> demands = new ArrayList<>();
        for (Requirement requirement : port.unsupported()) {
            demands.add(requirement.name() + " (" + place(requirement.place()) + ")");
        }
        String scheme = scheme(port);
        if (demands.isEmpty() && !scheme.equals("http") && !scheme.equals("net.tcp")) {
            demands.add("the scheme " + scheme + " (" + place(port.place()) + ")");
        }
        return demands.isEmpty()
                ? null
                : "port "
                        + port.name()
                        + " demands what is not supported yet: "
                        + String.join(", ", demands);
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
