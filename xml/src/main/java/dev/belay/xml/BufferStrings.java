package dev.belay.xml;

import java.util.HashMap;
import java.util.Map;

/**
 * The strings of dictionaries that an {@link XmlBuffer} uses, once each, so that the buffer cannot
 * grow larger than the document that it comes from: there a long string takes two octets each time.
 */
final class BufferStrings implements StringIds {
    private final Map<XmlString, Integer> ids = new HashMap<>();
    private final SessionStringTable table = new SessionStringTable(0);

    @Override
    public int idOf(XmlString string) {
        if (string.isEmpty()) {
            return -1;
        }
        Integer id = ids.get(string);
        if (id == null) {
            id = (table.size() << 1) + 1;
            table.append(string);
            ids.put(string, id);
        }
        return id;
    }

    SessionStringTable table() {
        return table;
    }
}
