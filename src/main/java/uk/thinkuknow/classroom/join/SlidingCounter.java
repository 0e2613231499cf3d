package uk.thinkuknow.classroom.join;

import java.util.Arrays;

/** Counts events in a sliding time window, in a ring of short slices. */
final class SlidingCounter {
    private final long slice;
    private final int[] counts;
    private long newest;

    SlidingCounter(long sliceMillis, int slices) {
        slice = sliceMillis;
        counts = new int[slices];
    }

    void add(long nowMillis) {
        turnTo(nowMillis);
        counts[(int) (newest % counts.length)]++;
    }

    /** Takes back an event that was added at a time; does nothing if it is no longer counted. */
    void takeBack(long addedMillis, long nowMillis) {
        turnTo(nowMillis);
        long added = addedMillis / slice;
        if (added > newest - counts.length) {
            counts[(int) (added % counts.length)]--;
        }
    }

    int total(long nowMillis) {
        turnTo(nowMillis);
        return Arrays.stream(counts).sum();
    }

    private void turnTo(long nowMillis) {
        long now = nowMillis / slice;
        for (long turned = Math.max(newest + 1, now - counts.length + 1); turned <= now; turned++) {
            counts[(int) (turned % counts.length)] = 0;
        }
        newest = Math.max(newest, now);
    }
}
