package dev.belay.channel.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PathRoutesTest {
    @Test
    void longestPrefixOfWholeSegmentsWins() {
        PathRoutes<String> routes = new PathRoutes<>();
        routes.add("/shop", "shop");
        routes.add("/shop/orders", "orders");
        assertEquals("shop", routes.find("/shop"));
        assertEquals("shop", routes.find("/shop/order"));
        assertEquals("orders", routes.find("/shop/orders/17"));
        assertNull(routes.find("/shopping"));
        assertNull(routes.find("/"));
        routes.add("/", "root");
        assertEquals("root", routes.find("/shopping"));
    }

    @Test
    void pathsMayBeDeeperThanAllRoutesAndRoutesDeeperThanThePath() {
        PathRoutes<String> routes = new PathRoutes<>();
        routes.add("/a/b/c", "deep");
        routes.add("/a", "shallow");
        assertEquals("deep", routes.find("/a/b/c" + "/x".repeat(10_000)));
        assertEquals("shallow", routes.find("/a/b/d"));
        assertEquals("shallow", routes.find("/a/b"));
        assertTrue(routes.remove("/a/b/c", "deep"));
        assertEquals("shallow", routes.find("/a/b/c"));
        assertNull(routes.find("/b" + "/a".repeat(10_000)));
    }

    @Test
    void caseAndSlashesDoNotCount() {
        PathRoutes<String> routes = new PathRoutes<>();
        routes.add("/Shop/", "shop");
        assertEquals("shop", routes.find("/SHOP"));
        assertEquals("shop", routes.find("//shop//"));
        assertTrue(PathRoutes.isSame("/%73hop", "/shop"));
        assertTrue(PathRoutes.isSame("/caf%C3%A9", "/caf\u00e9"));
        assertFalse(PathRoutes.isSame("/a%2Fb", "/a/b"));
        assertFalse(PathRoutes.isSame("/%zz", "/"));
    }

    @Test
    void pathsAreTakenOnce() {
        PathRoutes<String> routes = new PathRoutes<>();
        assertTrue(routes.add("/shop", "first"));
        assertFalse(routes.add("/SHOP/", "second"));
        assertFalse(routes.remove("/shop", "second"));
        assertTrue(routes.remove("/shop", "first"));
        assertTrue(routes.isEmpty());
        assertNull(routes.find("/shop"));
    }
}
