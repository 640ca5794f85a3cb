package dev.belay.channel;

import dev.belay.channel.framing.FramingDrivers;
import dev.belay.channel.http.HttpDrivers;
import dev.belay.channel.spi.DriverFactory;
import dev.belay.channel.transport.Transport;
import dev.belay.soap.AddressingVersion;
import dev.belay.soap.EnvelopeVersion;
import dev.belay.soap.MessageVersion;

/**
 * How two ends talk: which scheme of URLs, which shape of channel, which versions and encoding,
 * which transport below. Immutable; any thread.
 *
 * @param scheme scheme of the URLs: "net.tcp", "http", or the application's own
 * @param clientType shape of a client's channel
 * @param serverType shape of the channels that a listener accepts
 * @param version versions of envelope and addressing
 * @param encoding how envelopes become bytes
 * @param transport what makes the connections
 * @param drivers what makes the drivers
 */
public record Binding(
        String scheme,
        ChannelType clientType,
        ChannelType serverType,
        MessageVersion version,
        Encoding encoding,
        Transport transport,
        DriverFactory drivers) {
    /** SOAP 1.2 with WS-Addressing 1.0, the usual version. */
    public static final MessageVersion SOAP12_ADDRESSING10 =
            new MessageVersion(EnvelopeVersion.SOAP_1_2, AddressingVersion.WSA_1_0);

    /**
     * Sessions over TCP ({@code net.tcp}): SOAP 1.2, addressing 1.0, binary XML whose dictionary
     * grows with the session. Listeners share ports with all others of this process, by path.
     */
    public static Binding netTcp() {
        return new Binding(
                "net.tcp",
                ChannelType.DUPLEX_SESSION,
                ChannelType.DUPLEX_SESSION,
                SOAP12_ADDRESSING10,
                Encoding.BINARY_SESSION,
                Transport.tcp(),
                FramingDrivers.ofProcess());
    }

    /** As {@link #netTcp()}, but its listeners share ports among themselves only. */
    public static Binding netTcpApart() {
        return netTcp().withDrivers(FramingDrivers.separate());
    }

    /**
     * SOAP over HTTP/1.1: SOAP 1.1 as text, without addressing headers; {@link #withVersion} and
     * {@link #withEncoding} give the others. Its listeners share ports with those of this process.
     */
    public static Binding http() {
        return new Binding(
                "http",
                ChannelType.REQUEST,
                ChannelType.REPLY,
                new MessageVersion(EnvelopeVersion.SOAP_1_1, AddressingVersion.TRANSPORT),
                Encoding.TEXT_UTF8,
                Transport.tcp(),
                HttpDrivers.ofProcess());
    }

    /** As {@link #http()}, but its listeners share ports among themselves only. */
    public static Binding httpApart() {
        return http().withDrivers(HttpDrivers.separate());
    }

    /** A binding whose messages are carried by drivers of the application. */
    public static Binding custom(
            String scheme, ChannelType client, ChannelType server, DriverFactory drivers) {
        return new Binding(
                scheme,
                client,
                server,
                SOAP12_ADDRESSING10,
                Encoding.BINARY_SESSION,
                Transport.tcp(),
                drivers);
    }

    /** This binding with other versions. */
    public Binding withVersion(MessageVersion other) {
        return new Binding(scheme, clientType, serverType, other, encoding, transport, drivers);
    }

    /** This binding with another encoding. */
    public Binding withEncoding(Encoding other) {
        return new Binding(scheme, clientType, serverType, version, other, transport, drivers);
    }

    /** This binding over another transport, such as the memory transport of the test kit. */
    public Binding over(Transport other) {
        return new Binding(scheme, clientType, serverType, version, encoding, other, drivers);
    }

    /** This binding with other drivers, such as ones that wrap these. */
    public Binding withDrivers(DriverFactory other) {
        return new Binding(scheme, clientType, serverType, version, encoding, transport, other);
    }

    /** Scheme, shape, versions and encoding. */
    @Override
    public String toString() {
        return scheme + ' ' + clientType + ' ' + version + ' ' + encoding;
    }
}
