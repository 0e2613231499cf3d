package uk.thinkuknow;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Lets simulated children of one room take their seats as a class does: nine in a second, below the limit of ten. */
public final class SeatPace {
    private static final long PAUSE_NANOS = 1_000_000_000 / 9;
    private static final Map<Object, SeatPace> ROOMS = new ConcurrentHashMap<>();

    private long next = System.nanoTime();

    private SeatPace() {}

    /**
     * Waits until the next child of a room may take a seat.
     *
     * @param room its session or its code
     */
    public static void await(Object room) {
        ROOMS.computeIfAbsent(room, any -> new SeatPace()).await();
    }

    private void await() {
        long mine;
        synchronized (this) {
            mine = Math.max(next, System.nanoTime());
            next = mine + PAUSE_NANOS;
        }
        for (long left = mine - System.nanoTime(); left > 0; left = mine - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
