package uk.thinkuknow;

import java.time.Duration;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Waits until a condition holds, for up to a minute. */
public final class Eventually {
    /** Ten times what a slow machine needs; a condition that never holds still fails. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long PAUSE_MILLIS = 25;

    private Eventually() {}

    /** A condition that may change. */
    public interface Look {
        boolean holds() throws Exception;
    }

    /** Returns once the condition holds; fails with these words if it does not hold in time. */
    public static void holds(String what, Look look) throws Exception {
        var since = System.nanoTime();
        while (!look.holds()) {
            assertTrue(System.nanoTime() - since < PATIENCE.toNanos(), "never came: " + what);
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
