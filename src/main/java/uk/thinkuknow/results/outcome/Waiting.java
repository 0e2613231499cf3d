package uk.thinkuknow.results.outcome;

import java.time.LocalDate;
import uk.thinkuknow.classroom.answers.Moves;

/** What was counted in an authority and is not shown yet: exact, so it never leaves this package. */
record Waiting(Asked asked, OutcomeService.Area area, LocalDate since, Moves moves) {
    /** A question of a module version in a school year. */
    record Asked(long version, String step, String year, Measure measure) {}
}
