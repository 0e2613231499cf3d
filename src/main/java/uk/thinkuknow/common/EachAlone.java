package uk.thinkuknow.common;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.Consumer;

/** Work on many things by a clock: each in a transaction of its own, so that one that fails holds up no other. */
public final class EachAlone {
    private EachAlone() {}

    /**
     * Does something for each, again from its start where another is in the way. What fails is written down, and tried again
     * when the clock comes round.
     *
     * @param failed the beginning of a line of the log, which ends with the thing itself
     */
    public static <T> void run(String failed, Iterable<T> all, Consumer<T> act) {
        for (var each : all) {
            try {
                InTheWay.again(() -> QuarkusTransaction.requiringNew().call(() -> {
                    act.accept(each);
                    return true;
                }));
            } catch (RuntimeException e) {
                Log.errorf(e, "%s: %s", failed, each);
            }
        }
    }
}
