package dev.belay.testing.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.Clock;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Ledger;
import dev.belay.channel.Binding;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelOptions;
import dev.belay.channel.Listener;
import dev.belay.channel.ListenerOptions;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.Body;
import dev.belay.soap.EndpointAddress;
import dev.belay.soap.Message;
import dev.belay.testing.transport.OpenSockets;
import dev.belay.xml.XmlName;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** What tests of SOAP over HTTP share; after each, nothing of it may be left. */
abstract class HttpTest {
    @RegisterExtension static final OpenSockets SOCKETS = new OpenSockets();

    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final XmlName TEXT = XmlName.of("urn:test", "text");
    static final String TYPE = "text/xml; charset=utf-8";

    final Environment environment = Environment.of(clock());
    final Binding binding = newBinding();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    Clock clock() {
        return Clock.system();
    }

    /** What the test speaks; called once, by the constructor. */
    Binding newBinding() {
        return Binding.httpApart();
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
        for (Ledger.Kind kind :
                new Ledger.Kind[] {
                    Ledger.Kind.CONNECTION,
                    Ledger.Kind.THREAD,
                    Ledger.Kind.PENDING,
                    Ledger.Kind.REGISTRATION,
                    Ledger.Kind.BUFFER
                }) {
            assertTrue(
                    environment.ledger().awaitAtMost(kind, 0, PATIENCE),
                    () -> kind + " left: " + environment.ledger());
        }
    }

    /** Closes something after the test. */
    final <T extends AutoCloseable> T closing(T resource) {
        opened.push(resource);
        return resource;
    }

    final Listener listen(ListenerOptions options) {
        return closing(Listener.create(binding, options, environment))
                .open("http://127.0.0.1:0/shop");
    }

    final Channel channel(String url, ChannelOptions options) {
        return closing(Channel.create(binding, options, environment)).open(EndpointAddress.of(url));
    }

    static int port(Listener listener) {
        return URI.create(Objects.requireNonNull(listener.url())).getPort();
    }

    final Message request(String text) {
        return Message.request(binding.version(), "urn:test/say", body(text));
    }

    static Body body(String text) {
        return writer -> {
            writer.startElement(TEXT);
            writer.text(text);
            writer.endElement();
        };
    }

    static Message reply(Message request, String text) {
        return request.reply("urn:test/sayResponse", body(text));
    }

    static String text(Message message) {
        var reader = message.body();
        assertTrue(reader.toElement(TEXT));
        reader.enter();
        return reader.readString();
    }

    /** A SOAP 1.1 envelope with one element. */
    static String envelope(String text) {
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                + ("<text xmlns=\"urn:test\">" + text + "</text></s:Body></s:Envelope>");
    }

    static String fault(String text) {
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault>"
                + "<faultcode>s:Server</faultcode><faultstring>"
                + (text + "</faultstring></s:Fault></s:Body></s:Envelope>");
    }

    /** A whole POST of an envelope. */
    static String post(String envelope, String... headers) {
        return head(headers) + "Content-Length: " + envelope.length() + "\r\n\r\n" + envelope;
    }

    static String head(String... headers) {
        StringBuilder head =
                new StringBuilder("POST /shop HTTP/1.1\r\nHost: localhost\r\nContent-Type: ")
                        .append(TYPE)
                        .append("\r\nSOAPAction: \"urn:test/say\"\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.toString();
    }

    static String response(int status, String type, String body) {
        return "HTTP/1.1 "
                + status
                + " X\r\nContent-Type: "
                + (type + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    /** Runs something that blocks on a thread of its own kind. */
    static <T> CompletableFuture<T> async(Thread.Builder builder, Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        builder.start(
                () -> {
                    try {
                        result.complete(work.call());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                });
        return result;
    }

    static <T> CompletableFuture<T> async(Callable<T> work) {
        return async(Thread.ofVirtual(), work);
    }

    static <T> T get(CompletableFuture<T> result) throws Exception {
        return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** The error that a call ended with. */
    static BelayException failure(CompletableFuture<?> result) {
        try {
            result.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof BelayException known) {
                return known;
            }
            throw new AssertionError("another kind of failure", e.getCause());
        }
        throw new AssertionError("no failure");
    }

    static BelayException assertFails(ErrorCode code, CompletableFuture<?> result) {
        BelayException failure = failure(result);
        assertEquals(code, failure.code(), failure.toString());
        return failure;
    }
}
