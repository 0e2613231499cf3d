package uk.thinkuknow.results.outcome;

import java.time.LocalDate;
import uk.thinkuknow.classroom.answers.Moves;

/**
 * Pairs of answers to one question in one authority that are not shown yet: exact numbers, so they never leave this
 * package.
 *
 * @param since the earliest day from which one of them has waited
 */
record WaitingPairs(PairQuestion asked, OutcomeService.Area area, LocalDate since, Moves moves) {
    /** A question of a module version in a school year. */
    record PairQuestion(long version, String step, String year, OutcomeMeasure measure) {}
}
