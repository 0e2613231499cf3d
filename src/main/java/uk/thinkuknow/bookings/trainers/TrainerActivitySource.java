package uk.thinkuknow.bookings.trainers;

import java.time.LocalDate;
import java.util.Map;

/**
 * Reports activity other than sessions that keeps trainers in practice, such as training events; implemented by
 * packages that depend on this one.
 */
public interface TrainerActivitySource {
    /** The last day on which each member of staff took part, by staff id; staff who never did are left out. */
    Map<Long, LocalDate> lastDays();
}
