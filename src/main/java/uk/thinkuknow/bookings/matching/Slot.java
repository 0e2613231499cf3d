package uk.thinkuknow.bookings.matching;

import java.time.Instant;

/** A time that is wanted for a session, and its length. */
public record Slot(Instant startsAt, int minutes) {
    public Instant endsAt() {
        return startsAt.plusSeconds(minutes * 60L);
    }
}
