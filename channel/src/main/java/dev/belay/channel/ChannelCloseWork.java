package dev.belay.channel;

import dev.belay.cancel.CloseWork;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Lifecycle;
import dev.belay.channel.spi.ChannelDriver;

import java.io.IOException;

/** The close of a channel. */
final class ChannelCloseWork extends CloseWork<ChannelState, Link> {
    ChannelCloseWork(Lifecycle<ChannelState, Link> lifecycle, Environment environment) {
        super(lifecycle, environment);
    }

    @Override
    protected void gracefully(Link link, Deadline deadline) {
        requireUninterrupted(deadline);
        if (!link.closeGracefully(this, deadline)) {
            return;
        }
        ChannelDriver driver = link.driver();
        waitFor(
                link,
                "close",
                deadline,
                () -> {
                    try {
                        driver.close(deadline);
                    } catch (IOException e) {
                        throw Failures.of(e, "close").toException();
                    }
                    return null;
                });
    }

    @Override
    protected void drop(Link link, Failure why) {
        link.drop(why);
        ChannelDriver driver = link.driverIfAny();
        if (driver != null) {
            driver.abort();
        }
    }
}
