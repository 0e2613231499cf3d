package uk.thinkuknow.counting;

import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;

/**
 * A reach figure as pages, briefs and email print it: the number and both ends of its range. In what is published, each of
 * them may be hidden.
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

    /** Instead of a number that has too few schools or children behind it. */
    public static String tooFew() {
        return Words.of("counting.tooFew");
    }

    /** This figure without its number and its range. */
    public FigureText withoutAny() {
        return new FigureText(tooFew(), tooFew(), tooFew());
    }

    /** This figure without one end of its range, or both. */
    public FigureText without(boolean lowerEnd, boolean upperEnd) {
        return new FigureText(number, lowerEnd ? tooFew() : atLeast, upperEnd ? tooFew() : atMost);
    }

    public boolean isKnown() {
        return !equals(UNKNOWN);
    }

    public boolean isHidden() {
        return number.equals(tooFew());
    }

    /** For example "at least 305, at most 314"; empty if the figure is not known, or hidden. */
    public String range() {
        if (!isKnown() || isHidden()) {
            return "";
        }
        return hasRange() ? Words.of("counting.range", atLeast, atMost) : Words.of("counting.rangeHidden", tooFew());
    }

    /** For example "308, at least 305, at most 314". */
    public String inWords() {
        return isKnown() && !isHidden() ? Words.of("counting.figure", number, range()) : number;
    }

    /** For a cell of a table with the number above it, for example "305–314"; empty as for {@link #range}. */
    public String span() {
        if (!isKnown() || isHidden()) {
            return "";
        }
        return hasRange() ? Words.of("counting.span", atLeast, atMost) : range();
    }

    private boolean hasRange() {
        return !atLeast.equals(tooFew()) && !atMost.equals(tooFew());
    }
}
