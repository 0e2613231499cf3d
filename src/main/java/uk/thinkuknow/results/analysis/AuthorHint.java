package uk.thinkuknow.results.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.thinkuknow.classroom.answers.CountedQuestion;
import uk.thinkuknow.common.Words;

/**
 * A hint to the author to look at a step or question, and why. It is made of the shown figures only, so that it reveals
 * no more than they do.
 *
 * @param place number of the step, from 1
 * @param anchor the id on the page of the step or question
 * @param weight sorts hints with the same reason, largest first: the percentage of children concerned or, for
 *     {@link Reason#TAKES_LONG}, seconds
 */
record AuthorHint(Reason reason, int place, String title, String anchor, String why, int weight) {
    private static final int EASY_FROM = 90;
    private static final int HARD_TO = 40;
    private static final int NOBODY_TO = 5;
    private static final int SURE_FROM = 10;
    private static final int STOP_FROM = 10;

    /** A step takes long from this multiple of its even share of the lesson's time. */
    private static final double LONG = 1.5;

    /** What may be wrong, the most serious first. */
    enum Reason {
        WRONG_BEFORE_RIGHT,
        SURE_AND_WRONG,
        STOP_HERE,
        TOO_HARD,
        TOO_EASY,
        NOBODY_TAKES,
        TAKES_LONG
    }

    /**
     * Returns the hints, the most serious first.
     *
     * @param minutes the planned length of the lesson
     */
    static List<AuthorHint> of(QuestionFigures figures, int minutes) {
        var all = new ArrayList<AuthorHint>();
        figures.questions().forEach(asked -> ofQuestion(asked, all));
        figures.steps().forEach(step -> ofStep(step, figures.steps().size(), minutes, all));
        all.sort(Comparator.comparing(AuthorHint::reason)
                .thenComparing(Comparator.comparing(AuthorHint::weight).reversed())
                .thenComparing(AuthorHint::place));
        return all;
    }

    private static void ofQuestion(QuestionFigures.AskedOnce asked, List<AuthorHint> all) {
        var right = asked.right();
        if (right != null && right.from() >= EASY_FROM) {
            all.add(about(asked, Reason.TOO_EASY, Words.of("analysis.tooEasy", right.wordsFirst()), right.from()));
        }
        if (right != null && right.to() <= HARD_TO) {
            all.add(about(asked, Reason.TOO_HARD, Words.of("analysis.tooHard", right.words()), 100 - right.to()));
        }
        var sure = asked.sureAndWrong();
        if (sure != null && sure.from() >= SURE_FROM) {
            all.add(about(
                    asked, Reason.SURE_AND_WRONG, Words.of("analysis.sureAndWrong", sure.wordsFirst()), sure.from()));
        }
        if (asked.question().scored() && asked.question().rows() != CountedQuestion.Rows.THINGS) {
            ofOptions(asked, all);
        }
    }

    private static void ofOptions(QuestionFigures.AskedOnce asked, List<AuthorHint> all) {
        int leastRight = asked.options().stream()
                .filter(each -> each.option().right() && each.share() != null)
                .mapToInt(AuthorHint::from)
                .min()
                .orElse(100);
        for (var each : asked.options()) {
            var share = each.share();
            if (share == null || each.option().right()) {
                continue;
            }
            if (share.from() > leastRight && asked.question().rows() == CountedQuestion.Rows.ONE_OF) {
                all.add(about(
                        asked,
                        Reason.WRONG_BEFORE_RIGHT,
                        Words.of("analysis.wrongBeforeRight", share.wordsFirst(), quoted(each)),
                        share.from()));
            } else if (share.to() <= NOBODY_TO && asked.options().size() > 2) {
                all.add(about(
                        asked,
                        Reason.NOBODY_TAKES,
                        Words.of(
                                "analysis.nobodyTakes",
                                share.wordsFirst(),
                                each.option().text()),
                        100 - share.to()));
            }
        }
    }

    /** Drops the full stop, because the sentence around it has its own. */
    private static String quoted(QuestionFigures.OptionShare taken) {
        return taken.option().text().replaceFirst("\\.$", "");
    }

    private static int from(QuestionFigures.OptionShare taken) {
        return taken.share() == null ? 0 : taken.share().from();
    }

    private static void ofStep(QuestionFigures.StepFigures step, int steps, int minutes, List<AuthorHint> all) {
        var stopped = step.stopped();
        if (stopped != null && stopped.from() >= STOP_FROM && !step.last()) {
            all.add(about(step, Reason.STOP_HERE, Words.of("analysis.stopHere", stopped.wordsFirst()), stopped.from()));
        }
        var time = step.time();
        double evenly = 60.0 * minutes / Math.max(1, steps);
        if (time != null && time.from() >= LONG * evenly) {
            all.add(about(
                    step,
                    Reason.TAKES_LONG,
                    Words.of("analysis.takesLong", Words.of(time), minutes, steps),
                    time.from()));
        }
    }

    private static AuthorHint about(QuestionFigures.AskedOnce asked, Reason reason, String why, int weight) {
        var question = asked.question();
        return new AuthorHint(reason, question.place(), question.stem(), "question-" + question.place(), why, weight);
    }

    private static AuthorHint about(QuestionFigures.StepFigures step, Reason reason, String why, int weight) {
        return new AuthorHint(reason, step.place(), step.title(), "step-" + step.place(), why, weight);
    }
}
