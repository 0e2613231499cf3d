package uk.thinkuknow.attendance.check;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;

/**
 * The result of a figure check: how many returns were drawn, how many schools gave their heads again, and how far these
 * differ from the signed heads.
 *
 * @param waiting questions that are neither answered nor lapsed yet
 * @param signed signed heads of the answered returns
 * @param said heads of the answered returns as given again
 * @param margin half the width of the 95% confidence interval of {@link #percent}, in percentage points with two
 *     decimals; null with fewer than ten answers or no signed heads
 */
public record FigureCheck(
        int asked,
        int waiting,
        int answered,
        int signed,
        int said,
        @Nullable Double margin) {
    /** With fewer answers no interval is given. */
    static final int FOR_A_RANGE = 10;

    private static final double CERTAIN = 1.96;

    /** The heads of a return as signed, and as a colleague at the school gave them a week later. */
    record Answer(int signed, int said) {}

    static FigureCheck of(int asked, int waiting, List<Answer> answers) {
        int signed = answers.stream().mapToInt(Answer::signed).sum();
        int said = answers.stream().mapToInt(Answer::said).sum();
        return new FigureCheck(asked, waiting, answers.size(), signed, said, margin(answers, signed, said));
    }

    public int lapsed() {
        return asked - waiting - answered;
    }

    /**
     * Returns how far the heads given again differ from the signed heads, in percent of these; 0 if none were signed.
     */
    public double percent() {
        return signed == 0 ? 0 : 100.0 * (said - signed) / signed;
    }

    /** Returns the margin of the ratio of two sums over returns that were drawn at random. */
    private static @Nullable Double margin(List<Answer> answers, int signed, int said) {
        int n = answers.size();
        if (n < FOR_A_RANGE || signed == 0) {
            return null;
        }
        double ratio = (double) said / signed;
        double squares = answers.stream()
                .mapToDouble(each -> each.said() - ratio * each.signed())
                .map(each -> each * each)
                .sum();
        double mean = (double) signed / n;
        return Math.round(10_000 * CERTAIN * Math.sqrt(squares / (n - 1) / n) / mean) / 100.0;
    }

    /** Returns the result in words, for readers of the figure. */
    public String sentence() {
        if (asked == 0) {
            return "No return of this period has been drawn to be asked again yet.";
        }
        var asking =
                "%s drawn by chance and asked again of somebody else at the school: %s answered, %s not answered%s."
                        .formatted(
                                TextFormat.counted(asked, "return was", "returns were"),
                                TextFormat.number(answered),
                                TextFormat.number(lapsed()),
                                waiting == 0 ? "" : ", " + TextFormat.number(waiting) + " within their week");
        return answered == 0 ? asking : asking + " " + difference();
    }

    private String difference() {
        var heads = "They said %s heads where %s were signed: %s."
                .formatted(TextFormat.number(said), TextFormat.number(signed), moreOrFewer(percent()));
        if (margin == null) {
            return heads + " So few answers do not say how far that holds for the others.";
        }
        return heads
                + " Asked of every return, the difference would with 95%% certainty lie between %s and %s."
                        .formatted(moreOrFewer(percent() - margin), moreOrFewer(percent() + margin));
    }

    private static String moreOrFewer(double percent) {
        if (Math.abs(percent) < 0.05) {
            return "the same";
        }
        return String.format(Locale.UK, "%.1f%% %s", Math.abs(percent), percent > 0 ? "more" : "fewer");
    }
}
