package uk.thinkuknow.results.outcome;

import java.time.LocalDate;
import uk.thinkuknow.classroom.answers.Moves;

/**
 * Pairs of answers to one question in one authority that are not shown yet: exact numbers, so they never leave this
 * package.
 */
record Waiting(Asked asked, OutcomeService.Area area, LocalDate since, Moves moves) {
    /** A question of a module version in a school year. */
    record Asked(long version, String step, String year, Measure measure) {}
}
