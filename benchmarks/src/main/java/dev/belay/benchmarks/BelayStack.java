package dev.belay.benchmarks;

import dev.belay.benchmarks.load.Blocked;
import dev.belay.benchmarks.load.Orders;
import dev.belay.benchmarks.load.Program;
import dev.belay.benchmarks.load.Stack;
import dev.belay.benchmarks.load.Trader;
import dev.belay.channel.ChannelOptions;
import dev.belay.service.Call;
import dev.belay.service.OperationContext;
import dev.belay.service.ProxyOptions;
import dev.belay.service.ServiceEndpoint;
import dev.belay.service.ServiceHost;
import dev.belay.service.ServiceProxy;
import dev.belay.xml.XmlDateTime;

import org.example.trade.Customer;
import org.example.trade.Line;
import org.example.trade.Order;
import org.example.trade.Trade;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Belay: {@code net.tcp} with one session for all callers, or {@code http} with a connection for
 * each.
 */
public final class BelayStack implements Stack {
    private static final int MANY = 20_000;

    private final String scheme;

    private BelayStack(String scheme) {
        this.scheme = scheme;
    }

    /** {@code net.tcp} or {@code http}, and what {@link Program#run} takes. */
    public static void main(String[] args) throws Exception {
        Program.run(new BelayStack(args[0]), Arrays.copyOfRange(args, 1, args.length));
    }

    @Override
    public Server serve(Blocked blocked) {
        ServiceHost host =
                ServiceHost.builder()
                        .endpoint(
                                ServiceEndpoint.builder(
                                                Trade.CONTRACT,
                                                new Service(blocked),
                                                scheme + "://localhost:0/trade")
                                        .maxChannels(MANY)
                                        .maxConcurrency(MANY)
                                        .build())
                        .build()
                        .open();
        return new Server() {
            @Override
            public String address() {
                return host.addresses().getFirst();
            }

            @Override
            public void close() {
                host.abort();
                host.close();
            }
        };
    }

    @Override
    public Trader connect(String address) {
        ProxyOptions options =
                ProxyOptions.builder()
                        .maxPendingCalls(MANY)
                        .channel(ChannelOptions.builder().maxHttpServerConnections(MANY).build())
                        .build();
        return new Client(Trade.proxy(address, options).open());
    }

    /** An abandoned call shares its session with others, which go on. */
    @Override
    public boolean tellsOfOneCall() {
        return scheme.equals("http");
    }

    private record Service(Blocked blocked) implements Trade {
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
            CountDownLatch told = new CountDownLatch(1);
            OperationContext.current()
                    .onCancel(
                            reason -> {
                                blocked.told();
                                told.countDown();
                            });
            blocked.begin();
            try {
                told.await();
            } catch (InterruptedException e) {
                // It was told before it was interrupted.
            }
        }
    }

    private static final class Client implements Trader {
        private final ServiceProxy<Trade> proxy;
        private final Order order = order();

        Client(ServiceProxy<Trade> proxy) {
            this.proxy = proxy;
        }

        private static Order order() {
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < Orders.LINES; i++) {
                lines.add(
                        new Line(
                                Orders.sku(i),
                                Orders.description(i),
                                Orders.quantity(i),
                                BigDecimal.valueOf(Orders.cents(i), 2),
                                Orders.weight(i)));
            }
            return new Order(
                    4711,
                    new Customer("Ann Chandler", "12 Quay Street", "Harwich", true),
                    XmlDateTime.parse("2026-03-01T12:00:00.125Z"),
                    Orders.note(),
                    lines);
        }

        @Override
        public int add(int a, int b) {
            return proxy.contract().add(a, b);
        }

        @Override
        public int echoOrder() {
            return proxy.contract().echoOrder(order).line().size();
        }

        @Override
        public Runnable block(Runnable free) {
            Call<Boolean> call =
                    proxy.start(
                            trade -> {
                                try {
                                    trade.block();
                                    return true;
                                } finally {
                                    free.run();
                                }
                            });
            return call::abandon;
        }

        @Override
        public void abort() {
            proxy.abort();
        }

        @Override
        public void close() {
            proxy.close();
        }
    }
}
