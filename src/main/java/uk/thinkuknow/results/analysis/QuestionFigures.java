package uk.thinkuknow.results.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.answers.CountedQuestion;
import uk.thinkuknow.classroom.answers.LessonCount.CountKind;
import uk.thinkuknow.classroom.answers.StepTime;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Step;

/**
 * The figures of a module version in a period, with shares as ranges, from which the page and the file of questions are
 * made. A share of too few children is null.
 *
 * @param began number of children who began the lesson; exact, so never shown as it is
 * @param questions the questions that are asked once
 * @param twice the questions that are asked at the start and at the end
 */
record QuestionFigures(int began, List<StepFigures> steps, List<AskedOnce> questions, List<AskedTwice> twice) {
    /**
     * A step of the lesson, with the children who reached it and who stopped at it.
     *
     * @param place number of the step, from 1
     * @param reached share of those who began the lesson
     * @param stopped share of those who reached the step, and then came no further and did not finish
     * @param time range of the median time at the step; null for too few children
     */
    record StepFigures(
            int place,
            String title,
            boolean last,
            @Nullable Share reached,
            @Nullable Share stopped,
            @Nullable StepTime time) {}

    /**
     * A question that is asked once.
     *
     * @param answered number of children who answered; exact, so never shown as it is
     * @param right share who were right at the first answer; null if nothing is scored or too few answered
     * @param sureAndWrong share of those who said how sure they were; null if too few did
     */
    record AskedOnce(
            CountedQuestion question,
            int answered,
            @Nullable Share right,
            @Nullable Share sureAndWrong,
            List<OptionShare> options) {}

    /** An option, and the share of children who took it. */
    record OptionShare(CountedQuestion.Row option, @Nullable Share share) {}

    /**
     * A question that is asked at the start and at the end, for the children who answered both times.
     *
     * @param both number of children who answered both times; exact, so never shown as it is
     * @param higher share who were higher, or newly right, at the end
     * @param lower share who were lower, or no longer right, at the end
     */
    record AskedTwice(
            CountedQuestion question,
            int both,
            @Nullable Share higher,
            @Nullable Share same,
            @Nullable Share lower,
            List<OptionShift> options) {}

    /** An option, and the shares of children who took it at the start and at the end. */
    record OptionShift(
            CountedQuestion.Row option,
            @Nullable Share before,
            @Nullable Share after) {}

    static QuestionFigures of(Lesson lesson, AnswerCounts counts) {
        var asked = new ArrayList<AskedOnce>();
        var twice = new ArrayList<AskedTwice>();
        for (var question : CountedQuestion.of(lesson)) {
            if (question.before() != null) {
                twice.add(twice(question, counts));
            } else if (!question.askedAgain()) {
                asked.add(asked(question, counts));
            }
        }
        return new QuestionFigures(counts.began(), steps(lesson.steps(), counts), asked, twice);
    }

    boolean isEmpty() {
        return began == 0;
    }

    boolean isTooFew() {
        return began < Share.CHILDREN_AT_LEAST;
    }

    private static List<StepFigures> steps(List<Step> steps, AnswerCounts counts) {
        var all = new ArrayList<StepFigures>();
        for (var step : steps) {
            var key = step.key();
            all.add(new StepFigures(
                    all.size() + 1,
                    step.title(),
                    all.size() + 1 == steps.size(),
                    Share.of(counts.of(key, CountKind.REACHED), counts.began()).orElse(null),
                    counts.share(key, CountKind.STOPPED, CountKind.REACHED).orElse(null),
                    counts.time(key).orElse(null)));
        }
        return all;
    }

    private static AskedOnce asked(CountedQuestion question, AnswerCounts counts) {
        var step = question.step();
        return new AskedOnce(
                question,
                counts.of(step, CountKind.ANSWERED),
                question.scored()
                        ? counts.share(step, CountKind.RIGHT, CountKind.ANSWERED)
                                .orElse(null)
                        : null,
                counts.share(step, CountKind.SURE_AND_WRONG, CountKind.SAID_HOW_SURE)
                        .orElse(null),
                question.options().stream()
                        .map(option -> new OptionShare(
                                option,
                                counts.share(step, CountKind.CHOSE, option.answer(), CountKind.ANSWERED)
                                        .orElse(null)))
                        .toList());
    }

    private static AskedTwice twice(CountedQuestion question, AnswerCounts counts) {
        var step = question.step();
        return new AskedTwice(
                question,
                counts.of(step, CountKind.BOTH),
                counts.share(step, CountKind.HIGHER, CountKind.BOTH).orElse(null),
                counts.share(step, CountKind.SAME, CountKind.BOTH).orElse(null),
                counts.share(step, CountKind.LOWER, CountKind.BOTH).orElse(null),
                question.options().stream()
                        .map(option -> new OptionShift(
                                option,
                                counts.share(step, CountKind.BEFORE, option.answer(), CountKind.BOTH)
                                        .orElse(null),
                                counts.share(step, CountKind.AFTER, option.answer(), CountKind.BOTH)
                                        .orElse(null)))
                        .toList());
    }
}
