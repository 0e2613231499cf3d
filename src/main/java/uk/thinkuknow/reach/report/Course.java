package uk.thinkuknow.reach.report;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.Figures;

/**
 * Where a figure stands against the line from nothing on the period's first day to its target on the last, which climbs by the same
 * on every day of teaching.
 *
 * @param style of the tag and the tile
 */
record Course(String words, String shape, String style) {
    private static final int AHEAD = 3;
    private static final int WELL_BEHIND = -10;

    /** Null without a target, before the period, or while nothing is known. */
    static @Nullable Course of(Figures figures, @Nullable Integer target, double gone) {
        if (target == null || target == 0 || gone == 0 || figures.isUnknown()) {
            return null;
        }
        double points = 100.0 * figures.fresh().count() / target - 100 * gone;
        if (points >= AHEAD) {
            return new Course("Ahead", "▲", "ahead");
        }
        if (points > -AHEAD) {
            return new Course("On course", "●", "on");
        }
        return points >= WELL_BEHIND ? new Course("Behind", "▼", "behind") : new Course("Well behind", "▼▼", "far");
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
