package dev.belay.channel;

import dev.belay.cancel.CloseWork;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Lifecycle;
import dev.belay.channel.spi.ListenerDriver;
import dev.belay.error.ErrorCode;

import java.io.IOException;

/** The close of a listener. */
final class ListenerCloseWork extends CloseWork<ListenerState, ListenerLink> {
    ListenerCloseWork(Lifecycle<ListenerState, ListenerLink> lifecycle, Environment environment) {
        super(lifecycle, environment);
    }

    @Override
    protected void gracefully(ListenerLink link, Deadline deadline) {
        link.drop(Failure.of(ErrorCode.OPERATION_ABORTED, "listener was closed"));
        ListenerDriver driver = link.driver();
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
    protected void drop(ListenerLink link, Failure why) {
        link.drop(why);
        ListenerDriver driver = link.driverIfAny();
        if (driver != null) {
            driver.abort();
        }
    }
}
