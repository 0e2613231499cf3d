package uk.thinkuknow.results.analysis;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.answers.CountedQuestion;
import uk.thinkuknow.classroom.answers.Moves;

/** Renders what the page of questions and its file show of a question asked twice, for {@code TwoSourcesTest}. */
public final class RenderedPairs {
    private static final int MINUTES = 40;
    private static final Map<Moves, Integer> SHOWN = new ConcurrentHashMap<>();
    private static final Map<String, Integer> PAGES = new ConcurrentHashMap<>();

    private static final AtomicInteger NEXT = new AtomicInteger();

    private RenderedPairs() {}

    /** Returns a number for the page's content; equal contents have equal numbers. */
    public static int page(Moves moves) {
        return SHOWN.computeIfAbsent(
                moves, any -> PAGES.computeIfAbsent(words(moves), words -> NEXT.getAndIncrement()));
    }

    private static String words(Moves moves) {
        int both = moves.children();
        var twice = new QuestionFigures.AskedTwice(
                question(),
                both,
                share(moves.lowHigh(), both),
                share(moves.lowLow() + moves.highHigh(), both),
                share(moves.highLow(), both),
                List.of(
                        new QuestionFigures.OptionShift(
                                row(true),
                                share(moves.highLow() + moves.highHigh(), both),
                                share(moves.lowHigh() + moves.highHigh(), both)),
                        new QuestionFigures.OptionShift(
                                row(false),
                                share(moves.lowHigh() + moves.lowLow(), both),
                                share(moves.highLow() + moves.lowLow(), both))));
        var figures = new QuestionFigures(both, List.of(), List.of(), List.of(twice));
        return figures.isTooFew()
                ? "too few"
                : QuestionFiguresView.of(figures, MINUTES).toString() + QuestionFiguresSheet.of(figures);
    }

    private static @Nullable Share share(int part, int whole) {
        return Share.of(part, whole).orElse(null);
    }

    private static CountedQuestion question() {
        return new CountedQuestion(
                4,
                "after-q",
                "Who?",
                true,
                CountedQuestion.Rows.ONE_OF,
                List.of(row(true), row(false)),
                "before-q",
                false);
    }

    private static CountedQuestion.Row row(boolean right) {
        return new CountedQuestion.Row(right ? "yes" : "no", right ? "Yes" : "No", right);
    }
}
