package uk.thinkuknow.attendance.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;

/**
 * The result of the figure checks by chance: how many returns were drawn, how many schools gave their heads again, and
 * how far these differ from the signed heads. The result of those by risk is apart and never part of these numbers.
 *
 * @param waiting questions that are neither answered nor lapsed yet
 * @param signed signed heads of the answered returns
 * @param said heads of the answered returns as given again
 * @param margin half the width of the 95% confidence interval of {@link #percent}, in percentage points with two
 *     decimals; null with fewer than ten answers or no signed heads
 * @param byRisk null in figures that were frozen before returns were drawn by risk
 */
public record FigureCheck(
        int asked,
        int waiting,
        int answered,
        int signed,
        int said,
        @Nullable Double margin,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RiskCheck byRisk) {
    /** With fewer answers no interval is given. */
    static final int FOR_A_RANGE = 10;

    private static final double CERTAIN = 1.96;

    /** The heads of a return as signed, and as a colleague at the school gave them a week later. */
    record Answer(int signed, int said) {}

    static FigureCheck of(int asked, int waiting, List<Answer> answers, RiskCheck byRisk) {
        int signed = answers.stream().mapToInt(Answer::signed).sum();
        int said = answers.stream().mapToInt(Answer::said).sum();
        return new FigureCheck(asked, waiting, answers.size(), signed, said, margin(answers, signed, said), byRisk);
    }

    /** This result as figures of a format that knows no checks by risk have it. */
    public FigureCheck withoutRisk() {
        return new FigureCheck(asked, waiting, answered, signed, said, margin, null);
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

    /** Returns the result of the checks by chance in words, for readers of the figure. */
    public String sentence() {
        if (asked == 0) {
            return Words.of("check.noneDrawn");
        }
        var asking = Words.of("check.asking", asked, answered, lapsed(), waiting);
        return answered == 0 ? asking : Words.of("check.askingAndFound", asking, difference());
    }

    /** Returns the result of the checks by risk in words; null if no return was drawn by risk. */
    public @Nullable String sentenceByRisk() {
        return byRisk == null || byRisk.asked() == 0 ? null : byRisk.sentence();
    }

    private String difference() {
        return margin == null
                ? Words.of("check.foundFew", said, signed, moreOrFewer(percent()))
                : Words.of(
                        "check.found",
                        said,
                        signed,
                        moreOrFewer(percent()),
                        moreOrFewer(percent() - margin),
                        moreOrFewer(percent() + margin));
    }

    private static String moreOrFewer(double percent) {
        if (Math.abs(percent) < 0.05) {
            return Words.of("check.theSame");
        }
        return Words.of(
                percent > 0 ? "check.more" : "check.fewer", String.format(Locale.UK, "%.1f", Math.abs(percent)));
    }
}
