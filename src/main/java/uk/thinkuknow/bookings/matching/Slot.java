package uk.thinkuknow.bookings.matching;

import java.time.Instant;

/** The time of a session, requested or agreed: its start and its length in minutes. */
public record Slot(Instant startsAt, int minutes) {
    public Instant endsAt() {
        return startsAt.plusSeconds(minutes * 60L);
    }
}
