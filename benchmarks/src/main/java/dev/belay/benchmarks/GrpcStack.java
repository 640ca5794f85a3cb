package dev.belay.benchmarks;

import com.google.protobuf.Message;

import dev.belay.benchmarks.load.Blocked;
import dev.belay.benchmarks.load.Orders;
import dev.belay.benchmarks.load.Program;
import dev.belay.benchmarks.load.Stack;
import dev.belay.benchmarks.load.Trader;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;

import org.example.trade.protobuf.TradeMessages.Add;
import org.example.trade.protobuf.TradeMessages.AddResponse;
import org.example.trade.protobuf.TradeMessages.Block;
import org.example.trade.protobuf.TradeMessages.BlockResponse;
import org.example.trade.protobuf.TradeMessages.Customer;
import org.example.trade.protobuf.TradeMessages.Line;
import org.example.trade.protobuf.TradeMessages.Order;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Future;

/** gRPC-Java as it comes: one channel for all callers, blocking calls, the server's own threads. */
public final class GrpcStack implements Stack {
    private static final String SERVICE = "org.example.trade.Trade";

    private static final MethodDescriptor<Add, AddResponse> ADD =
            method("Add", Add.getDefaultInstance(), AddResponse.getDefaultInstance());
    private static final MethodDescriptor<Order, Order> ECHO_ORDER =
            method("EchoOrder", Order.getDefaultInstance(), Order.getDefaultInstance());
    private static final MethodDescriptor<Block, BlockResponse> BLOCK =
            method("Block", Block.getDefaultInstance(), BlockResponse.getDefaultInstance());

    private GrpcStack() {}

    /** See {@link Program#run}. */
    public static void main(String[] args) throws Exception {
        Program.run(new GrpcStack(), args);
    }

    private static <I extends Message, O extends Message> MethodDescriptor<I, O> method(
            String name, I in, O out) {
        return MethodDescriptor.<I, O>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, name))
                .setRequestMarshaller(ProtoUtils.marshaller(in))
                .setResponseMarshaller(ProtoUtils.marshaller(out))
                .setSampledToLocalTracing(true)
                .build();
    }

    @Override
    public Server serve(Blocked blocked) throws Exception {
        ServerServiceDefinition service =
                ServerServiceDefinition.builder(SERVICE)
                        .addMethod(
                                ADD,
                                ServerCalls.asyncUnaryCall(
                                        (in, out) -> {
                                            out.onNext(
                                                    AddResponse.newBuilder()
                                                            .setSum(in.getA() + in.getB())
                                                            .build());
                                            out.onCompleted();
                                        }))
                        .addMethod(
                                ECHO_ORDER,
                                ServerCalls.asyncUnaryCall(
                                        (in, out) -> {
                                            out.onNext(in);
                                            out.onCompleted();
                                        }))
                        .addMethod(
                                BLOCK,
                                ServerCalls.asyncUnaryCall(
                                        (in, out) -> {
                                            ((ServerCallStreamObserver<BlockResponse>) out)
                                                    .setOnCancelHandler(blocked::told);
                                            blocked.begin();
                                        }))
                        .build();
        io.grpc.Server server =
                NettyServerBuilder.forAddress(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .addService(service)
                        .build()
                        .start();
        return new Server() {
            @Override
            public String address() {
                return "localhost:" + server.getPort();
            }

            @Override
            public void close() {
                server.shutdownNow();
            }
        };
    }

    @Override
    public Trader connect(String address) {
        return new Client(NettyChannelBuilder.forTarget(address).usePlaintext().build());
    }

    private static final class Client implements Trader {
        private final ManagedChannel channel;
        private final Order order = order();

        Client(ManagedChannel channel) {
            this.channel = channel;
        }

        private static Order order() {
            Order.Builder order =
                    Order.newBuilder()
                            .setId(4711)
                            .setCustomer(
                                    Customer.newBuilder()
                                            .setName("Ann Chandler")
                                            .setStreet("12 Quay Street")
                                            .setCity("Harwich")
                                            .setPreferred(true))
                            .setPlaced(1_772_366_400_125L)
                            .setNote(Orders.note());
            for (int i = 0; i < Orders.LINES; i++) {
                int cents = Orders.cents(i);
                order.addLine(
                        Line.newBuilder()
                                .setSku(Orders.sku(i))
                                .setDescription(Orders.description(i))
                                .setQuantity(Orders.quantity(i))
                                .setPrice(cents / 100 + "." + cents % 100 / 10 + cents % 10)
                                .setWeight(Orders.weight(i)));
            }
            return order.build();
        }

        @Override
        public int add(int a, int b) {
            Add request = Add.newBuilder().setA(a).setB(b).build();
            return ClientCalls.blockingUnaryCall(channel, ADD, CallOptions.DEFAULT, request)
                    .getSum();
        }

        /** The order is immutable and remembers its size, so a new one is made of it each time. */
        @Override
        public int echoOrder() {
            Order request = order.toBuilder().build();
            return ClientCalls.blockingUnaryCall(channel, ECHO_ORDER, CallOptions.DEFAULT, request)
                    .getLineCount();
        }

        @Override
        public Runnable block(Runnable free) {
            var future =
                    ClientCalls.futureUnaryCall(
                            channel.newCall(BLOCK, CallOptions.DEFAULT),
                            Block.getDefaultInstance());
            future.addListener(free, Runnable::run);
            Future<?> call = future;
            return () -> call.cancel(true);
        }

        @Override
        public void abort() {
            channel.shutdownNow();
        }

        @Override
        public void close() {
            channel.shutdownNow();
        }
    }
}
