package uk.thinkuknow.classroom.room;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The limits on taking seats in a room: ten a second, no more than its cards and five visitors, and none for a minute after
 * all were freed. A claim reserves its
 * place before it is stored, so that claims at the same moment cannot pass the limit together. Each instance counts ten
 * a second of its own, and knows the seats taken at others within a second.
 */
public final class Entrance {
    public static final int A_SECOND = 10;
    public static final int MORE_THAN_CARDS = 5;
    /** A card that changed devices so often, or a badge beyond so many, waits for the teacher: nobody else does that. */
    static final int CHANGES_AT_MOST = 10;

    static final int BADGES_AT_MOST = 20;
    /** How long after its teacher freed every seat devices wait, so that no script takes the room before its children do. */
    static final Duration AFTER_FREEING = Duration.ofSeconds(60);
    /** The id of no seat. */
    public static final long NONE = 0;

    private static final int HURRIED_AT_MOST = 100;
    /** Times a second that the database is asked about devices at the door. */
    private static final int QUESTIONS_A_SECOND = 20;

    private final Room room;
    private final RecentTimes taken = new RecentTimes(A_SECOND);
    private final RecentTimes asked = new RecentTimes(QUESTIONS_A_SECOND);
    /** Keys of claims and the seats that they replace; {@link #NONE} for a claim that takes a place of its own. */
    private final Map<UUID, Long> reserved = new HashMap<>();
    /** Claims that came after ten others in one second; they wait for the teacher even when a calm second follows. */
    private final Set<UUID> hurried = new HashSet<>();

    private volatile SilentSeats silent = new SilentSeats(Set.of(), 0);

    /** Ids of the seats whose device no instance had heard for 60 seconds at a time, in epoch milliseconds. */
    private record SilentSeats(Set<Long> seats, long atMillis) {}

    /** The times of the latest events, as many as one second may have. */
    private static final class RecentTimes {
        private final long[] millis;
        private int oldest;

        RecentTimes(int aSecond) {
            millis = new long[aSecond];
        }

        /** Returns whether the last second before this time has all the events it may have. */
        boolean isSecondFull(long nowMillis) {
            return nowMillis - millis[oldest] < 1000;
        }

        void add(long nowMillis) {
            millis[oldest] = nowMillis;
            oldest = (oldest + 1) % millis.length;
        }
    }

    Entrance(Room room) {
        this.room = room;
    }

    /** Returns whether the teacher must let in who takes a place: its card changed devices often, or many badges were given. */
    public boolean isWorn(Seat.Place place) {
        if (place.card() == null) {
            return room.seats().stream()
                            .filter(seat -> seat.place().card() == null)
                            .count()
                    >= BADGES_AT_MOST;
        }
        var seat = room.at(place);
        return seat != null && seat.generation() > CHANGES_AT_MOST;
    }

    /** Returns whether the teacher freed every seat a moment ago: only that ends several seats at the same instant. */
    public boolean isJustEmptied(Instant now) {
        var since = now.minus(AFTER_FREEING);
        var freed = new HashSet<Instant>();
        return room.seats().stream()
                .map(Seat::freedAt)
                .anyMatch(at -> at != null && at.isAfter(since) && !freed.add(at));
    }

    /** Places that no seat has: fewer than 0 if the teacher let more devices in. */
    public int free() {
        int cards = room.row().classes().stream()
                .mapToInt(one -> one.cards().size())
                .sum();
        return cards
                + MORE_THAN_CARDS
                - (int) room.seats().stream().filter(Seat::isHeld).count();
    }

    /**
     * Reserves a place for a claim until {@link #release}.
     *
     * @param replaces id of the seat whose place the claim takes, which one claim at a time may do; {@link #NONE} if it
     *     takes a free place
     * @return false if the device must wait until the teacher lets it in
     */
    public synchronized boolean reserve(UUID key, long replaces, Instant now) {
        reserved.entrySet().removeIf(one -> one.getValue() == NONE && room.withKey(one.getKey()) != null);
        if (reserved.containsKey(key)) {
            return true;
        }
        long millis = now.toEpochMilli();
        boolean tooFast = taken.isSecondFull(millis);
        if (tooFast && hurried.size() < HURRIED_AT_MOST) {
            hurried.add(key);
        }
        if (tooFast || hurried.contains(key) || (adds(replaces) && reserved.size() >= free())) {
            return false;
        }
        taken.add(millis);
        reserved.put(key, replaces);
        return true;
    }

    /** Returns whether a claim takes one more place: the seat that it would replace is being replaced, or was. */
    private boolean adds(long replaces) {
        var seat = room.seat(replaces);
        return seat == null || !seat.isHeld() || reserved.containsValue(replaces);
    }

    /** Returns whether the database may be asked about a device now; a flood of devices must not become one of queries. */
    public synchronized boolean mayAsk(Instant now) {
        if (asked.isSecondFull(now.toEpochMilli())) {
            return false;
        }
        asked.add(now.toEpochMilli());
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
