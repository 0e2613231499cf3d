package uk.thinkuknow.bookings.matching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.schools.school.GridPlace;

/**
 * Something a trainer has promised already: an accepted or confirmed session.
 *
 * @param where at "Oakfield Primary School"; {@code place} null if it is over a video link or not known
 */
public record Commitment(
        long staffId,
        Instant startsAt,
        Instant endsAt,
        String where,
        @Nullable GridPlace place) {}
