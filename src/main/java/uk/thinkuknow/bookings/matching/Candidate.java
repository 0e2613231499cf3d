package uk.thinkuknow.bookings.matching;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.schools.school.GridPlace;

/** A trainer who may be asked to deliver a session: home, limits, accreditation, free hours and workload. */
public record Candidate(
        long staffId,
        String name,
        @Nullable GridPlace home,
        TrainerLimits limits,
        AccreditationStatus standing,
        TrainerWeek week,
        Workload load) {
    /**
     * The trainer's last offer and sessions this term, to share sessions out fairly, and commitments on the requested
     * days.
     */
    public record Workload(@Nullable Instant lastOffered, int sessionsThisTerm, List<Commitment> commitments) {}
}
