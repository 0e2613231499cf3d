package uk.thinkuknow.reach.periods;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.counting.FigureText;
import uk.thinkuknow.counting.ReachFigure;
import uk.thinkuknow.counting.small.SmallNumbers.Verdict;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.report.ReachTable;

/**
 * Figures as readers see them: some numbers are hidden because too few schools or children are behind them, and some
 * are as in the edition before because their change is too small.
 *
 * @param figures the figures, with 0 for each hidden number
 * @param hidden the keys of hidden numbers, see {@link PublicCells#key}
 * @param kept the keys of numbers that are as in the edition before
 */
record ShownFigures(FrozenFigures figures, Set<String> hidden, Set<String> kept) {
    /** Figures without hidden numbers, for the programme's own pages. */
    static ShownFigures whole(FrozenFigures figures) {
        return new ShownFigures(figures, Set.of(), Set.of());
    }

    /**
     * Figures with what was decided on each number.
     *
     * @param before the edition before, for kept numbers; null if there was none
     */
    static ShownFigures of(FrozenFigures figures, Map<String, Verdict> verdicts, @Nullable ShownFigures before) {
        var tree = new FiguresTree(FiguresJson.of(figures).json());
        var old = before == null
                ? null
                : new FiguresTree(FiguresJson.of(before.figures).json());
        var hidden = new TreeSet<String>();
        var kept = new TreeSet<String>();
        verdicts.forEach((key, verdict) -> {
            if (verdict == Verdict.HIDDEN) {
                tree.set(key, null);
                hidden.add(key);
            } else if (verdict == Verdict.KEPT && old != null) {
                tree.set(key, old.get(key));
                kept.add(key);
            }
        });
        tree.hideCheckWithoutHeads(hidden);
        tree.keepShownWeeks(hidden);
        hidden.removeIf(FiguresTree::isOfWeek);
        kept.removeIf(key -> !tree.has(key));
        return new ShownFigures(tree.figures(), hidden, kept);
    }

    /** Reads the document of an edition. */
    static ShownFigures read(String json) {
        var tree = new FiguresTree(json);
        return new ShownFigures(tree.figures(), tree.keys("hidden"), tree.keys("kept"));
    }

    /** The document of an edition: canonical JSON in which hidden numbers are null and listed, as kept ones are. */
    String json() {
        var tree = new FiguresTree(FiguresJson.of(figures).json());
        hidden.forEach(key -> tree.set(key, null));
        tree.list("hidden", hidden);
        tree.list("kept", kept);
        return tree.json();
    }

    /** These figures without the numbers that either is without, so that the two can be compared. */
    ShownFigures comparableTo(ShownFigures other) {
        var both = new TreeSet<>(hidden);
        both.addAll(other.hidden);
        var tree = new FiguresTree(FiguresJson.of(figures).json());
        both.forEach(key -> tree.set(key, null));
        return new ShownFigures(tree.figures(), both, kept);
    }

    boolean isHidden(String table, String row, String column) {
        return hidden.contains(PublicCells.key(table, row, column));
    }

    /** A number in words, or that it is hidden. */
    String text(String table, String row, String column, int number) {
        return isHidden(table, row, column) ? tooFew() : TextFormat.number(number);
    }

    /** The number of children who are new to the year, with its range. */
    FigureText newToYear(String table, ReachTable.Row row) {
        return text(table, row, List.of("new", "newLower", "newUpper"), row.newToYear());
    }

    /** The reach within the period alone, with its range. */
    FigureText ofPeriod(String table, ReachTable.Row row) {
        return text(table, row, List.of("reach", "reach", "reachUpper"), row.ofPeriod());
    }

    /** A kept number may be outside of a new range; the range is then not shown. */
    private FigureText text(String table, ReachTable.Row row, List<String> columns, ReachFigure figure) {
        if (isHidden(table, key(table, row), columns.get(0))) {
            return figure.text().withoutAny();
        }
        boolean lower = isHidden(table, key(table, row), columns.get(1)) || figure.atLeast() > figure.headline();
        boolean upper = isHidden(table, key(table, row), columns.get(2)) || figure.atMost() < figure.headline();
        return figure.text().without(lower, upper);
    }

    /** A number that is in no row of a table, or null if it is hidden or there is none. */
    @Nullable
    Integer orNull(String table, String column, @Nullable Integer number) {
        return isHidden(table, "", column) ? null : number;
    }

    /** A number for a file that is in no row of a table, or the word that it is hidden. */
    Object cell(String table, String column, Object number) {
        return isHidden(table, "", column) ? tooFew() : number;
    }

    /** Returns whether a number of the returns checked by chance is hidden. */
    boolean hidesReturns() {
        return Stream.of("asked", "waiting", "answered").anyMatch(column -> isHidden("check", "", column));
    }

    /** Returns whether a number of the returns checked by risk is hidden. */
    boolean hidesByRisk() {
        return PublicCells.RISK_RETURNS.stream().anyMatch(column -> isHidden("check", PublicCells.BY_RISK, column));
    }

    /** The cells of a row, in the order of {@link FiguresExporter#COLUMNS}; hidden ones are words. */
    List<@Nullable Object> cells(String table, ReachTable.Row row) {
        var cells = new ArrayList<@Nullable Object>(row.cells());
        cells.addAll(row.lastCells());
        for (int i = 0; i < cells.size(); i++) {
            if (isHidden(table, key(table, row), FiguresExporter.COLUMNS.get(i))) {
                cells.set(i, tooFew());
            }
        }
        return cells;
    }

    private static String key(String table, ReachTable.Row row) {
        return table.equals("total") ? "" : row.key();
    }

    /** The word for a hidden number. */
    static String tooFew() {
        return FigureText.tooFew();
    }
}
