package dev.belay.xml;

import com.fasterxml.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** Plays the writer calls of the vectors of .NET on a writer of ours. */
final class WriterCalls {
    private final XmlWriter writer;

    WriterCalls(XmlWriter writer) {
        this.writer = writer;
    }

    /** Plays all calls and closes what is open. */
    void play(JsonNode calls) {
        for (JsonNode call : calls) {
            play(call.get(0).asText(), call);
        }
        while (writer.depth() > 0) {
            writer.endElement();
        }
        writer.flush();
    }

    private static boolean isDictionary(JsonNode name) {
        return name.isObject();
    }

    private static String string(JsonNode name) {
        return name.isObject() ? name.get("d").asText() : name.isNull() ? "" : name.asText();
    }

    private static String prefix(JsonNode node) {
        return node.isNull() ? null : node.asText();
    }

    private void startElement(JsonNode call) {
        if (isDictionary(call.get(2)) || isDictionary(call.get(3))) {
            writer.startElement(
                    prefix(call.get(1)), XmlName.of(string(call.get(3)), string(call.get(2))));
        } else {
            writer.startElement(prefix(call.get(1)), string(call.get(2)), string(call.get(3)));
        }
    }

    private void startAttribute(JsonNode call) {
        if (isDictionary(call.get(2)) || isDictionary(call.get(3))) {
            writer.startAttribute(
                    prefix(call.get(1)), XmlName.of(string(call.get(3)), string(call.get(2))));
        } else {
            writer.startAttribute(prefix(call.get(1)), string(call.get(2)), string(call.get(3)));
        }
    }

    private void text(JsonNode text) {
        if (isDictionary(text)) {
            writer.text(XmlString.of(string(text)));
        } else {
            writer.text(string(text));
        }
    }

    private void play(String name, JsonNode call) {
        switch (name) {
            case "startElement" -> startElement(call);
            case "startAttribute" -> startAttribute(call);
            case "endElement", "fullEndElement" -> writer.endElement();
            case "endAttribute" -> writer.endAttribute();
            case "startDocument", "endDocument", "flush" -> {}
            case "attribute" -> {
                startAttribute(call);
                text(call.get(4));
                writer.endAttribute();
            }
            case "xmlns" ->
                    writer.namespace(
                            prefix(call.get(1)) == null ? "" : prefix(call.get(1)),
                            XmlString.of(string(call.get(2))));
            case "xmlAttribute" -> {
                writer.startAttribute("xml", call.get(1).asText(), Namespaces.XML_URI);
                text(call.get(2));
                writer.endAttribute();
            }
            case "string", "chars", "raw", "cdata", "whitespace" -> text(call.get(1));
            case "comment" -> writer.comment(call.get(1).asText());
            case "repeat" -> writer.text(call.get(1).asText().repeat(call.get(2).asInt()));
            case "utf16", "charEntity", "surrogateCharEntity" -> writer.text(units(call));
            case "value" -> value(call.get(1).asText(), call.get(2).asText());
            case "base64" -> writer.value(Base64.getDecoder().decode(call.get(1).asText()));
            case "base64Repeat" -> {
                byte[] bytes = new byte[call.get(2).asInt()];
                Arrays.fill(bytes, (byte) call.get(1).asInt());
                writer.value(bytes);
            }
            case "binHex" ->
                    writer.text(
                            HexFormat.of()
                                    .withUpperCase()
                                    .formatHex(HexFormat.of().parseHex(call.get(1).asText())));
            case "qname" -> writer.qname(XmlName.of(string(call.get(2)), string(call.get(1))));
            case "list" -> list(call.get(1).asText(), call.get(2));
            case "array" -> array(call);
            default -> throw new UnsupportedOperationException(name);
        }
    }

    private static String units(JsonNode call) {
        var text = new StringBuilder();
        for (int i = 1; i < call.size(); i++) {
            if (call.get(i).isArray()) {
                call.get(i).forEach(unit -> text.append((char) unit.asInt()));
            } else {
                text.append((char) call.get(i).asInt());
            }
        }
        return text.toString();
    }

