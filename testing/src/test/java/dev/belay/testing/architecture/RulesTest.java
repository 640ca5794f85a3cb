package dev.belay.testing.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.testing.architecture.bad.Connects;
import dev.belay.testing.architecture.bad.HandlerImpl;
import dev.belay.testing.architecture.bad.OldSocket;
import dev.belay.testing.architecture.bad.ParksInASubclass;
import dev.belay.testing.architecture.bad.ParksInAllWays;
import dev.belay.testing.architecture.bad.Reflects;
import dev.belay.testing.architecture.bad.UsesHttpCore;
import dev.belay.testing.architecture.bad.util.Drawer;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Each rule finds the classes that were written to break it. */
class RulesTest {
    @Test
    void parkingIsFound() throws IOException {
        List<String> breaches = Rules.PARK_ONLY_IN_THE_ROOM.breaches(facts(ParksInAllWays.class));
        List<String> found =
                breaches.stream()
                        .map(breach -> breach.replaceFirst(".* (uses|mentions) ", ""))
                        .toList();
        assertEquals(
                List.of(
                        "java.lang.Object.wait",
                        "java.lang.Thread.join",
                        "java.lang.Thread.sleep",
                        "java.util.concurrent.BlockingQueue.poll",
                        "java.util.concurrent.BlockingQueue.take",
                        "java.util.concurrent.CompletableFuture.join",
                        "java.util.concurrent.CountDownLatch.await",
                        "java.util.concurrent.ExecutorService.close",
                        "java.util.concurrent.Future.get",
                        "java.util.concurrent.Phaser.arriveAndAwaitAdvance",
                        "java.util.concurrent.Semaphore.acquire",
                        "java.util.concurrent.Semaphore.tryAcquire",
                        "java.util.concurrent.locks.Condition.await",
                        "java.util.concurrent.locks.LockSupport.parkNanos"),
                found);
    }

    @Test
    void parkingThroughASubclassIsFound() throws IOException {
        assertEquals(
                List.of(ParksInASubclass.class.getName() + " uses java.lang.Thread.join"),
                Rules.PARK_ONLY_IN_THE_ROOM.breaches(
                        facts(ParksInASubclass.class, ParksInASubclass.Worker.class)));
    }

    @Test
    void theRoomMayPark() throws IOException {
        Rule rule = Rules.PARK_ONLY_IN_THE_ROOM.outside(ParksInAllWays.class.getPackageName());
        assertEquals(List.of(), rule.breaches(facts(ParksInAllWays.class)));
    }

    @Test
    void networkOutsideOfConnectionsIsFound() throws IOException {
        assertEquals(
                List.of(Connects.class.getName() + " mentions java.nio.channels.SocketChannel"),
                Rules.NETWORK_ONLY_IN_CONNECTIONS.breaches(facts(Connects.class)));
    }

    @Test
    void resolvingOutsideOfTheRoomIsFound() throws IOException {
        String name = Connects.class.getName();
        assertEquals(
                List.of(
                        name + " uses java.net.InetAddress.getByName",
                        name + " uses java.net.InetSocketAddress.<init>"),
                Rules.NAMES_RESOLVED_ONLY_IN_THE_ROOM.breaches(facts(Connects.class)));
    }

    @Test
    void oldSocketIsFound() throws IOException {
        assertEquals(
                List.of(OldSocket.class.getName() + " mentions java.net.Socket"),
                Rules.NO_OLD_SOCKETS.breaches(facts(OldSocket.class)));
    }

    @Test
    void reflectionIsFound() throws IOException {
        List<String> breaches = Rules.NO_REFLECTION.breaches(facts(Reflects.class));
        String name = Reflects.class.getName();
        assertTrue(breaches.contains(name + " uses java.lang.Class.forName"));
        assertTrue(breaches.contains(name + " uses java.lang.String.replaceAll"));
        assertTrue(breaches.contains(name + " mentions java.lang.reflect.Method"));
        assertTrue(breaches.contains(name + " mentions java.util.ServiceLoader"));
        assertTrue(breaches.contains(name + " mentions java.util.regex.Pattern"));
    }

    @Test
    void httpCoreIsFound() throws IOException {
        assertFalse(Rules.HTTPCORE_ONLY_IN_HTTP.breaches(facts(UsesHttpCore.class)).isEmpty());
    }

    @Test
    void arrowAgainstTheDirectionIsFound() throws IOException {
        Rule rule = Rules.mustNotKnow(UsesHttpCore.class.getPackageName(), "org.apache.hc.core5");
        assertFalse(rule.breaches(facts(UsesHttpCore.class)).isEmpty());
        assertEquals(List.of(), rule.breaches(facts(Connects.class)));
    }

    @Test
    void drawersAreFound() throws IOException {
        assertEquals(1, Rules.badNames(facts(HandlerImpl.class).getFirst()).size());
        assertEquals(1, Rules.badNames(facts(Drawer.class).getFirst()).size());
        assertEquals(List.of(), Rules.badNames(facts(Connects.class).getFirst()));
    }

    private static List<ClassFacts> facts(Class<?>... classes) throws IOException {
        List<ClassFacts> facts = new ArrayList<>();
        for (Class<?> type : classes) {
            String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
            try (InputStream in = type.getResourceAsStream(file)) {
                facts.add(ClassFacts.parse(in.readAllBytes()));
            }
        }
        return facts;
    }
}
