package uk.thinkuknow.classroom.room;

import java.time.Instant;
import java.util.UUID;

/**
 * A device's request for a place in a session.
 *
 * @param key made by the device; a repeated request has the same key
 */
public record SeatClaim(long session, Seat.Place place, UUID key, Instant at) {}
