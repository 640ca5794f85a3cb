package dev.belay.examples;

import dev.belay.error.BelayException;
import dev.belay.service.Call;
import dev.belay.service.ServiceProxy;

import org.example.calculator.Blocking;
import org.example.calculator.Calculator;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

/** A client of {@link Serve}: makes a call, and calls one off. */
public final class CallAndCallOff {
    private CallAndCallOff() {}

    /** Calls the services at the port given; 8080 if none. */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        String server = "net.tcp://localhost:" + (args.length > 0 ? args[0] : "8080");
        try (ServiceProxy<Calculator> proxy = Calculator.proxy(server + "/calculator").open()) {
            System.out.println("1 + 2 = " + proxy.contract().add(1, 2));
        }
        try (ServiceProxy<Blocking> proxy = Blocking.proxy(server + "/blocking").open()) {
            Call<Boolean> kept = proxy.start(Blocking::block);
            Call<Boolean> dropped = proxy.start(Blocking::block);
            dropped.abandon();
            try {
                System.out.println("the dropped call answered " + dropped.get());
            } catch (CancellationException e) {
                System.out.println("the dropped call ended at once, and nobody else noticed");
            }
            int released = 0;
            while (released == 0) {
                // Until the call that was kept has reached the service.
                released = proxy.contract().unblock();
            }
            System.out.println("the call that was kept answered " + kept.get());
        } catch (BelayException e) {
            System.out.println(e.code() + ": " + e.getMessage());
        }
    }
}
