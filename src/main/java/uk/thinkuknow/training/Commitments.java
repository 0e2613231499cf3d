package uk.thinkuknow.training;

import java.time.Instant;
import java.util.List;

/** What trainers have promised already: known to the feature that books, which is read after this one and gives the bean. */
public interface Commitments {
    /** Every commitment of every trainer that touches the time from one instant to another. */
    List<Commitment> between(Instant from, Instant to);
}
