package uk.thinkuknow.classroom.room;

import java.time.Instant;

/**
 * The content of a seat's signed token, which a device keeps; any instance checks it without a query.
 *
 * @param takenAtMillis when this generation of the seat was taken, in epoch milliseconds; no event of it is older
 */
public record SeatToken(long session, long seat, int generation, long takenAtMillis) {
    Instant takenAt() {
        return Instant.ofEpochMilli(takenAtMillis);
    }
}
