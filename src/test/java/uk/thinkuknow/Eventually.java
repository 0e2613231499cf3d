package uk.thinkuknow;

import java.time.Duration;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Waits for what comes by itself: within a moment on a quiet machine, a good while later on a busy one. */
public final class Eventually {
    /** Ten times what a slow machine needs; what never comes is found all the same. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long PAUSE_MILLIS = 25;

    private Eventually() {}

    /** Does it hold now? */
    public interface Look {
        boolean holds() throws Exception;
    }

    /** Returns once it holds; fails with these words if it never does. */
    public static void holds(String what, Look look) throws Exception {
        var since = System.nanoTime();
        while (!look.holds()) {
            assertTrue(System.nanoTime() - since < PATIENCE.toNanos(), "never came: " + what);
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
