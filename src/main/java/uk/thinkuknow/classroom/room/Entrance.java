package uk.thinkuknow.classroom.room;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The limits on taking seats in a room: ten a second, and no more than its cards and five visitors. A claim reserves its
 * place before it is stored, so that claims at the same moment cannot pass the limit together. Each instance counts ten
 * a second of its own, and knows the seats taken at others within a second.
 */
public final class Entrance {
    public static final int A_SECOND = 10;
    public static final int MORE_THAN_CARDS = 5;
    private static final long SECOND_MILLIS = 1000;
    private static final int HURRIED_AT_MOST = 100;

    private final Room room;
    private final long[] latest = new long[A_SECOND];
    private final Set<UUID> reserved = new HashSet<>();
    /** Claims that came after ten others in one second; they wait for the teacher even when a calm second follows. */
    private final Set<UUID> hurried = new HashSet<>();
    private int next;
    private volatile SilentSeats silent = new SilentSeats(Set.of(), 0);

    /** Ids of the seats whose device no instance had heard for 60 seconds at a time, in epoch milliseconds. */
    private record SilentSeats(Set<Long> seats, long atMillis) {}

    Entrance(Room room) {
        this.room = room;
    }

    /** Places that no seat has: fewer than 0 if the teacher let more devices in. */
    public int free() {
        int cards = room.row().classes().stream()
                .mapToInt(one -> one.cards().size())
                .sum();
        return cards + MORE_THAN_CARDS - (int)
                room.seats().stream().filter(Seat::isHeld).count();
    }

    /**
     * Reserves a place for a claim until {@link #release}.
     *
     * @param adds whether the claim takes a place, and not that of a seat which it replaces
     * @return false if the device must wait until the teacher lets it in
     */
    public synchronized boolean reserve(UUID key, boolean adds, Instant now) {
        reserved.removeIf(stored -> room.withKey(stored) != null);
        if (reserved.contains(key)) {
            return true;
        }
        long millis = now.toEpochMilli();
        if (millis - latest[next] < SECOND_MILLIS && hurried.size() < HURRIED_AT_MOST) {
            hurried.add(key);
        }
        if (millis - latest[next] < SECOND_MILLIS || hurried.contains(key) || (adds && reserved.size() >= free())) {
            return false;
        }
        latest[next] = millis;
        next = (next + 1) % A_SECOND;
        reserved.add(key);
        return true;
    }

    /** Gives back the place of a claim, which is stored now or has failed. */
    public synchronized void release(UUID key) {
        reserved.remove(key);
        hurried.remove(key);
    }

    /**
     * Returns whether no device has been heard at the seat for 60 seconds, so that another may take it. A seat that was
     * heard or taken since then is not silent.
     */
    public boolean isSilent(Seat seat) {
        var now = silent;
        return now.seats().contains(seat.id())
                && seat.takenAt().toEpochMilli() < now.atMillis()
                && room.lastHeard(seat.id()) < now.atMillis();
    }

    void setSilent(Set<Long> seats, Instant at) {
        boolean changed = !seats.equals(silent.seats());
        silent = new SilentSeats(seats, at.toEpochMilli());
        if (changed) {
            room.forgetCardList();
        }
    }

    /** Visitors who are silent: freed when somebody needs their place, and not before, because they may come back. */
    public List<Seat> silentVisitors() {
        return room.seats().stream()
                .filter(seat -> seat.isHeld() && seat.place().card() == null && isSilent(seat))
                .toList();
    }
}
