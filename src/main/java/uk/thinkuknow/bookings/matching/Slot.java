package uk.thinkuknow.bookings.matching;

import java.time.Instant;

/** A requested start time and the session's length in minutes. */
public record Slot(Instant startsAt, int minutes) {
    public Instant endsAt() {
        return startsAt.plusSeconds(minutes * 60L);
    }
}
