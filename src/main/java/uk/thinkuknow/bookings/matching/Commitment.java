package uk.thinkuknow.bookings.matching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.schools.school.GridPlace;

/**
 * A session that a trainer has already promised: an accepted or confirmed booking.
 *
 * @param where the school's name
 * @param place its position; null for a session by video or an unknown position
 */
public record Commitment(
        long staffId,
        Instant startsAt,
        Instant endsAt,
        String where,
        @Nullable GridPlace place) {}
