package dev.belay.cli.demo;

import dev.belay.cancel.CancelReason;
import dev.belay.cancel.Clock;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Pending;
import dev.belay.channel.Binding;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelOptions;
import dev.belay.channel.ChannelState;
import dev.belay.channel.Listener;
import dev.belay.channel.ListenerOptions;
import dev.belay.channel.ListenerState;
import dev.belay.cli.demo.Stage.Ending;
import dev.belay.cli.demo.Timeline.Side;
import dev.belay.cli.demo.calculator.Blocking;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.service.Call;
import dev.belay.service.ServiceHostState;
import dev.belay.service.ServiceProxy;
import dev.belay.service.ServiceProxyState;
import dev.belay.soap.EndpointAddress;
import dev.belay.soap.Message;
import dev.belay.xml.XmlName;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

/** The five ways of WWSAPI to call things off, each with what it promises. */
enum Scene {
    ABANDON_CALL("Abandon a call") {
        @Override
        void play(Stage stage) {
            try (ServiceProxy<Blocking> proxy = stage.proxy()) {
                Call<Boolean> call = block(stage, proxy);
                stage.callOff("call.abandon()", call::abandon);
                stage.endsWith(ErrorCode.OPERATION_ABANDONED, "the call", () -> result(call));
                stage.is(ServiceProxyState.OPEN, "the proxy", proxy.state());
                if (proxy.binding().clientType().isSession()) {
                    int released = proxy.contract().unblock();
                    stage.is(1, "what unblock() on the same session released", released);
                } else {
                    told(stage, CancelReason.CHANNEL_FAULTED);
                }
            }
        }
    },

    ABORT_CHANNEL("Abort a channel") {
        @Override
        void play(Stage stage) throws Exception {
            EndpointAddress address = EndpointAddress.of(stage.address());
            Binding binding = Blocking.CONTRACT.binding(stage.address());
            try (Channel channel =
                    Channel.create(binding, ChannelOptions.DEFAULT, Environment.system())) {
                channel.open(address);
                String action = Blocking.CONTRACT.operations().getFirst().action();
                Message request =
                        Message.request(
                                binding.version(),
                                action,
                                writer -> {
                                    writer.startElement(BLOCK);
                                    writer.endElement();
                                });
                stage.timeline().event(Side.CLIENT, "channel.request(block)");
                Pending<Ending> pending = beside(() -> String.valueOf(channel.request(request)));
                stage.service().awaitArrivals(1);
                stage.callOff("channel.abort()", channel::abort);
                stage.endsWith(ErrorCode.OPERATION_ABORTED, "the request", () -> outcome(pending));
                stage.is(ChannelState.FAULTED, "the channel", channel.state());
                told(stage, CancelReason.CHANNEL_FAULTED);
            }
        }
    },

    ABORT_LISTENER("Abort a listener") {
        @Override
        void play(Stage stage) throws Exception {
            Binding binding = Blocking.CONTRACT.binding(stage.address());
            try (Listener listener =
                    Listener.create(binding, ListenerOptions.DEFAULT, Environment.system())) {
                String scheme = binding.scheme();
                listener.open(Stage.address(scheme));
                stage.timeline().event(Side.SERVER, "listener.accept() waits for a client");
                Channel awaited = listener.newChannel();
                Pending<Ending> pending = beside(() -> listener.accept(awaited));
                while (awaited.state() != ChannelState.ACCEPTING) {
                    Thread.onSpinWait();
                }
                stage.callOff("listener.abort()", listener::abort);
                stage.endsWith(ErrorCode.OPERATION_ABORTED, "the accept", () -> outcome(pending));
                stage.is(ListenerState.FAULTED, "the listener", listener.state());
                stage.endsWith(ErrorCode.OBJECT_FAULTED, "the next accept", listener::accept);
            }
        }
    },

    ABORT_PROXY("Abort a service proxy") {
        @Override
        void play(Stage stage) {
            try (ServiceProxy<Blocking> proxy = stage.proxy()) {
                Call<Boolean> one = block(stage, proxy);
                Call<Boolean> two = block(stage, proxy);
                stage.callOff("proxy.abort()", proxy::abort);
                stage.endsWith(ErrorCode.OPERATION_ABORTED, "the first call", () -> result(one));
                stage.endsWith(ErrorCode.OPERATION_ABORTED, "the second call", () -> result(two));
                stage.is(ServiceProxyState.FAULTED, "the proxy", proxy.state());
                stage.endsWith(
                        ErrorCode.OBJECT_FAULTED, "a new call", () -> proxy.contract().block());
                told(stage, CancelReason.CHANNEL_FAULTED);
                told(stage, CancelReason.CHANNEL_FAULTED);
            }
        }
    },

    ABORT_HOST("Abort a service host") {
        @Override
        void play(Stage stage) {
            try (ServiceProxy<Blocking> proxy = stage.proxy()) {
                Call<Boolean> call = block(stage, proxy);
                stage.callOff("host.abort()", stage.host()::abort);
                told(stage, CancelReason.HOST_ABORT);
                stage.is(ServiceHostState.FAULTED, "the host", stage.host().state());
                stage.endsWith(
                        ErrorCode.ENDPOINT_DISCONNECTED, "the client's call", () -> result(call));
                stage.host().close();
                stage.is(ServiceHostState.CLOSED, "the host", stage.host().state());
            }
        }
    };

    private static final XmlName BLOCK = XmlName.of(Blocking.CONTRACT.namespace(), "Block");

    private final String title;

    Scene(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Plays the scene; everything that was promised stands in the stage's timeline. */
    abstract void play(Stage stage) throws Exception;

    private static Call<Boolean> block(Stage stage, ServiceProxy<Blocking> proxy) {
        stage.timeline().event(Side.CLIENT, "proxy.start(service -> service.block())");
        Call<Boolean> call = proxy.start(Blocking::block);
        stage.service().awaitArrivals(1);
        return call;
    }

    private static void told(Stage stage, CancelReason expected) {
        CancelReason reason = stage.service().awaitNotice();
        boolean kept = reason != null && reason.is(expected);
        String name = reason == null ? "nothing" : reason.name();
        stage.timeline()
                .promise(
                        Side.SERVER,
                        kept,
                        "the operation was told "
                                + name
                                + (kept ? "" : ", not " + expected.name()));
    }

    private static Object result(Call<?> call) throws Exception {
        try {
            return String.valueOf(call.get());
        } catch (ExecutionException | CancellationException e) {
            throw e.getCause() instanceof BelayException why ? why : e;
        }
    }

    /** Runs the action on a thread beside; its ending comes when it has ended. */
    private static Pending<Ending> beside(Ending action) {
        Pending<Ending> pending = Pending.of(Clock.system(), "the scene");
        Environment.system().start("belay-demo", () -> pending.complete(ending(action)));
        return pending;
    }

    private static Ending ending(Ending action) {
        try {
            Object value = action.run();
            return () -> value;
        } catch (Exception e) {
            return () -> {
                throw e;
            };
        }
    }

    private static Object outcome(Pending<Ending> pending) throws Exception {
        Deadline deadline =
                Deadline.after(Duration.ofSeconds(3), Clock.system(), "the demo's wait");
        return pending.await(deadline, ErrorCode.OTHER).run();
    }
}
