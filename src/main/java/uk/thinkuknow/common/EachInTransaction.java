package uk.thinkuknow.common;

import io.quarkus.logging.Log;
import java.util.function.Consumer;

/** Runs a task for each item in a transaction of its own, so that the failure of one item does not stop the others. */
public final class EachInTransaction {
    private EachInTransaction() {}

    /**
     * Runs a task for each item, with retries on conflict. The failure of an item is logged and not thrown.
     *
     * @param failed the start of the log message, which ends with the item
     */
    public static <T> void run(String failed, Iterable<T> all, Consumer<T> act) {
        for (var each : all) {
            try {
                RetryOnConflict.run(() -> act.accept(each));
            } catch (RuntimeException e) {
                Log.errorf(e, "%s: %s", failed, each);
            }
        }
    }
}
