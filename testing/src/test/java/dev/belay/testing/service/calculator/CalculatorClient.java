package dev.belay.testing.service.calculator;

import dev.belay.service.Invoker;
import dev.belay.service.Operation;
import dev.belay.service.ServiceContract;

/** Calls the operations of {@link Calculator}. */
final class CalculatorClient implements Calculator {
    private static final Operation<Calculator, Add, AddResponse> ADD =
            Operation.request(
                            "Add",
                            "http://Example.org/ICalculator/Add",
                            Add.MESSAGE,
                            "http://Example.org/ICalculator/AddResponse",
                            AddResponse.MESSAGE,
                            (Calculator service, Add in) ->
                                    new AddResponse(service.add(in.a(), in.b())))
                    .build();

    private static final Operation<Calculator, Subtract, SubtractResponse> SUBTRACT =
            Operation.request(
                            "Subtract",
                            "http://Example.org/ICalculator/Subtract",
                            Subtract.MESSAGE,
                            "http://Example.org/ICalculator/SubtractResponse",
                            SubtractResponse.MESSAGE,
                            (Calculator service, Subtract in) ->
                                    new SubtractResponse(service.subtract(in.a(), in.b())))
                    .build();

    static final ServiceContract<Calculator> CONTRACT =
            ServiceContract.<Calculator>named("ICalculator", "http://Example.org")
                    .operation(ADD)
                    .operation(SUBTRACT)
                    .build(CalculatorClient::new);

    private final Invoker invoker;

    private CalculatorClient(Invoker invoker) {
        this.invoker = invoker;
    }

    @Override
    public int add(int a, int b) {
        return invoker.call(ADD, new Add(a, b)).result();
    }

    @Override
    public int subtract(int a, int b) {
        return invoker.call(SUBTRACT, new Subtract(a, b)).result();
    }
}
