package uk.thinkuknow.reach.coverage;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When the tables were put together, and by which rule schools are due.
 *
 * @param at null while they have never been
 * @param dueBefore a school whose last lesson lies before this day is due again
 */
record AsAt(@Nullable Instant at, String year, LocalDate dueBefore, int months, String source, LocalDate ruleFrom) {}
