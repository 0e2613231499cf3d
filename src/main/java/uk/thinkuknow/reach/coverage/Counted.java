package uk.thinkuknow.reach.coverage;

import org.jspecify.annotations.Nullable;

/**
 * Schools, and how far the programme has come with them.
 *
 * @param never had no lesson that counts, ever
 * @param due had their last longer ago than the rule wants
 * @param thisYear had one in the running school year
 * @param roll their pupils, where the register says how many
 * @param reached at least so many of the roll were reached in the running year
 */
record Counted(int schools, int never, int due, int thisYear, int roll, int reached) {
    static final Counted NONE = new Counted(0, 0, 0, 0, 0, 0);

    Counted plus(Counted more) {
        return new Counted(
                schools + more.schools,
                never + more.never,
                due + more.due,
                thisYear + more.thisYear,
                roll + more.roll,
                reached + more.reached);
    }

    /** Whole percent of the schools with a lesson this year; null without schools. */
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
