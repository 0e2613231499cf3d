package uk.thinkuknow.common;

import io.quarkus.logging.Log;
import java.util.function.Consumer;

/** Work on many things by a clock: each in a transaction of its own, so that one that fails holds up no other. */
public final class EachAlone {
    private EachAlone() {}

    /**
     * Does something for each in turn. A failure is logged and tried again when the clock comes round.
     *
     * @param failed the beginning of a line of the log, which ends with the thing itself
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
