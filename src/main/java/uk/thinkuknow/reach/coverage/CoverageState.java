package uk.thinkuknow.reach.coverage;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The moment at which the coverage tables were last refreshed, and the rule by which schools are due again.
 *
 * @param at null if the tables have never been filled
 * @param dueBefore a school whose last lesson was before this day is due again
 */
record CoverageState(
        @Nullable Instant at, String year, LocalDate dueBefore, int months, String source, LocalDate ruleFrom) {}
