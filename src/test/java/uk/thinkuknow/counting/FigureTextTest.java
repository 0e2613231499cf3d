package uk.thinkuknow.counting;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests how a figure is printed if it is not known, or if parts of it are too small to be shown. */
class FigureTextTest {
    private static final FigureText FIGURE = new ReachFigure(308, 305, 314).text();

    @Test
    void aWholeFigureIsPrintedWithItsRange() {
        assertEquals(
                List.of("308, at least 305, at most 314", "at least 305, at most 314", "305–314"),
                printed(FIGURE.without(false, false)));
    }

    @Test
    void aFigureWithOneEndHiddenHasNoRange() {
        var hidden = List.of("308, range: too few to show", "range: too few to show", "range: too few to show");
        assertEquals(hidden, printed(FIGURE.without(true, false)));
        assertEquals(hidden, printed(FIGURE.without(false, true)));
        assertEquals(new FigureText("308", "305", "too few to show"), FIGURE.without(false, true));
    }

    @Test
    void aHiddenOrUnknownFigureSaysNothingElse() {
        assertEquals(List.of("too few to show", "", ""), printed(FIGURE.withoutAny()));
        assertEquals(List.of("–", "", ""), printed(FigureText.UNKNOWN));
    }

    @Test
    void onlyAFigureThatIsTooSmallIsHiddenAndOnlyOneThatIsMissingIsUnknown() {
        assertEquals(List.of(true, false), List.of(FIGURE.isKnown(), FIGURE.isHidden()));
        assertEquals(
                List.of(true, true),
                List.of(FIGURE.withoutAny().isKnown(), FIGURE.withoutAny().isHidden()));
        assertEquals(List.of(false, false), List.of(FigureText.UNKNOWN.isKnown(), FigureText.UNKNOWN.isHidden()));
    }

    private static List<String> printed(FigureText text) {
        return List.of(text.inWords(), text.range(), text.span());
    }
}
