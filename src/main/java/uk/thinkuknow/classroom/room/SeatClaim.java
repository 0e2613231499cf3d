package uk.thinkuknow.classroom.room;

import java.time.Instant;
import java.util.UUID;

/** A device's request for a place in a session. */
public record SeatClaim(long session, Seat.Place place, UUID key, Instant at) {}
