package dev.belay.cli.demo;

import dev.belay.cli.Screen;
import dev.belay.cli.Screen.Style;
import dev.belay.cli.demo.calculator.Calculator;
import dev.belay.service.ServiceHost;
import dev.belay.service.ServiceProxy;

import java.util.Locale;

/** Hosts the calculator over both transports at once and calls it over each. */
final class CallChapter {
    private final Screen screen;

    CallChapter(Screen screen) {
        this.screen = screen;
    }

    /** Whether both gave the right sums. */
    boolean play() {
        screen.gap();
        Calculator service = (a, b) -> a + b;
        try (ServiceHost host =
                ServiceHost.builder()
                        .endpoint(Calculator.endpoint(service, "net.tcp://localhost:0/calculator"))
                        .endpoint(Calculator.endpoint(service, "http://localhost:0/calculator"))
                        .build()
                        .open()) {
            boolean right = true;
            for (String address : host.addresses()) {
                screen.line("  " + address);
                right &= call(address);
            }
            return right;
        }
    }

    private boolean call(String address) {
        try (ServiceProxy<Calculator> proxy = Calculator.proxy(address).open()) {
            boolean right = true;
            for (int i = 1; i <= 2; i++) {
                long start = System.nanoTime();
                int sum = proxy.contract().add(i, 2);
                double millis = (System.nanoTime() - start) / 1e6;
                boolean equal = sum == i + 2;
                String text =
                        String.format(Locale.ROOT, "%s add(%d, 2) = %d", equal ? "✓" : "✗", i, sum);
                String time = String.format(Locale.ROOT, "   %.2f ms", millis);
                screen.line(
                        "    "
                                + screen.in(equal ? Style.GOOD : Style.BAD, text)
                                + screen.in(Style.FAINT, time));
                right &= equal;
            }
            return right;
        }
    }
}
