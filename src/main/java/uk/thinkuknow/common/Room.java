package uk.thinkuknow.common;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Counts the room for what would use up the memory or the disk if everybody had it at once. One person may take one
 * thing of any size, or several smaller ones that together are not too large, so that others find room as well.
 */
public final class Room {
    private final int ofOnePerson;
    private final Map<String, Integer> taken = new HashMap<>();
    private int free;

    public Room(int all, int ofOnePerson) {
        this.free = all;
        this.ofOnePerson = ofOnePerson;
    }

    /** Takes room; returns false if there is too little now. */
    public synchronized boolean take(String who, int size) {
        int all = taken.getOrDefault(who, 0) + size;
        if (size > free || all > Math.max(size, ofOnePerson)) {
            return false;
        }
        free -= size;
        taken.put(who, all);
        return true;
    }

    /** Takes room, or waits until there is some; returns false if there is too little all this time. */
    public synchronized boolean take(String who, int size, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!take(who, size)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    public synchronized void giveBack(String who, int size) {
        free += size;
        taken.computeIfPresent(who, (any, all) -> all == size ? null : all - size);
        notifyAll();
    }

    public synchronized int free() {
        return free;
    }
}
