package dev.belay.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;

/** Reading allocates for the depth and width of a document, not for its length. */
class AllocationTest {
    private static final XmlName ROOT = XmlName.of("urn:x", "root");
    private static final XmlName ITEM = XmlName.of("urn:x", "item");
    private static final XmlName KEY = XmlName.of("", "key");

    private static byte[] document(boolean isText, int items) {
        var out = new XmlOutput();
        XmlWriter writer =
                isText
                        ? XmlWriter.text(out, XmlWriterOptions.DEFAULT)
                        : XmlWriter.binary(
                                out, XmlDictionary.nbfs(), null, XmlWriterOptions.DEFAULT);
        writer.startElement("p", ROOT);
        for (int i = 0; i < items; i++) {
            writer.startElement("p", ITEM);
            writer.startAttribute(null, KEY);
            writer.value(i);
            writer.endAttribute();
            writer.value(i * 3);
            writer.endElement();
        }
        writer.endElement();
        return out.toByteArray();
    }

    private static long read(boolean isText, byte[] document) {
        XmlReader reader =
                isText
                        ? XmlReader.text(document, 0, document.length, XmlQuotas.DEFAULT)
                        : XmlReader.binary(
                                document,
                                0,
                                document.length,
                                XmlDictionary.nbfs(),
                                null,
                                XmlQuotas.DEFAULT);
        long sum = 0;
        assertTrue(reader.toElement(ROOT));
        reader.enter();
        while (reader.toElement(ITEM)) {
            reader.enterAttribute(reader.findAttribute(KEY));
            sum += reader.readInt();
            reader.leaveAttribute();
            reader.enter();
            sum += reader.readInt();
            reader.leave();
        }
        reader.leave();
        return sum;
    }

    private static long allocated(boolean isText, byte[] document, int items) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long expected = 4L * items * (items - 1) / 2;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            assertEquals(expected, read(isText, document));
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    @Test
    void longDocumentsAllocateAsMuchAsShortOnes() {
        for (boolean isText : new boolean[] {true, false}) {
            long few = allocated(isText, document(isText, 1000), 1000);
            long many = allocated(isText, document(isText, 20_000), 20_000);
            assertTrue(
                    many < few + 16_384, "text " + isText + ": " + few + " and " + many + " bytes");
        }
    }

    @Test
    void entitiesAllocateNothingEither() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] bytes = new long[2];
        for (int size = 0; size < 2; size++) {
            byte[] document =
                    ("<a>" + "<b c='&lt;'>1&#50;</b>".repeat(size == 0 ? 100 : 10_000) + "</a>")
                            .getBytes(UTF_8);
            for (int i = 0; i < 3; i++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                XmlReader reader = XmlReader.text(document, 0, document.length, XmlQuotas.DEFAULT);
                while (reader.next() != NodeType.END) {
                    assertTrue(reader.depth() < 3);
                }
                bytes[size] = threads.getCurrentThreadAllocatedBytes() - before;
            }
        }
        assertTrue(bytes[1] < bytes[0] + 16_384, bytes[0] + " and " + bytes[1] + " bytes");
    }
}
