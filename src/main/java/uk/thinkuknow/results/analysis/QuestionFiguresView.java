package uk.thinkuknow.results.analysis;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.answers.CountedQuestion;
import uk.thinkuknow.classroom.answers.StepTime;
import uk.thinkuknow.common.Words;

/**
 * The figures as the page of questions shows them: each range in words, and as a bar.
 *
 * @param children how many children began the lesson, in tens, in words
 * @param rough whether there are so few children that the ranges have their largest width
 * @param looks the hints to the author
 * @param facility the chart of how many were right, question by question
 */
record QuestionFiguresView(
        String children,
        boolean rough,
        List<LookView> looks,
        List<FacilityView> facility,
        List<StepView> steps,
        List<AskedView> questions,
        List<TwiceView> twice) {
    /** A range in words, and the start and width of its bar in percent. */
    record BarView(String words, int from, int width) {
        static final BarView NONE = new BarView(Words.of("analysis.tooFew"), 0, 0);

        static BarView of(@Nullable Share share) {
            return share == null ? NONE : new BarView(share.words(), share.from(), share.to() - share.from());
        }
    }

    /** A hint to the author, in words. */
    record LookView(String reason, int place, String title, String anchor, String why) {}

    /** A scored question in the chart of all scored questions. */
    record FacilityView(int place, String stem, BarView right) {}

    /** A step of the lesson; the bar of its time is in percent of the longest time. */
    record StepView(int place, String title, BarView reached, BarView stopped, BarView time) {}

    /** An option with the bar of children who took it. */
    record OptionView(String text, boolean right, BarView taken) {}

    /**
     * A question with its answers.
     *
     * @param said the chart's message in a sentence
     * @param head the heading of its rows
     */
    record AskedView(int place, String stem, String said, String head, List<OptionView> options) {}

    /** An option with its bars at the start and at the end. */
    record MovedView(String text, boolean right, BarView before, BarView after) {}

    /** A question asked at the start and at the end. */
    record TwiceView(int place, String stem, String said, List<MovedView> options) {}

    static QuestionFiguresView of(QuestionFigures figures, int minutes) {
        return new QuestionFiguresView(
                Share.children(figures.began()),
                Share.isRough(figures.began()),
                AuthorHint.of(figures, minutes).stream()
                        .map(look -> new LookView(
                                Words.of(look.reason()), look.place(), look.title(), look.anchor(), look.why()))
                        .toList(),
                figures.questions().stream()
                        .filter(asked -> asked.question().scored())
                        .map(asked -> new FacilityView(
                                asked.question().place(), asked.question().stem(), BarView.of(asked.right())))
                        .toList(),
                figures.steps().stream().map(QuestionFiguresView::step).toList(),
                figures.questions().stream().map(QuestionFiguresView::asked).toList(),
                figures.twice().stream().map(QuestionFiguresView::twice).toList());
    }

    private static StepView step(QuestionFigures.StepFigures step) {
        return new StepView(
                step.place(),
                step.title(),
                BarView.of(step.reached()),
                step.last() ? new BarView("–", 0, 0) : BarView.of(step.stopped()),
                time(step.time()));
    }

    private static BarView time(@Nullable StepTime time) {
        if (time == null) {
            return BarView.NONE;
        }
        int longest = StepTime.LONGER.to();
        int from = 100 * time.from() / longest;
        return new BarView(Words.of(time), from, 100 * time.to() / longest - from);
    }

    private static AskedView asked(QuestionFigures.AskedOnce asked) {
        return new AskedView(
                asked.question().place(),
                asked.question().stem(),
                said(asked),
                Words.of("analysis.Rows." + asked.question().rows()),
                asked.options().stream()
                        .map(each -> new OptionView(
                                each.option().text(), each.option().right(), BarView.of(each.share())))
                        .toList());
    }

    private static String said(QuestionFigures.AskedOnce asked) {
        if (asked.answered() < Share.CHILDREN_AT_LEAST) {
            return Words.of("analysis.fewAnswered", Share.CHILDREN_AT_LEAST);
        }
        var sentences = Stream.of(
                Words.of("analysis.answeredBy", Share.children(asked.answered())),
                asked.right() == null
                        ? asked.question().scored() ? "" : Words.of("analysis.notScored")
                        : Words.of("analysis.wereRight", asked.right().wordsFirst()),
                asked.sureAndWrong() == null
                        ? ""
                        : Words.of("analysis.wereSure", asked.sureAndWrong().wordsFirst()));
        return String.join(" ", sentences.filter(each -> !each.isEmpty()).toList());
    }

    private static TwiceView twice(QuestionFigures.AskedTwice twice) {
        return new TwiceView(
                twice.question().place(),
                twice.question().stem(),
                moved(twice),
                twice.options().stream()
                        .map(each -> new MovedView(
                                each.option().text(),
                                each.option().right(),
                                BarView.of(each.before()),
                                BarView.of(each.after())))
                        .toList());
    }

    private static String moved(QuestionFigures.AskedTwice twice) {
        if (twice.higher() == null) {
            return Words.of("analysis.fewTwice", Share.CHILDREN_AT_LEAST);
        }
        boolean scored = twice.question().options().stream().anyMatch(CountedQuestion.Row::right);
        return Words.of(
                scored ? "analysis.movedRight" : "analysis.movedUp",
                Share.children(twice.both()),
                twice.higher().words(),
                Objects.requireNonNull(twice.same()).words(),
                Objects.requireNonNull(twice.lower()).words());
    }
}
