package uk.thinkuknow.reach.report;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.Figures;

/**
 * Says whether a figure is ahead of, on or behind the course to its target. The course grows evenly over the teaching
 * days of the period.
 *
 * @param shape a symbol, so that colour is not the only sign
 * @param style the style of the tag and the tile
 */
record TargetProgress(String words, String shape, String style) {
    private static final int AHEAD = 3;
    private static final int WELL_BEHIND = -10;

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
        double points = 100.0 * figures.fresh().count() / target - 100 * gone;
        if (points >= AHEAD) {
            return new TargetProgress("Ahead", "▲", "ahead");
        }
        if (points > -AHEAD) {
            return new TargetProgress("On course", "●", "on");
        }
        return points >= WELL_BEHIND
                ? new TargetProgress("Behind", "▼", "behind")
                : new TargetProgress("Well behind", "▼▼", "far");
    }

    public String tag() {
        return switch (style) {
            case "ahead" -> "tuk-tag--blue";
            case "behind" -> "tuk-tag--orange";
            case "far" -> "tuk-tag--solid";
            default -> "tuk-tag--plain";
        };
    }
}
