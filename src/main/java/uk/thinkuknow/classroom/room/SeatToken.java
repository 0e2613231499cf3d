package uk.thinkuknow.classroom.room;

import java.time.Instant;

/**
 * What a device holds of its seat, signed: any instance can tell it from a forgery without asking the database.
 *
 * @param takenAtMillis when this generation of the seat was taken; no event of it is older
 */
public record SeatToken(long session, long seat, int generation, long takenAtMillis) {
    Instant takenAt() {
        return Instant.ofEpochMilli(takenAtMillis);
    }
}
