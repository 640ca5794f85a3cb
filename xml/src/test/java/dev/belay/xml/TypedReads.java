package dev.belay.xml;

import java.util.Base64;
import java.util.Set;

/** Typed reads by the names that the vectors of .NET use for them. */
final class TypedReads {
    private TypedReads() {}

    /** The value as the vectors show it, or null for a read that we have not. */
    static String read(String type, XmlReader reader) {
        return switch (type) {
            case "boolean" -> String.valueOf(reader.readBoolean());
            case "int8" -> String.valueOf(reader.readByte());
            case "uint8" -> String.valueOf(reader.readUnsignedByte());
            case "int16" -> String.valueOf(reader.readShort());
            case "uint16" -> String.valueOf(reader.readUnsignedShort());
            case "int32" -> String.valueOf(reader.readInt());
            case "uint32" -> String.valueOf(reader.readUnsignedInt());
            case "int64" -> String.valueOf(reader.readLong());
            case "uint64" -> reader.readUnsignedLong().toString();
            case "float" -> {
                var out = new XmlOutput();
                RealText.append(reader.readFloat(), out);
                yield Utf8.toString(out.array(), 0, out.size());
            }
            case "double" -> {
                var out = new XmlOutput();
                RealText.append(reader.readDouble(), out);
                yield Utf8.toString(out.array(), 0, out.size());
            }
            case "decimal" -> reader.readDecimal().toPlainString();
            case "datetime" -> reader.readDateTime().toString();
            case "timespan" -> XmlDuration.of(reader.readTimeSpan()).toString();
            case "guid" -> reader.readUuid().toString();
            case "uniqueid" -> reader.readUniqueId();
            case "bytes" -> Base64.getEncoder().encodeToString(reader.readBytes());
            case "string" -> reader.readString();
            case "qname" -> {
                XmlName name = reader.readQName();
                yield name.toString();
            }
            default -> null;
        };
    }

    static boolean isKnown(String type) {
        return Set.of(
                        "boolean",
                        "int8",
                        "uint8",
                        "int16",
                        "uint16",
                        "int32",
                        "uint32",
                        "int64",
                        "uint64",
                        "float",
                        "double",
                        "decimal",
                        "datetime",
                        "timespan",
                        "guid",
                        "uniqueid",
                        "bytes",
                        "string",
                        "qname")
                .contains(type);
    }

    /** Undoes the escapes of the cells of the tables. */
    static String unescape(String cell) {
        var text = new StringBuilder();
        int i = 0;
        while (i < cell.length()) {
            char c = cell.charAt(i++);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escape = cell.charAt(i++);
            switch (escape) {
                case 't' -> text.append('\t');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 'u' -> {
                    text.append((char) Integer.parseInt(cell.substring(i, i + 4), 16));
                    i += 4;
                }
                default -> text.append(escape);
            }
        }
        return text.toString();
    }
}
