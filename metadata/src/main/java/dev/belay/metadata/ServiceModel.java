package dev.belay.metadata;

import dev.belay.xml.XmlName;

import java.util.List;

/**
 * A service and the ports at which it can be called. Immutable.
 *
 * @param name its name
 * @param documentation plain text; "" if there is none
 * @param ports those with a SOAP binding, in the order of the document
 */
public record ServiceModel(XmlName name, String documentation, List<PortModel> ports) {
    public ServiceModel {
        ports = List.copyOf(ports);
    }
}
