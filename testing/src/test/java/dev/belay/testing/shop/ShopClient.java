package dev.belay.testing.shop;

import dev.belay.cancel.Environment;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Calls a shop, whoever serves it, and says what it saw: {@code shop-client BINDING ADDRESS
 * CHECK...}.
 */
public final class ShopClient {
    /** The command of a client that is to be killed inside its call. */
    static final String HOLD = "hold";

    private static final String USAGE =
            """
            shop-client BINDING ADDRESS [CHECK...]   runs the checks, all that apply when none is named
            shop-client --list                       bindings and checks
            environment: SERVER_PID for server-gone; LIMIT seconds for the whole run (58)
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final Environment environment;
    private final long server;
    private final long limitMillis;

    ShopClient(
            PrintStream out,
            PrintStream err,
            Environment environment,
            long server,
            long limitSeconds) {
        this.out = out;
        this.err = err;
        this.environment = environment;
        this.server = server;
        this.limitMillis = TimeUnit.SECONDS.toMillis(limitSeconds);
    }

    /** Ends with 0 if all checks were ok, 1 if not, 2 for a wrong command line. */
    public static void main(String[] args) throws InterruptedException {
        ShopClient client =
                new ShopClient(
                        System.out,
                        System.err,
                        Environment.system(),
                        number("SERVER_PID", 0),
                        number("LIMIT", 58));
        System.exit(client.run(List.of(args)));
    }

    private static long number(String variable, long otherwise) {
        String value = System.getenv(variable);
        return value == null ? otherwise : Long.parseLong(value);
    }

    /** Runs the command; the exit code. */
    int run(List<String> arguments) throws InterruptedException {
        try {
            if (arguments.equals(List.of("--list"))) {
                list();
                return 0;
            }
            if (arguments.size() == 4 && arguments.getFirst().equals(HOLD)) {
                int millis = Integer.parseInt(arguments.get(3));
                CancelChecks.hold(site(arguments.get(1), arguments.get(2)), millis);
                return 0;
            }
            if (arguments.size() < 2) {
                throw new UsageException("which binding at which address?");
            }
            Site site = site(arguments.get(0), arguments.get(1));
            List<String> names = arguments.subList(2, arguments.size());
            List<Check> checks = Checks.choose(site.binding(), names);
            return new Runner(out, limitMillis).run(site, checks) ? 0 : 1;
        } catch (UsageException e) {
            err.println("shop-client: " + e.getMessage());
            err.print(USAGE);
            return 2;
        }
    }

    private Site site(String binding, String address) throws UsageException {
        return new Site(ShopBinding.named(binding), address, environment, server, out::println);
    }

    private void list() {
        out.println("bindings");
        for (ShopBinding binding : ShopBinding.values()) {
            out.println("  " + binding);
        }
        out.println("checks");
        for (Check check : Checks.TABLE) {
            out.printf(
                    "  %-16s %s%s%n",
                    check.name(), check.help(), check.isOnRequest() ? " (only when named)" : "");
        }
    }
}
