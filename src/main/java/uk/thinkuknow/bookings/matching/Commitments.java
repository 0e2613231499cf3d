package uk.thinkuknow.bookings.matching;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What trainers have promised already and when they were asked: known to the feature that books, which is read after this
 * one and gives the bean.
 */
public interface Commitments {
    /** Every commitment of every trainer that touches the time from one instant to another: a day or two, not a term. */
    List<Commitment> between(Instant from, Instant to);

    /** How many sessions each trainer has promised that begin in that time. */
    Map<Long, Integer> countsBetween(Instant from, Instant to);

    /** When each trainer was last offered a session; whoever never was is left out. */
    Map<Long, Instant> lastOffers();
}
