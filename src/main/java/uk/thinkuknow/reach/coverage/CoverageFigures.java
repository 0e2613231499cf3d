package uk.thinkuknow.reach.coverage;

import org.jspecify.annotations.Nullable;

/**
 * The coverage figures of a set of schools.
 *
 * @param never schools that have never had a lesson that counts
 * @param due schools due again: their last lesson was longer ago than the rule allows
 * @param thisYear schools with a lesson in the current school year
 * @param roll pupils on the rolls, for schools with a known roll
 * @param reached a lower bound of the children on these rolls reached in the current year
 */
record CoverageFigures(int schools, int never, int due, int thisYear, int roll, int reached) {
    static final CoverageFigures NONE = new CoverageFigures(0, 0, 0, 0, 0, 0);

    CoverageFigures plus(CoverageFigures more) {
        return new CoverageFigures(
                schools + more.schools,
                never + more.never,
                due + more.due,
                thisYear + more.thisYear,
                roll + more.roll,
                reached + more.reached);
    }

    /** The share of schools with a lesson this year, in whole per cent; null without schools. */
    @Nullable
    Integer percentOfSchools() {
        return percent(thisYear, schools);
    }

    @Nullable
    Integer percentOfRoll() {
        return percent(reached, roll);
    }

    @Nullable
    Integer percentNever() {
        return percent(never, schools);
    }

    static @Nullable Integer percent(int part, int whole) {
        return whole == 0 ? null : Integer.valueOf((int) Math.round(100.0 * part / whole));
    }
}
