package uk.thinkuknow.bookings.matching;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.schools.school.GridPlace;

/** A trainer as a candidate for a session: home, limits, accreditation, free hours and workload. */
public record Candidate(
        long staffId,
        String name,
        @Nullable GridPlace home,
        TrainerLimits limits,
        AccreditationStatus standing,
        TrainerWeek week,
        Workload load) {
    /** The trainer's workload, to share sessions out fairly: last offer, sessions this term, and commitments. */
    public record Workload(@Nullable Instant lastOffered, int sessionsThisTerm, List<Commitment> commitments) {}
}
