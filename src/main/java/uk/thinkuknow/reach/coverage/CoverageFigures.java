package uk.thinkuknow.reach.coverage;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.ReachCount;

/**
 * The coverage figures of a set of schools: how many were reached, and how many children on their rolls.
 *
 * @param schools all schools of the set
 * @param never schools that have never had a lesson that counts
 * @param due schools due again: their last lesson was longer ago than the rule allows
 * @param thisYear schools with at least one child reached in the current school year
 * @param roll pupils on the rolls, for schools with a known roll
 * @param reached children reached in the current year, at each school at most its roll
 */
record CoverageFigures(int schools, int never, int due, int thisYear, int roll, ReachCount reached) {
    static final CoverageFigures NONE = new CoverageFigures(0, 0, 0, 0, 0, ReachCount.NONE);

    CoverageFigures plus(CoverageFigures more) {
        return new CoverageFigures(
                schools + more.schools,
                never + more.never,
                due + more.due,
                thisYear + more.thisYear,
                roll + more.roll,
                reached.plus(more.reached));
    }

    /** The share of schools with a child reached this year, in whole per cent; null without schools. */
    @Nullable
    Integer percentOfSchools() {
        return percent(thisYear, schools);
    }

    /** The share of the pupils on the rolls who were reached this year, in whole per cent; null if no roll is known. */
    @Nullable
    Integer percentOfRoll() {
        return percent(reached.lower(), roll);
    }

    /** The share of schools never reached, in whole per cent; null without schools. */
    @Nullable
    Integer percentNever() {
        return percent(never, schools);
    }

    static @Nullable Integer percent(int part, int whole) {
        return whole == 0 ? null : Integer.valueOf((int) Math.round(100.0 * part / whole));
    }
}
