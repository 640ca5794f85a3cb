package dev.belay.benchmarks.cxf;

import dev.belay.benchmarks.load.Blocked;
import dev.belay.benchmarks.load.Orders;
import dev.belay.benchmarks.load.Program;
import dev.belay.benchmarks.load.Stack;
import dev.belay.benchmarks.load.Trader;

import jakarta.jws.WebService;

import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.example.trade.cxf.Customer;
import org.example.trade.cxf.Line;
import org.example.trade.cxf.Order;
import org.example.trade.cxf.Trade;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;

import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;

/** Apache CXF as it comes: SOAP 1.1 text over HTTP, Jetty at the server, the JDK's client. */
public final class CxfStack implements Stack {
    private CxfStack() {}

    /** See {@link Program#run}. */
    public static void main(String[] args) throws Exception {
        Program.run(new CxfStack(), args);
    }

    @Override
    public Stack.Server serve(Blocked blocked) throws IOException {
        String address = "http://localhost:" + freePort() + "/trade";
        JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
        factory.setAddress(address);
        factory.setServiceBean(new Service());
        org.apache.cxf.endpoint.Server server = factory.create();
        return new Stack.Server() {
            @Override
            public String address() {
                return address;
            }

            @Override
            public void close() {
                server.destroy();
            }
        };
    }

    /** CXF does not tell which port it got. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public Trader connect(String address) throws DatatypeConfigurationException {
        JaxWsProxyFactoryBean factory = new JaxWsProxyFactoryBean();
        factory.setServiceClass(Trade.class);
        factory.setAddress(address);
        return new Client(factory.create(Trade.class));
    }

    /** The service; public, as CXF calls it by reflection. */
    @WebService(
            endpointInterface = "org.example.trade.cxf.Trade",
            targetNamespace = "http://example.org/trade",
            serviceName = "TradeService",
            portName = "Http")
    public static final class Service implements Trade {
        @Override
        public int add(int a, int b) {
            return a + b;
        }

        @Override
        public Order echoOrder(Order order) {
            return order;
        }

        @Override
        public void block() {
            throw new UnsupportedOperationException("CXF tells an operation nothing");
        }
    }

    private static final class Client implements Trader {
        private final Trade trade;
        private final Order order;

        Client(Trade trade) throws DatatypeConfigurationException {
            this.trade = trade;
            order = order();
        }

        private static Order order() throws DatatypeConfigurationException {
            Customer customer = new Customer();
            customer.setName("Ann Chandler");
            customer.setStreet("12 Quay Street");
            customer.setCity("Harwich");
            customer.setPreferred(true);
            Order order = new Order();
            order.setId(4711);
            order.setCustomer(customer);
            order.setPlaced(
                    DatatypeFactory.newInstance()
                            .newXMLGregorianCalendar("2026-03-01T12:00:00.125Z"));
            order.setNote(Orders.note());
            for (int i = 0; i < Orders.LINES; i++) {
                Line line = new Line();
                line.setSku(Orders.sku(i));
                line.setDescription(Orders.description(i));
                line.setQuantity(Orders.quantity(i));
                line.setPrice(BigDecimal.valueOf(Orders.cents(i), 2));
                line.setWeight(Orders.weight(i));
                order.getLine().add(line);
            }
            return order;
        }

        @Override
        public int add(int a, int b) {
            return trade.add(a, b);
        }

        @Override
        public int echoOrder() {
            return trade.echoOrder(order).getLine().size();
        }

        @Override
        public void close() {
            // CXF's client has nothing to close.
        }
    }
}
