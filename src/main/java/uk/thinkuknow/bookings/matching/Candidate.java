package uk.thinkuknow.bookings.matching;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.schools.school.GridPlace;

/** A trainer as the matching sees her. */
public record Candidate(
        long staffId, String name, @Nullable GridPlace home, Limits limits, Standing standing, Week week, Load load) {
    /** What she was asked and has promised: for sharing the work out. */
    public record Load(@Nullable Instant lastOffered, int sessionsThisTerm, List<Commitment> commitments) {}
}
