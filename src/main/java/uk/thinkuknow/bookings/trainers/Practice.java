package uk.thinkuknow.bookings.trainers;

import java.time.LocalDate;
import java.util.Map;

/**
 * What keeps a trainer in practice besides the sessions she delivers: known to the feature that trains the trainers, which is
 * read after this one and gives the bean.
 */
public interface Practice {
    /** The last day on which each member of staff took part; whoever never did is left out. */
    Map<Long, LocalDate> lastDays();
}
