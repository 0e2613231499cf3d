package uk.thinkuknow.classroom.answers;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import uk.thinkuknow.classroom.player.SeatSummary;
import uk.thinkuknow.classroom.room.Event;

/** The steps and answers of a session's seats, kept up to date event by event; safe for use by several threads. */
public final class SeatSums {
    private final Map<Long, SeatSum> bySeat = new HashMap<>();

    /** Adds events in any order; those that are known change nothing. */
    public synchronized void add(Collection<Event> events) {
        events.forEach(event ->
                bySeat.computeIfAbsent(event.seat(), any -> new SeatSum()).add(event));
    }

    /** The steps and answers of each seat with at least one event, by seat id. */
    public synchronized Map<Long, SeatSummary> seen() {
        var seen = new HashMap<Long, SeatSummary>();
        bySeat.forEach((seat, sum) -> seen.put(seat, sum.summary()));
        return seen;
    }
}
