package dev.belay.examples;

import org.example.calculator.Calculator;

/** What the service does: an ordinary object that implements the generated interface. */
final class CalculatorService implements Calculator {
    @Override
    public int add(int a, int b) {
        return a + b;
    }
}
