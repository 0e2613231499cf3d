package uk.thinkuknow.reach.totals;

import java.util.List;
import uk.thinkuknow.common.InWords;

/** Says whether rows add up to the figure above them, and where they do not, why. */
public final class AddsUp {
    private AddsUp() {}

    /** Of whatever rows: "12 schools add up to 3,456 children new to the year: the figure above." */
    public static String sentence(List<Integer> rows, int above, Noun noun, String what, String why) {
        if (rows.isEmpty()) {
            return "";
        }
        int sum = rows.stream().mapToInt(Integer::intValue).sum();
        var words = "%s %s to %s %s"
                .formatted(
                        InWords.counted(rows.size(), noun.one(), noun.many()),
                        InWords.word(rows.size(), "comes", "add up"),
                        InWords.counted(sum, "child", "children"),
                        what);
        return sum == above
                ? words + ": the figure above."
                : "%s, and the figure above is %s: %s.".formatted(words, InWords.number(above), why);
    }

    /** What the rows are. */
    public record Noun(String one, String many) {}

    /** What a row is, by what the rows are for. */
    public static Noun noun(By by) {
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
