package dev.belay.service;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The application's executor for operations. Its tasks never run on the thread that reads requests.
 */
final class OperationExecutor {
    private final Executor executor;

    OperationExecutor(Executor executor) {
        this.executor = executor;
    }

    /**
     * Has a request served; what must follow runs in every case, on whatever thread served or
     * refused it.
     */
    void execute(RequestTask task, Runnable afterwards) {
        try {
            executor.execute(
                    () -> {
                        try {
                            task.run();
                        } finally {
                            afterwards.run();
                        }
                    });
        } catch (RejectedExecutionException e) {
            task.refuse(e);
            afterwards.run();
        }
    }
}
