package uk.thinkuknow.reach.totals;

import java.util.List;
import uk.thinkuknow.common.TextFormat;

/** Writes the sentence that compares the sum of a table's rows with the figure above the table. */
public final class SumSentence {
    private SumSentence() {}

    /**
     * For example "12 schools add up to 3,456 children new to the year: the figure above."
     *
     * @param rows the children of each row
     * @param above the figure shown above the table
     * @param what follows the number of children, such as "new to the year"
     * @param why the reason given where the sum and the figure differ
     * @return an empty string if there are no rows
     */
    public static String sentence(List<Integer> rows, int above, Noun noun, String what, String why) {
        if (rows.isEmpty()) {
            return "";
        }
        int sum = rows.stream().mapToInt(Integer::intValue).sum();
        var words = "%s %s to %s %s"
                .formatted(
                        TextFormat.counted(rows.size(), noun.one(), noun.many()),
                        TextFormat.word(rows.size(), "comes", "add up"),
                        TextFormat.counted(sum, "child", "children"),
                        what);
        return sum == above
                ? words + ": the figure above."
                : "%s, and the figure above is %s: %s.".formatted(words, TextFormat.number(above), why);
    }

    /** The singular and the plural noun for a table's rows, such as "school" and "schools". */
    public record Noun(String one, String many) {}

    /** The name of the rows of a report. */
    public static Noun noun(RowKind by) {
        return switch (by) {
            case NATION -> new Noun("nation", "nations");
            case REGION -> new Noun("region", "regions");
            case AUTHORITY -> new Noun("authority", "authorities");
            case SCHOOL -> new Noun("school", "schools");
            case PHASE -> new Noun("phase", "phases");
            case BAND -> new Noun("age band", "age bands");
        };
    }
}
