package dev.belay.testing.service;

import dev.belay.testing.service.calculator.Calculator;

/** A calculator that calculates. */
final class Adder implements Calculator {
    @Override
    public int add(int a, int b) {
        return a + b;
    }

    @Override
    public int subtract(int a, int b) {
        return a - b;
    }
}
