package dev.belay.testing.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.CancelReason;
import dev.belay.service.OperationContext;
import dev.belay.service.ServiceEndpoint;
import dev.belay.service.ServiceHost;
import dev.belay.service.ServiceHostState;
import dev.belay.testing.cells.Cell;
import dev.belay.testing.cells.OverTransport;
import dev.belay.testing.service.blocking.BlockUnBlockService;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** A client closes its half of the connection while its operation runs. */
@OverTransport("http")
class HalfCloseTest extends HttpTest {
    private static final String BLOCK =
            post("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\">"
                            + "<s:Body><BlockServiceType xmlns=\"http://www.example.org\"/>"
                            + "</s:Body></s:Envelope>")
                    .replace("/shop", "/gate")
                    .replace("urn:test/say", "http://www.example.org/Block");

    private final CompletableFuture<Boolean> running = new CompletableFuture<>();
    private final CompletableFuture<CancelReason> told = new CompletableFuture<>();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final Semaphore go = new Semaphore(0);

    private final class Gate implements BlockUnBlockService {
        private final boolean interruptible;

        Gate(boolean interruptible) {
            this.interruptible = interruptible;
        }

        @Override
        public void block() {
            OperationContext context = OperationContext.current();
            context.interruptOnCancel(interruptible);
            context.onCancel(told::complete);
            running.complete(true);
            try {
                go.acquire();
                ended.complete("let go");
            } catch (InterruptedException e) {
                ended.complete("interrupted");
            }
        }

        @Override
        public void unBlock() {
            go.release();
        }
    }

    private ServiceHost host(boolean interruptible) {
        ServiceEndpoint endpoint =
                ServiceEndpoint.builder(
                                BlockUnBlockService.CONTRACT,
                                new Gate(interruptible),
                                "http://127.0.0.1:0/gate")
                        .binding(binding)
                        .build();
        return closing(ServiceHost.builder().environment(environment).endpoint(endpoint).build())
                .open();
    }

    /** A client whose operation runs and that has closed its half. */
    private RawPeer halfClosed(ServiceHost host) throws Exception {
        int port = URI.create(host.addresses().getFirst()).getPort();
        RawPeer client = closing(RawPeer.connect(port)).send(BLOCK);
        get(running);
        assertFalse(told.isDone());
        client.finish();
        assertTrue(get(told).is(CancelReason.CHANNEL_FAULTED));
        return client;
    }

    private static void assertAnswered(RawPeer client) throws Exception {
        RawPeer.Received reply = client.read();
        assertEquals(200, reply.status());
        assertTrue(reply.body().contains("BlockServiceResponseType"), reply.body());
        assertEquals("FIN", client.awaitEnd());
    }

    @Test
    @Cell("OP-CANCEL-HALF-CLOSE")
    void operationIsToldAndItsReplyIsTried() throws Exception {
        ServiceHost host = host(false);
        RawPeer client = halfClosed(host);
        assertFalse(ended.isDone());
        go.release();
        assertEquals("let go", get(ended));
        assertAnswered(client);
        assertEquals(ServiceHostState.OPEN, host.state());
    }

    @Test
    @Cell("OP-CANCEL-HALF-CLOSE")
    void interruptedOperationMayStillAnswer() throws Exception {
        RawPeer client = halfClosed(host(true));
        assertEquals("interrupted", get(ended));
        assertAnswered(client);
    }
}
