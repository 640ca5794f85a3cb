package dev.belay.testing.service.calculator;

import dev.belay.service.ProxyOptions;
import dev.belay.service.ServiceContract;
import dev.belay.service.ServiceEndpoint;
import dev.belay.service.ServiceProxy;

/** Port type ICalculator. A client of it may be used by any number of threads at once. */
public interface Calculator {
    /** The description of this contract. */
    ServiceContract<Calculator> CONTRACT = CalculatorClient.CONTRACT;

    /** Operation Add. */
    int add(int a, int b);

    /** Operation Subtract. */
    int subtract(int a, int b);

    /** A proxy for the address, not opened yet. */
    static ServiceProxy<Calculator> proxy(String address) {
        return CONTRACT.proxy(address);
    }

    /** A proxy for the address with options, not opened yet. */
    static ServiceProxy<Calculator> proxy(String address, ProxyOptions options) {
        return CONTRACT.proxy(address, options);
    }

    /** An endpoint at the address that the service serves. */
    static ServiceEndpoint endpoint(Calculator service, String address) {
        return CONTRACT.endpoint(service, address);
    }
}
