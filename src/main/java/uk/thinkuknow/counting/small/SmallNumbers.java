package uk.thinkuknow.counting.small;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which numbers of a publication are shown, so that no reader can work out a number of fewer than three schools
 * or thirty children.
 *
 * <p>It guarantees, for numbers of one unit over all publications it is given:
 *
 * <ul>
 *   <li>Each shown number has at least three schools and thirty children behind it, or nobody.
 *   <li>So has the difference of any two shown numbers, or it is nought: of one table or two, of periods, of bounds and
 *       of editions.
 *   <li>So has each whole less its shown parts, also where one of them is of another edition of the same period, and its
 *       difference from each shown number.
 *   <li>So has each difference of sums of at most five consecutive periods, for numbers that add up over time.
 *   <li>A number that was shown stays as it was until its change is as large.
 * </ul>
 *
 * <p>It does not guarantee anything about other sums of several numbers, about readers who know the numbers of all but
 * one school, or about a number that is nearly all one school's.
 *
 * <p>The result depends on the order of the numbers only: the first ones are shown first. If a part has to be hidden so
 * that another cannot be worked out, it is the least important that suffices.
 */
public final class SmallNumbers {
    private SmallNumbers() {}

    /** What readers see of a number. */
    public enum Verdict {
        SHOWN,
        /** The number of the edition before, because its change is too small. */
        KEPT,
        HIDDEN
    }

    /** A rule of the decision; tests take one out at a time. */
    enum Rule {
        /** At least three schools and thirty children. */
        BASE,
        /** The differences of any two numbers. */
        DIFFERENCES,
        /** Wholes less their parts, and sums over time. */
        COMPLEMENTS,
        /** The numbers published before. */
        EARLIER
    }

    /**
     * Decides on every number of a publication, by key.
     *
     * @param now the numbers that are to be published
     * @param earlier what was shown in every publication before, oldest first
     */
    public static Map<String, Verdict> decide(CellEdition now, List<CellEdition> earlier) {
        return decide(now, earlier, EnumSet.allOf(Rule.class));
    }

    static Map<String, Verdict> decide(CellEdition now, List<CellEdition> earlier, Set<Rule> rules) {
        return new CellDecision(now, rules.contains(Rule.EARLIER) ? earlier : List.of(), rules).verdicts();
    }

    /**
     * The numbers that readers see after a decision: shown ones, and kept ones as they were in the last edition of the
     * period.
     */
    public static CellEdition shown(CellEdition now, List<CellEdition> earlier, Map<String, Verdict> verdicts) {
        var before = before(now, earlier);
        return now.with(now.cells().stream()
                .filter(cell -> verdicts.get(cell.key()) != Verdict.HIDDEN)
                .map(cell -> verdicts.get(cell.key()) == Verdict.KEPT ? before.getOrDefault(cell.key(), cell) : cell)
                .toList());
    }

    /** The numbers of the last edition of the same period, by key. */
    static Map<String, PublishedCell> before(CellEdition now, List<CellEdition> earlier) {
        return earlier.stream()
                .filter(each -> each.period().equals(now.period()))
                .reduce((first, second) -> second)
                .map(CellEdition::byKey)
                .orElse(Map.of());
    }
}
