package uk.thinkuknow.counting;

import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;

/**
 * A reach figure as pages, briefs and email print it: the number and both ends of its range.
 *
 * @param number for example "308"
 * @param atLeast for example "305"
 * @param atMost for example "314"
 */
public record FigureText(String number, String atLeast, String atMost) {
    private static final String DASH = "–";

    /** A figure that is not known yet, which is not zero. */
    public static final FigureText UNKNOWN = new FigureText(DASH, DASH, DASH);

    static FigureText of(ReachFigure figure) {
        return new FigureText(
                TextFormat.number(figure.headline()),
                TextFormat.number(figure.atLeast()),
                TextFormat.number(figure.atMost()));
    }

    public boolean isKnown() {
        return !equals(UNKNOWN);
    }

    /** For example "at least 305, at most 314"; empty if the figure is not known. */
    public String range() {
        return isKnown() ? Words.of("counting.range", atLeast, atMost) : "";
    }

    /** For example "308, at least 305, at most 314". */
    public String inWords() {
        return isKnown() ? Words.of("counting.figure", number, atLeast, atMost) : number;
    }

    /** For a cell of a table with the number above it, for example "305–314"; empty if the figure is not known. */
    public String span() {
        return isKnown() ? Words.of("counting.span", atLeast, atMost) : "";
    }
}
