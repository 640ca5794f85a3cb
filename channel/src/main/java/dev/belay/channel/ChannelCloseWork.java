package dev.belay.channel;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Lifecycle;
import dev.belay.channel.spi.ChannelDriver;

/** The close of a channel. */
final class ChannelCloseWork extends CloseWork<ChannelState, Link> {
    ChannelCloseWork(Lifecycle<ChannelState, Link> lifecycle, Environment environment) {
        super(lifecycle, environment);
    }

    @Override
    void gracefully(Link link, Deadline deadline) {
        link.closeGracefully(this, deadline);
        ChannelDriver driver = link.driver();
        waitFor(
                link,
                "close",
                deadline,
                () -> {
                    driver.close(deadline);
                    return null;
                });
    }

    @Override
    void drop(Link link, Failure why) {
        link.drop(why);
        ChannelDriver driver = link.driverIfAny();
        if (driver != null) {
            driver.abort();
        }
    }
}
