package uk.thinkuknow.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Reach between two days, row by row.
 *
 * @param overYears whether the days lie in two school years, so that areas need not add up
 */
record DaysReport(Instant asAt, LocalDate from, LocalDate to, boolean overYears, List<Row> rows, Row total) {

    /** A place or a phase, or all of them. */
    record Row(String key, String name, ReachCount reach, int sessions, int awaiting) {}
}