    private void list(String type, JsonNode items) {
        boolean isFirst = true;
        for (JsonNode item : items) {
            if (!isFirst) {
                writer.text(" ");
            }
            isFirst = false;
            String text = item.asText();
            int colon = text.indexOf(':');
            if (type.equals("mixed")) {
                value(text.substring(0, colon), text.substring(colon + 1));
            } else {
                value(type, text);
            }
        }
    }

    private void value(String type, String text) {
        switch (type) {
            case "boolean" -> writer.value(Boolean.parseBoolean(text));
            case "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64" ->
                    writer.value(Long.parseLong(text));
            case "uint64" -> writer.value(new BigInteger(text));
            case "float" ->
                    writer.value(
                            text.endsWith("NaN")
                                    ? Float.NaN
                                    : Float.parseFloat(text.replace("INF", "Infinity")));
            case "double" ->
                    writer.value(
                            text.endsWith("NaN")
                                    ? Double.NaN
                                    : Double.parseDouble(text.replace("INF", "Infinity")));
            case "decimal" -> writer.value(new BigDecimal(text));
            case "datetime" -> writer.value(XmlDateTime.parse(text));
            case "timespan" -> writer.timeSpan(XmlDuration.parse(text).toDuration());
            case "guid" -> writer.value(UUID.fromString(text));
            case "uniqueid" -> writer.uniqueId(text);
            case "string", "uri" -> writer.text(text);
            case "bytes" -> writer.value(Base64.getDecoder().decode(text));
            default -> throw new UnsupportedOperationException("value of type " + type);
        }
    }

    private void array(JsonNode call) {
        XmlName item = XmlName.of(string(call.get(4)), string(call.get(3)));
        JsonNode items = call.get(5);
        int count = items.size();
        switch (call.get(1).asText()) {
            case "boolean" -> {
                var values = new boolean[count];
                for (int i = 0; i < count; i++) {
                    values[i] = items.get(i).asText().equals("true");
                }
                writer.array(item, values, 0, count);
            }
            case "int16" -> {
                var values = new short[count];
                for (int i = 0; i < count; i++) {
                    values[i] = Short.parseShort(items.get(i).asText());
                }
                writer.array(item, values, 0, count);
            }
            case "int32" ->
                    writer.array(
                            item,
                            Vectors.stream(items)
                                    .mapToInt(v -> Integer.parseInt(v.asText()))
                                    .toArray(),
                            0,
                            count);
            case "int64" ->
                    writer.array(
                            item,
                            Vectors.stream(items)
                                    .mapToLong(v -> Long.parseLong(v.asText()))
                                    .toArray(),
                            0,
                            count);
            case "float" -> {
                var values = new float[count];
                for (int i = 0; i < count; i++) {
                    String text = items.get(i).asText();
                    values[i] =
                            text.endsWith("NaN")
                                    ? Float.NaN
                                    : Float.parseFloat(text.replace("INF", "Infinity"));
                }
                writer.array(item, values, 0, count);
            }
            case "double" ->
                    writer.array(
                            item,
                            Vectors.stream(items)
                                    .mapToDouble(
                                            v ->
                                                    v.asText().endsWith("NaN")
                                                            ? Double.NaN
                                                            : Double.parseDouble(
                                                                    v.asText()
                                                                            .replace(
                                                                                    "INF",
                                                                                    "Infinity")))
                                    .toArray(),
                            0,
                            count);
            case "decimal" ->
                    writer.array(
                            item,
                            Vectors.stream(items)
                                    .map(v -> new BigDecimal(v.asText()))
                                    .toArray(BigDecimal[]::new),
                            0,
                            count);
            case "datetime" ->
                    writer.array(
                            item,
                            Vectors.stream(items)
                                    .map(v -> XmlDateTime.parse(v.asText()))
                                    .toArray(XmlDateTime[]::new),
                            0,
                            count);
            case "timespan" ->
                    writer.array(
                            item,
                            Vectors.stream(items)
                                    .map(v -> XmlDuration.parse(v.asText()).toDuration())
                                    .toArray(Duration[]::new),
                            0,
                            count);
            case "guid" ->
                    writer.array(
                            item,
                            Vectors.stream(items)
                                    .map(v -> UUID.fromString(v.asText()))
                                    .toArray(UUID[]::new),
                            0,
                            count);
            default -> throw new UnsupportedOperationException("array of " + call.get(1));
        }
    }
}
