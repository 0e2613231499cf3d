package uk.thinkuknow.reach.report;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.Figures;

/**
 * A row of a reach report: its target, if one is set, and its figures.
 *
 * @param parent the nation of a region, otherwise empty
 */
record ReachRow(
        String key, String name, String parent, @Nullable Integer target, Figures figures) {
    ReachRow(String key, String name, @Nullable Integer target, Figures figures) {
        this(key, name, "", target, figures);
    }
}
