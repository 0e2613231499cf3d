package uk.thinkuknow.reach.periods;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.FigureText;
import uk.thinkuknow.reach.frozen.FrozenFigures;

/**
 * The content of a brief in words and formatted figures.
 *
 * @param besides figures that are not part of the children reached: professionals, assemblies, parents, staff
 */
record BriefView(Head head, List<Fact> facts, List<Fact> besides, Tables tables, List<String> notes, Stamp stamp) {
    private static final int LETTERS_A_LINE = 120;
    private static final int FEW = 2;
    private static final int SOME = 5;
    private static final int MANY = 13;

    /** The note on the checks by risk is one more than usual. */
    private static final int USUAL_NOTES = 5;

    /** The title, the lead paragraph and the number of a brief. */
    record Head(String title, String lede, String number) {}

    /** The tables of a brief, which share one total. */
    record Tables(List<Row> nations, List<Row> regions, List<Row> bands, Row total, Columns columns) {
        /** The table by nation, region or band. */
        public Table table(String by) {
            var rows = switch (by) {
                case "nation" -> nations;
                case "region" -> regions;
                default -> bands;
            };
            boolean targets = by.equals("band") ? columns.targetsOfBands : columns.targets;
            return new Table(
                    Words.of("periods.by." + by), Words.of("periods.first." + by), rows, total, targets, columns);
        }
    }

    /** A table of a brief with its headings. */
    record Table(String name, String first, List<Row> rows, Row total, boolean targets, Columns columns) {}

    /**
     * Says which columns the tables of a brief have.
     *
     * @param targets true if periods of this kind can have targets
     * @param targetsOfBands true if any age band has a target
     * @param reached the heading of the children's column: "New" or "Reached"
     * @param toConfirm false for figures that were frozen without the returns to be confirmed
     */
    record Columns(boolean targets, boolean targetsOfBands, String reached, boolean toConfirm) {}

    /**
     * The style name of the chart's size: the more lines the brief has, the smaller the chart, so that it fits one
     * page.
     */
    public String chart() {
        var changed = stamp.changed();
        int lines = tables.regions().size()
                + (changed == null ? 0 : 1 + changed.length() / LETTERS_A_LINE)
                + Math.max(0, notes.size() - USUAL_NOTES);
        return lines <= FEW ? "large" : lines <= SOME ? "middle" : lines <= MANY ? "small" : "least";
    }

    /** Returns whether the table of ages is beside the chart instead of below it. */
    public boolean aside() {
        return List.of("small", "least").contains(chart());
    }

    /** A figure of a brief with its name and an explanation. */
    record Fact(String name, String figure, String words) {}

    /**
     * A row of a brief's table. A dash means that no return is signed; an empty cell means that no target is set.
     *
     * @param toConfirm returns to be confirmed, with their children; null in figures that were frozen without them
     */
    record Row(
            String name,
            String target,
            FigureText reached,
            String share,
            String awaiting,
            @Nullable String toConfirm) {}

    /**
     * The facts that identify the figures of a brief: time, version of the rules, signers and hash.
     *
     * @param changed the changes since the brief before, or null in the first
     */
    record Stamp(
            String issued,
            String asAt,
            int rules,
            String signed,
            String approved,
            String hash,
            @Nullable String changed) {
        /** A stamp without the names of the signers. */
        static Stamp unsigned(String issued, FrozenFigures figures, String hash, @Nullable String changed) {
            return new Stamp(issued, TextFormat.time(figures.asAt()), figures.rules(), "", "", hash, changed);
        }
    }
}
