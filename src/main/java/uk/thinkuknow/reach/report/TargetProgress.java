package uk.thinkuknow.reach.report;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.Figures;

/**
 * Says whether a figure is ahead of, on or behind the course to its target. The course grows evenly over the teaching
 * days of the period.
 */
enum TargetProgress {
    AHEAD("▲", "ahead", "blue"),
    ON_COURSE("●", "on", "plain"),
    BEHIND("▼", "behind", "orange"),
    WELL_BEHIND("▼▼", "far", "solid");

    private static final int POINTS_AHEAD = 3;
    private static final int POINTS_WELL_BEHIND = -10;

    private final String shape;
    private final String tile;
    private final String tone;

    TargetProgress(String shape, String tile, String tone) {
        this.shape = shape;
        this.tile = tile;
        this.tone = tone;
    }

    /**
     * Ahead at 3 or more percentage points above the course, on course within 3, behind down to 10 below it, and well
     * behind further down.
     *
     * @param gone the share of teaching days that are over, from 0 to 1
     * @return null without a target or with a target of 0, before the period begins, or while nothing is counted
     */
    static @Nullable TargetProgress of(Figures figures, @Nullable Integer target, double gone) {
        if (target == null || target == 0 || gone == 0 || figures.isUnknown()) {
            return null;
        }
        double points = 100.0 * figures.fresh().headline() / target - 100 * gone;
        if (points >= POINTS_AHEAD) {
            return AHEAD;
        }
        if (points > -POINTS_AHEAD) {
            return ON_COURSE;
        }
        return points >= POINTS_WELL_BEHIND ? BEHIND : WELL_BEHIND;
    }

    public String words() {
        return Words.of(this);
    }

    /** A symbol, so that colour is not the only sign. */
    public String shape() {
        return shape;
    }

    /** The tone of its tile. */
    String tile() {
        return tile;
    }

    /** The tone of its tag. */
    public String tone() {
        return tone;
    }
}
