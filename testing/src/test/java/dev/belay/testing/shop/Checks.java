package dev.belay.testing.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The table of checks. */
final class Checks {
    private static final Predicate<ShopBinding> SESSION = ShopBinding::isSessionShop;
    private static final Predicate<ShopBinding> SHOP = SESSION.negate();

    static final List<Check> TABLE =
            List.of(
                    shop("add", "numbers, the largest and the smallest too", ValueChecks::add),
                    shop("echo", "text of every kind, up to 100 KB", ValueChecks::echo),
                    shop("echo-null", "null text, which is not empty text", ValueChecks::echoNull),
                    shop("bytes", "0 to 1,000,000 bytes, and null", ValueChecks::bytes),
                    shop("order", "orders: full, sparse, null, nested", ValueChecks::orders),
                    shop("everything", "each primitive at its limits", ValueChecks::everything),
                    shop("shapes", "derived types, a null among them", ValueChecks::shapes),
                    shop("xml", "free XML of every kind", ValueChecks::xml),
                    shop("tag", "own headers in request and reply", ValueChecks::tag),
                    shop("fault1", "declared fault ShopFault", FaultChecks::fault1),
                    shop("fault2", "declared fault OtherFault", FaultChecks::fault2),
                    shop("fault3", "own code, reasons in two languages", FaultChecks::fault3),
                    shop("fault4", "undeclared: a fault without details", FaultChecks::fault4),
                    shop("unknown-action", "an operation of nobody", FaultChecks::unknownAction),
                    shop("unknown-path", "an address of nobody", FaultChecks::unknownPath),
                    shop("mustunderstand", "a header of nobody", FaultChecks::mustUnderstand),
                    shop("oneway", "Notify, then Notified until it is 1", CallChecks::oneWay),
                    shop("sequence", "Add, Echo, Add", CallChecks::sequence),
                    shop("parallel", "50 calls at once over one proxy", CallChecks::parallel),
                    shop("channels", "20 proxies at once", CallChecks::channels),
                    shop("reopen", "20 times: open, call, close", CallChecks::reopen),
                    shop("idle", "30 calls, 50 ms apart", CallChecks::idle),
                    shop("big", "200 orders of 8 KB", CallChecks::big),
                    shop("quota", "a call above the client's own quota", CallChecks::quota),
                    shop("whoami", "who calls: nobody", CallChecks::whoAmI),
                    shop("abandon", "abandon Block(5000)", CancelChecks::abandon),
                    shop("abort", "abort the proxy in Block(5000)", CancelChecks::abort),
                    shop("kill", "kill a client inside Block(10000)", CancelChecks::kill),
                    shop("timeout", "Block(5000) with 300 ms", CancelChecks::timeout),
                    shop("close-pending", "close in Block(1500)", CancelChecks::closePending),
                    shop(
                            Check.ON_REQUEST,
                            "Block(10000); end process SERVER_PID at READY-TO-KILL",
                            CancelChecks::serverGone),
                    session("session", "two sums side by side", SessionChecks::sums),
                    session("session-order", "AddMore before Begin", SessionChecks::order),
                    session("session-ended", "AddMore after End", SessionChecks::ended));

    private Checks() {}

    private static Check shop(String name, String help, Check.Body body) {
        return new Check(name, help, SHOP, body);
    }

    private static Check session(String name, String help, Check.Body body) {
        return new Check(name, help, SESSION, body);
    }

    /** The checks with these names; all that apply to the binding where there are none. */
    static List<Check> choose(ShopBinding binding, List<String> names) throws UsageException {
        if (names.isEmpty() || names.equals(List.of("all"))) {
            return forBinding(binding).filter(check -> !check.isOnRequest()).toList();
        }
        List<Check> chosen = new ArrayList<>();
        for (String name : names) {
            chosen.add(
                    forBinding(binding)
                            .filter(check -> check.name().equals(name))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new UsageException(
                                                    "no check "
                                                            + name
                                                            + " for "
                                                            + binding
                                                            + ", see --list")));
        }
        return chosen;
    }

    private static Stream<Check> forBinding(ShopBinding binding) {
        return TABLE.stream().filter(check -> check.applies().test(binding));
    }
}
