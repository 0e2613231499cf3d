package uk.thinkuknow.results.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.answers.CountedQuestion;
import uk.thinkuknow.classroom.answers.LessonCount.What;
import uk.thinkuknow.classroom.answers.StepTime;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Step;

/**
 * All figures of a module version that may be shown for a period: shares as ranges only. A share of too few children is
 * null.
 *
 * @param began number of children who began the lesson; exact, so never shown as it is
 */
record Figures(int began, List<AtStep> steps, List<Asked> questions, List<Twice> twice) {
    /**
     * A step of the lesson, with the children who reached it and who stopped at it.
     *
     * @param reached share of those who began the lesson
     * @param stopped share of those who reached the step, and then came no further and did not finish
     */
    record AtStep(
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
     * @param right share who were right at the first answer; null if nothing is scored
     * @param sureAndWrong share of those who said how sure they were; null if nobody was asked
     */
    record Asked(
            CountedQuestion question,
            int answered,
            @Nullable Share right,
            @Nullable Share sureAndWrong,
            List<Taken> options) {}

    /** An option, and the share of children who took it. */
    record Taken(CountedQuestion.Row option, @Nullable Share share) {}

    /** A question that is asked at the start and at the end, for the children who answered both times. */
    record Twice(
            CountedQuestion question,
            int both,
            @Nullable Share higher,
            @Nullable Share same,
            @Nullable Share lower,
            List<Moved> options) {}

    /** An option, and the shares of children who took it at the start and at the end. */
    record Moved(
            CountedQuestion.Row option,
            @Nullable Share before,
            @Nullable Share after) {}

    static Figures of(Lesson lesson, Counts counts) {
        var asked = new ArrayList<Asked>();
        var twice = new ArrayList<Twice>();
        for (var question : CountedQuestion.of(lesson)) {
            if (question.before() != null) {
                twice.add(twice(question, counts));
            } else if (!question.askedAgain()) {
                asked.add(asked(question, counts));
            }
        }
        return new Figures(counts.began(), steps(lesson.steps(), counts), asked, twice);
    }

    boolean isEmpty() {
        return began == 0;
    }

    boolean isTooFew() {
        return began < Share.CHILDREN_AT_LEAST;
    }

    private static List<AtStep> steps(List<Step> steps, Counts counts) {
        var all = new ArrayList<AtStep>();
        for (var step : steps) {
            var key = step.key();
            all.add(new AtStep(
                    all.size() + 1,
                    step.title(),
                    all.size() + 1 == steps.size(),
                    Share.of(counts.of(key, What.REACHED), counts.began()).orElse(null),
                    counts.share(key, What.STOPPED, What.REACHED).orElse(null),
                    counts.time(key).orElse(null)));
        }
        return all;
    }

    private static Asked asked(CountedQuestion question, Counts counts) {
        var step = question.step();
        return new Asked(
                question,
                counts.of(step, What.ANSWERED),
                question.scored()
                        ? counts.share(step, What.RIGHT, What.ANSWERED).orElse(null)
                        : null,
                counts.share(step, What.SURE_AND_WRONG, What.SAID_HOW_SURE).orElse(null),
                question.options().stream()
                        .map(option -> new Taken(
                                option,
                                counts.share(step, What.CHOSE, option.answer(), What.ANSWERED)
                                        .orElse(null)))
                        .toList());
    }

    private static Twice twice(CountedQuestion question, Counts counts) {
        var step = question.step();
        return new Twice(
                question,
                counts.of(step, What.BOTH),
                counts.share(step, What.HIGHER, What.BOTH).orElse(null),
                counts.share(step, What.SAME, What.BOTH).orElse(null),
                counts.share(step, What.LOWER, What.BOTH).orElse(null),
                question.options().stream()
                        .map(option -> new Moved(
                                option,
                                counts.share(step, What.BEFORE, option.answer(), What.BOTH)
                                        .orElse(null),
                                counts.share(step, What.AFTER, option.answer(), What.BOTH)
                                        .orElse(null)))
                        .toList());
    }
}
