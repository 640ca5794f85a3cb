package dev.belay.channel.transport;

import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Shows octets as people like to read them: sixteen in a line, in hexadecimal digits and ASCII. */
final class WireDump implements WireListener {
    private static final int WIDTH = 16;
    private static final String DIGITS = "0123456789abcdef";

    private final Consumer<String> lines;

    WireDump(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void opened(long connection, SocketAddress local, SocketAddress remote) {
        lines.accept(connection + " open " + local + " to " + remote);
    }

    @Override
    public void received(long connection, ByteBuffer octets) {
        dump(connection + " <- ", octets);
    }

    @Override
    public void sent(long connection, ByteBuffer octets) {
        dump(connection + " -> ", octets);
    }

    @Override
    public void closed(long connection, boolean reset) {
        lines.accept(connection + (reset ? " reset" : " closed"));
    }

    private void dump(String prefix, ByteBuffer octets) {
        StringBuilder line = new StringBuilder(prefix.length() + 4 * WIDTH + 1);
        for (int start = octets.position(); start < octets.limit(); start += WIDTH) {
            int end = Math.min(start + WIDTH, octets.limit());
            line.setLength(0);
            line.append(prefix);
            for (int i = start; i < start + WIDTH; i++) {
                line.append(i < end ? hex(octets.get(i)) : "   ");
            }
            line.append(' ');
            for (int i = start; i < end; i++) {
                char c = (char) (octets.get(i) & 0xFF);
                line.append(c >= ' ' && c <= '~' ? c : '.');
            }
            lines.accept(line.toString());
        }
    }

    private static String hex(byte octet) {
        char high = DIGITS.charAt((octet >> 4) & 0xF);
        return new String(new char[] {high, DIGITS.charAt(octet & 0xF), ' '});
    }
}
