package dev.belay.testing.shop;

import dev.belay.cancel.Environment;
import dev.belay.error.BelayException;

import java.io.IOException;

/** Serves the shop until its standard input ends: {@code shop-host BINDING ADDRESS}. */
public final class ShopHost {
    private ShopHost() {}

    /** Prints READY and the real address once the shop is open. */
    public static void main(String[] args) throws IOException {
        System.exit(run(args));
    }

    private static int run(String[] args) throws IOException {
        try {
            if (args.length != 2) {
                throw new UsageException("which binding at which address?");
            }
            ShopBinding binding = ShopBinding.named(args[0]);
            try (ShopServer server = ShopServer.open(binding, args[1], Environment.system())) {
                System.out.println("READY " + server.address());
                System.in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return 0;
        } catch (UsageException | IllegalArgumentException e) {
            System.err.println("shop-host: " + e.getMessage());
            System.err.println("usage: shop-host BINDING ADDRESS");
            return 2;
        } catch (BelayException e) {
            System.err.println("shop-host: cannot serve: " + e.getMessage());
            return 1;
        }
    }
}
