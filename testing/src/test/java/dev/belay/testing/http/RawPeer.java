package dev.belay.testing.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/** One end of a TCP connection that a test drives by hand, octet by octet. One thread. */
final class RawPeer implements AutoCloseable {
    private static final int PATIENCE = 20_000;

    private final Socket socket;
    private final InputStream in;

    RawPeer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    static RawPeer connect(int port) throws IOException {
        return new RawPeer(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** A message as it came: start line, headers, body. */
    record Received(String startLine, String headers, String body) {
        int status() {
            return Integer.parseInt(startLine.substring(9, 12));
        }

        /** The value of a header, or an empty text. */
        String header(String name) {
            for (String line : headers.split("\r\n", -1)) {
                if (line.toLowerCase(Locale.ROOT)
                        .startsWith(name.toLowerCase(Locale.ROOT) + ": ")) {
                    return line.substring(name.length() + 2);
                }
            }
            return "";
        }
    }

    RawPeer send(String octets) throws IOException {
        socket.getOutputStream().write(octets.getBytes(ISO_8859_1));
        return this;
    }

    /** Reads one message with its body, sized or none. */
    Received read() throws IOException {
        String startLine = readLine();
        StringBuilder headers = new StringBuilder();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            headers.append(line).append("\r\n");
        }
        Received head = new Received(startLine, headers.toString(), "");
        String length = head.header("Content-Length");
        int size = length.isEmpty() ? 0 : Integer.parseInt(length);
        byte[] body = in.readNBytes(size);
        if (body.length < size) {
            throw new EOFException("body ended after " + body.length + " of " + size);
        }
        return new Received(startLine, head.headers(), new String(body, ISO_8859_1));
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            int octet = in.read();
            if (octet < 0) {
                throw new EOFException(
                        "connection ended after '" + line.toString(ISO_8859_1) + "'");
            }
            if (octet == '\n') {
                String text = line.toString(ISO_8859_1);
                return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            }
            line.write(octet);
        }
    }

    /** The status of the next response, or the given one if the connection ends. */
    int readStatusOr(int reset) throws IOException {
        try {
            return read().status();
        } catch (java.net.SocketException | EOFException e) {
            return reset;
        }
    }

    /** Waits for the end of the connection; anything that comes before is an error. */
    String awaitEnd() throws IOException {
        try {
            int octet = in.read();
            if (octet >= 0) {
                throw new IOException("unexpected octet " + octet);
            }
            return "FIN";
        } catch (java.net.SocketException e) {
            return "RST";
        }
    }

    /** Waits until something has come. */
    void awaitOctet() throws IOException {
        in.mark(1);
        if (in.read() < 0) {
            throw new EOFException("connection ended");
        }
        in.reset();
    }

    /** Drops whatever comes until the connection ends. */
    String skipToEnd() throws IOException {
        try {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return "FIN";
        } catch (java.net.SocketException e) {
            return "RST";
        }
    }

    /** Ends this side's output; the peer sees a FIN. */
    void finish() throws IOException {
        socket.shutdownOutput();
    }

    /** Ends by a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
