package uk.thinkuknow.bookings.matching;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reads the trainers' commitments and latest offers; implemented by the booking package, which depends on this one. */
public interface CommitmentSource {
    /** All trainers' commitments that overlap the time between two instants; meant for a day or two, not a term. */
    List<Commitment> between(Instant from, Instant to);

    /** Counts each trainer's commitments that start in that time, by staff id. */
    Map<Long, Integer> countsBetween(Instant from, Instant to);

    /** When each trainer was last offered a session, by staff id; trainers without any offer are left out. */
    Map<Long, Instant> lastOffers();
}
