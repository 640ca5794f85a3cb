package dev.belay.examples;

import dev.belay.service.ServiceEndpoint;
import dev.belay.service.ServiceHost;

import org.example.calculator.Blocking;
import org.example.calculator.Calculator;

/** A host with two services, each over net.tcp and over HTTP. Runs until it is interrupted. */
public final class Serve {
    private Serve() {}

    /** Serves at the ports given: first for net.tcp, then for HTTP; 8080 and 8081 if none. */
    public static void main(String[] args) throws InterruptedException {
        String tcp = args.length > 0 ? args[0] : "8080";
        String http = args.length > 1 ? args[1] : "8081";
        Calculator calculator = new CalculatorService();
        Blocking blocking = new BlockingService();
        // An unblock() has to run while a block() of the same session waits.
        ServiceEndpoint session =
                ServiceEndpoint.builder(
                                Blocking.CONTRACT,
                                blocking,
                                "net.tcp://localhost:" + tcp + "/blocking")
                        .maxConcurrency(100)
                        .build();
        try (ServiceHost host =
                ServiceHost.builder()
                        .endpoint(
                                Calculator.endpoint(
                                        calculator, "net.tcp://localhost:" + tcp + "/calculator"))
                        .endpoint(
                                Calculator.endpoint(
                                        calculator, "http://localhost:" + http + "/calculator"))
                        .endpoint(session)
                        .build()
                        .open()) {
            host.addresses().forEach(address -> System.out.println("serving " + address));
            host.awaitClosed();
        }
    }
}
