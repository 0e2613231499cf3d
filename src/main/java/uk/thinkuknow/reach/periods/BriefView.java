package uk.thinkuknow.reach.periods;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.InWords;
import uk.thinkuknow.reach.frozen.FrozenFigures;

/**
 * What a brief says, all of it in words and written-out figures.
 *
 * @param besides what is counted apart, and is none of the children: professionals, assemblies, parents, staff
 */
record BriefView(Head head, List<Fact> facts, List<Fact> besides, Tables tables, List<String> notes, Stamp stamp) {
    private static final int LETTERS_A_LINE = 120;
    private static final int FEW = 4;
    private static final int SOME = 7;
    private static final int MANY = 15;

    record Head(String title, String lede, String number) {}

    /** Its tables, all with one total. */
    record Tables(List<Row> nations, List<Row> regions, List<Row> bands, Row total, Columns columns) {}

    /**
     * How the tables are headed.
     *
     * @param targets whether targets are set for such a period
     * @param targetsOfBands whether any was set for an age band
     * @param reached what the children are who are counted
     */
    record Columns(boolean targets, boolean targetsOfBands, String reached) {}

    /** How large its chart can be on paper, where all of it must fit on one page: the name of a style. */
    public String chart() {
        var changed = stamp.changed();
        int lines = tables.regions().size() + (changed == null ? 0 : 1 + changed.length() / LETTERS_A_LINE);
        return lines <= FEW ? "large" : lines <= SOME ? "middle" : lines <= MANY ? "small" : "least";
    }

    /** Do the ages stand beside the chart? */
    public boolean aside() {
        return List.of("small", "least").contains(chart());
    }

    /** A figure with what it is. */
    record Fact(String name, String figure, String words) {}

    /** A row of a table; a dash stands where nothing is signed, and nothing where no target was set. */
    record Row(String name, String target, String reached, String range, String share, String awaiting) {}

    /**
     * What makes the figures be found again.
     *
     * @param changed since the brief before, or null in the first
     */
    record Stamp(
            String issued,
            String asAt,
            int rules,
            String signed,
            String approved,
            String hash,
            @Nullable String changed) {
        /** Of figures that say nobody who signed them. */
        static Stamp unsigned(String issued, FrozenFigures figures, String hash, @Nullable String changed) {
            return new Stamp(issued, InWords.time(figures.asAt()), figures.rules(), "", "", hash, changed);
        }
    }
}
