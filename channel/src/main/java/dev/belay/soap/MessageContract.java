package dev.belay.soap;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A message whose headers and body elements are the fields of one record. The struct describes the
 * fields of the body; headers go into the same draft.
 *
 * <pre>{@code
 * static final MessageType<TagRequest> MESSAGE =
 *         MessageContract.wrapped(TAG, TagRequest.BODY)
 *                 .header(TICKET, XmlTypes.STRING, TagRequest::ticket, (d, v) -> d.ticket = v).optional()
 *                 .build();
 * }</pre>
 *
 * @param <T> the record
 * @param <D> its draft
 */
public final class MessageContract<T, D> extends MessageType<T> {
    private final @Nullable XmlName wrapper;
    private final StructType<T, D> body;
    private final List<BoundHeader<T, D, ?>> headers;

    private MessageContract(Builder<T, D> builder) {
        this.wrapper = builder.wrapper;
        this.body = builder.body;
        this.headers = List.copyOf(builder.headers);
    }

    /** The body's fields stand in one element of this name. */
    public static <T, D> Builder<T, D> wrapped(XmlName wrapper, StructType<T, D> body) {
        return new Builder<>(wrapper, body);
    }

    /** The body's fields stand in the body itself. */
    public static <T, D> Builder<T, D> bare(StructType<T, D> body) {
        return new Builder<>(null, body);
    }

    @Override
    public void writeHeaders(MessageHeaders into, T value) {
        for (BoundHeader<T, D, ?> header : headers) {
            header.write(into, value);
        }
    }

    @Override
    public void writeBody(XmlWriter writer, T value) {
        if (wrapper == null) {
            body.writeContent(writer, value);
        } else {
            body.writeElement(writer, wrapper, value);
        }
    }

    @Override
    protected T readContent(Message message) {
        D draft = body.draft();
        for (BoundHeader<T, D, ?> header : headers) {
            header.read(message.headers(), draft);
        }
        XmlReader reader = message.body();
        if (wrapper == null) {
            body.readContentInto(reader, draft);
        } else if (reader.toElement(wrapper)) {
            body.readInto(reader, draft);
        } else {
            throw reader.error(ErrorCode.INVALID_FORMAT, "element " + wrapper + " is missing");
        }
        return body.build(draft);
    }

    @Override
    public String toString() {
        return "message " + (wrapper == null ? body : wrapper);
    }

    /** A header that is a field. */
    private static final class BoundHeader<T, D, F> {
        private final XmlName name;
        private final XmlType<F> type;
        private final Function<? super T, ? extends @Nullable F> get;
        private final BiConsumer<? super D, ? super F> set;
        private HeaderFlags flags = HeaderFlags.NONE;
        private boolean optional;

        BoundHeader(
                XmlName name,
                XmlType<F> type,
                Function<? super T, ? extends @Nullable F> get,
                BiConsumer<? super D, ? super F> set) {
            this.name = name;
            this.type = type;
            this.get = get;
            this.set = set;
        }

        void read(MessageHeaders headers, D draft) {
            F value = headers.get(name, type);
            if (value != null) {
                set.accept(draft, value);
            } else if (!optional) {
                throw new BelayException(
                        ErrorCode.INVALID_FORMAT, "header " + name + " is missing");
            }
        }

        void write(MessageHeaders headers, T value) {
            F field = get.apply(value);
            if (field != null) {
                headers.add(name, type, field, flags);
            } else if (!optional) {
                throw new IllegalArgumentException("header " + name + " must have a value");
            }
        }
    }

    /** Collects the headers. Not for several threads. */
    public static final class Builder<T, D> {
        private final @Nullable XmlName wrapper;
        private final StructType<T, D> body;
        private final List<BoundHeader<T, D, ?>> headers = new ArrayList<>();

        private Builder(@Nullable XmlName wrapper, StructType<T, D> body) {
            this.wrapper = wrapper;
            this.body = body;
        }

        /** A header that is a field; required unless {@link #optional()} follows. */
        public <F> Builder<T, D> header(
                XmlName name,
                XmlType<F> type,
                Function<? super T, ? extends @Nullable F> get,
                BiConsumer<? super D, ? super F> set) {
            headers.add(new BoundHeader<>(name, type, get, set));
            return this;
        }

        /** The header before may be absent. */
        public Builder<T, D> optional() {
            headers.getLast().optional = true;
            return this;
        }

        /** The header before is written with these flags. */
        public Builder<T, D> flags(HeaderFlags flags) {
            headers.getLast().flags = flags;
            return this;
        }

        /** The message type. */
        public MessageContract<T, D> build() {
            return new MessageContract<>(this);
        }
    }
}
