package uk.thinkuknow.reach.totals;

import java.util.List;
import uk.thinkuknow.common.Words;

/** Writes the sentence that compares the sum of a table's rows with the figure above the table. */
public final class SumSentence {
    private SumSentence() {}

    /**
     * For example "12 schools add up to 3,456 children new to the year: the figure above."
     *
     * @param kind what the rows are: a {@link RowKind}, or CLASS or LESSON
     * @param rows the children of each row
     * @param above the figure shown above the table
     * @param why the reason given where the sum and the figure differ
     * @return an empty string if there are no rows
     */
    public static String sentence(String kind, List<Integer> rows, int above, String why) {
        if (rows.isEmpty()) {
            return "";
        }
        int sum = rows.stream().mapToInt(Integer::intValue).sum();
        var words = Words.of("totals.addUp." + kind, rows.size(), sum);
        return sum == above
                ? Words.of("totals.addUpToFigure", words)
                : Words.of("totals.addUpToOther", words, above, why);
    }
}
