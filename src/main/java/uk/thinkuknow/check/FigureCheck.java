package uk.thinkuknow.check;

import java.util.List;
import java.util.Locale;

/**
 * What asking again came to: how many returns were drawn, how many schools said their heads once more, and by how much those
 * differ from the heads that were signed.
 *
 * @param waiting asked and neither answered nor lapsed yet
 * @param answers the heads of each answered return: as signed, as said
 */
public record FigureCheck(int asked, int waiting, List<Answer> answers) {
    /** So few answers tell nothing of the others. */
    static final int FOR_A_RANGE = 10;

    private static final double CERTAIN = 1.96;

    /** The heads of a return as signed, and as somebody else of the school said them a week later. */
    public record Answer(int signed, int said) {}

    public int answered() {
        return answers.size();
    }

    public int lapsed() {
        return asked - waiting - answers.size();
    }

    public int signed() {
        return answers.stream().mapToInt(Answer::signed).sum();
    }

    public int said() {
        return answers.stream().mapToInt(Answer::said).sum();
    }

    /** By how many of a hundred heads what was said differs from what was signed; 0 where nothing was signed. */
    public double percent() {
        return signed() == 0 ? 0 : 100.0 * (said() - signed()) / signed();
    }

    /** Half the width of the 95% range of {@link #percent}: of the ratio of two sums over returns drawn by chance. */
    double margin() {
        int n = answers.size();
        if (n < FOR_A_RANGE || signed() == 0) {
            return Double.NaN;
        }
        double ratio = (double) said() / signed();
        double squares = answers.stream()
                .mapToDouble(each -> each.said() - ratio * each.signed())
                .map(each -> each * each)
                .sum();
        double mean = (double) signed() / n;
        return 100 * CERTAIN * Math.sqrt(squares / (n - 1) / n) / mean;
    }

    /** In words, for people who read the figure. */
    public String sentence() {
        if (asked == 0) {
            return "No return of this period has been drawn to be asked again yet.";
        }
        var asking =
                "%s drawn by chance and asked again of somebody else at the school: %s answered, %s not answered%s."
                        .formatted(
                                asked == 1 ? "1 return was" : number(asked) + " returns were",
                                number(answered()),
                                number(lapsed()),
                                waiting == 0 ? "" : ", " + number(waiting) + " within their week");
        return answers.isEmpty() ? asking : asking + " " + difference();
    }

    private String difference() {
        var heads = "They said %s heads where %s were signed: %s."
                .formatted(number(said()), number(signed()), moreOrFewer(percent()));
        var margin = margin();
        if (Double.isNaN(margin)) {
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

    private static String number(int number) {
        return String.format(Locale.UK, "%,d", number);
    }
}
