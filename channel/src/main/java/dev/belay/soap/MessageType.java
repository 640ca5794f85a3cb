package dev.belay.soap;

import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;
import dev.belay.xml.type.XmlType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * How a value of one Java type is read from and written to a whole message: the elements of its
 * body, and headers that belong to it. Immutable, for any number of threads; generated code holds
 * it in static finals.
 *
 * @param <T> the Java type
 */
public abstract class MessageType<T extends @Nullable Object> {
    /** For subclasses. */
    protected MessageType() {}

    /** A body of one element, which is not nil. */
    public static <T> MessageType<T> element(XmlName element, XmlType<T> type) {
        return new ElementMessage<>(element, type);
    }

    /** A body of one element that may be nil or absent, which is null. */
    public static <T> MessageType<@Nullable T> nillable(XmlName element, XmlType<T> type) {
        return new NillableMessage<>(element, type);
    }

    /** A body without elements. */
    public static <T> MessageType<T> empty(T value) {
        return new EmptyMessage<>(value);
    }

    /** A body of any elements, as XML. */
    public static MessageType<List<XmlBuffer>> any() {
        return AnyMessage.INSTANCE;
    }

    /** Adds the headers that belong to the value. */
    public void writeHeaders(MessageHeaders headers, T value) {}

    /** Writes the elements of the body. The same each time it is called with the same value. */
    public abstract void writeBody(XmlWriter writer, T value);

    /** The body of a message with this value. */
    public final Body body(T value) {
        return writer -> writeBody(writer, value);
    }

    /** Reads headers and body; the message is then still being read. */
    protected abstract T readContent(Message message);

    /**
     * Reads a message to its end. The message is then done, also if this fails.
     *
     * @throws dev.belay.error.BelayException INVALID_FORMAT if the message does not fit
     * @throws IllegalStateException if the message is not being read
     */
    public final T read(Message message) {
        message.body();
        try {
            T value = readContent(message);
            message.readEnd();
            return value;
        } finally {
            if (message.state() == MessageState.READING) {
                message.abandon();
            }
        }
    }

    /** One element. */
    private static final class ElementMessage<T> extends MessageType<T> {
        private final XmlName element;
        private final XmlType<T> type;

        ElementMessage(XmlName element, XmlType<T> type) {
            this.element = element;
            this.type = type;
        }

        @Override
        public void writeBody(XmlWriter writer, T value) {
            type.writeElement(writer, element, value);
        }

        @Override
        protected T readContent(Message message) {
            return type.readElement(message.body(), element);
        }

        @Override
        public String toString() {
            return "message " + element;
        }
    }

    /** One element or nil or nothing. */
    private static final class NillableMessage<T> extends MessageType<@Nullable T> {
        private final XmlName element;
        private final XmlType<T> type;

        NillableMessage(XmlName element, XmlType<T> type) {
            this.element = element;
            this.type = type;
        }

        @Override
        public void writeBody(XmlWriter writer, @Nullable T value) {
            type.writeElement(writer, element, value);
        }

        @Override
        protected @Nullable T readContent(Message message) {
            XmlReader reader = message.body();
            return reader.toElement() ? type.readNillable(reader, element) : null;
        }

        @Override
        public String toString() {
            return "message " + element;
        }
    }

    /** No elements; those that are there all the same are skipped. */
    private static final class EmptyMessage<T> extends MessageType<T> {
        private final T value;

        EmptyMessage(T value) {
            this.value = value;
        }

        @Override
        public void writeBody(XmlWriter writer, T ignored) {}

        @Override
        protected T readContent(Message message) {
            XmlReader reader = message.body();
            while (reader.toElement()) {
                reader.skip();
            }
            return value;
        }

        @Override
        public String toString() {
            return "empty message";
        }
    }

    /** Any elements. */
    private static final class AnyMessage extends MessageType<List<XmlBuffer>> {
        static final AnyMessage INSTANCE = new AnyMessage();

        @Override
        public void writeBody(XmlWriter writer, List<XmlBuffer> value) {
            value.forEach(writer::buffer);
        }

        @Override
        protected List<XmlBuffer> readContent(Message message) {
            List<XmlBuffer> elements = new ArrayList<>(1);
            XmlReader reader = message.body();
            while (reader.toElement()) {
                elements.add(reader.readBuffer());
            }
            return elements;
        }

        @Override
        public String toString() {
            return "any message";
        }
    }
}
