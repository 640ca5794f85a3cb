package dev.belay.testing.nettcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A peer that is nothing but a socket and does what the test says, octet by octet. */
final class RawPeer implements AutoCloseable {
    private static final HexFormat HEX = HexFormat.of();
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    RawPeer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    static RawPeer connect(int port) throws IOException {
        return new RawPeer(new Socket(InetAddress.getByName("127.0.0.1"), port));
    }

    /** The preamble of a binary session with this via. */
    static String preamble(String via) {
        return preamble(via, "0308");
    }

    static String preamble(String via, String encoding) {
        byte[] octets = via.getBytes(StandardCharsets.UTF_8);
        if (octets.length > 127) {
            throw new IllegalArgumentException("via too long for this test");
        }
        return "00010001"
                + "0202"
                + HEX.toHexDigits((byte) octets.length)
                + HEX.formatHex(octets)
                + encoding
                + "0c";
    }

    /** A sized envelope with these octets. */
    static String envelope(byte[] octets) {
        String size =
                octets.length > 127
                        ? HEX.toHexDigits((byte) (octets.length & 0x7F | 0x80))
                                + HEX.toHexDigits((byte) (octets.length >> 7))
                        : HEX.toHexDigits((byte) octets.length);
        return "06" + size + HEX.formatHex(octets);
    }

    RawPeer send(String hex) throws IOException {
        return send(HEX.parseHex(hex));
    }

    RawPeer send(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
        return this;
    }

    RawPeer sendInPieces(byte[] octets, int size) throws IOException {
        for (int from = 0; from < octets.length; from += size) {
            socket.getOutputStream().write(octets, from, Math.min(size, octets.length - from));
        }
        return this;
    }

    /** Reads exactly these octets. */
    RawPeer expect(String hex) throws IOException {
        int count = hex.length() / 2;
        byte[] octets = socket.getInputStream().readNBytes(count);
        assertEquals(hex, HEX.formatHex(octets));
        return this;
    }

    /** Reads a preamble up to its end and gives its via. */
    String readPreamble() throws IOException {
        expect("000100010202");
        InputStream in = socket.getInputStream();
        String via = new String(in.readNBytes(in.read()), StandardCharsets.UTF_8);
        expect("03080c");
        return via;
    }

    /** Reads one sized envelope and gives its octets. */
    byte[] readEnvelope() throws IOException {
        expect("06");
        InputStream in = socket.getInputStream();
        int size = 0;
        int shift = 0;
        int octet;
        do {
            octet = in.read();
            size |= (octet & 0x7F) << shift;
            shift += 7;
        } while (octet > 0x7F);
        return in.readNBytes(size);
    }

    /** Reads up to the end of the peer's output. */
    byte[] readToEnd() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        socket.getInputStream().transferTo(all);
        return all.toByteArray();
    }

    /** Reads until the connection is over, in whatever way. */
    void readToEndOrReset() {
        try {
            readToEnd();
        } catch (IOException over) {
            // As good as an end.
        }
    }

    void expectEnd() throws IOException {
        assertEquals("", HEX.formatHex(readToEnd()));
    }

    /** Reads up to the reset, which must come. */
    void expectReset() {
        SocketException reset = assertThrows(SocketException.class, this::readToEnd);
        assertEquals("Connection reset", reset.getMessage());
    }

    void shutdownOutput() throws IOException {
        socket.shutdownOutput();
    }

    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
