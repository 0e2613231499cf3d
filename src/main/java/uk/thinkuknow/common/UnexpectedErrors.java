package uk.thinkuknow.common;

import io.quarkus.logging.Log;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Logs errors that nobody expected, each with a reference that the user is shown. Who causes one thousands of times fills
 * no disk: of each kind a minute has a few stack traces, and the others get the reference of the last one.
 */
public final class UnexpectedErrors {
    static final int TRACES_A_MINUTE = 3;
    private static final String OURS = "uk.thinkuknow.";

    private static final LogLimit LIMIT = new LogLimit(TRACES_A_MINUTE);
    /** As many as there are places in the code that fail. */
    private static final Map<String, PublicId> LAST = new ConcurrentHashMap<>();

    private UnexpectedErrors() {}

    /**
     * Logs an error, unless its kind was logged often.
     *
     * @return the reference by which its kind is found in the log
     */
    public static PublicId log(Throwable failure) {
        var kind = kindOf(failure);
        boolean shown = LIMIT.isShown("unexpected", kind);
        return LAST.compute(kind, (any, last) -> shown || last == null ? logged(failure) : last);
    }

    private static PublicId logged(Throwable failure) {
        var reference = PublicId.draw();
        Log.errorf(failure, "unexpected, reference %s", reference);
        return reference;
    }

    /** The type of the error and where it came from. Its message may quote a user. */
    private static String kindOf(Throwable failure) {
        var frames = failure.getStackTrace();
        return Arrays.stream(frames)
                .filter(frame -> frame.getClassName().startsWith(OURS)
                        && !frame.getClassName().startsWith(OURS + "common."))
                .findFirst()
                .or(() -> Arrays.stream(frames).findFirst())
                .map(frame -> failure.getClass().getSimpleName() + " at " + frame)
                .orElseGet(() -> failure.getClass().getSimpleName());
    }

    static void endMinute() {
        LIMIT.endMinute();
    }
}
