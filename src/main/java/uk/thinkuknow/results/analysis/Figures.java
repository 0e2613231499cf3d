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
 * All that is shown of a module version in a period: ranges alone. What too few children did is not in it.
 *
 * @param began how many began the lesson; not for showing as it is
 */
record Figures(int began, List<AtStep> steps, List<Asked> questions, List<Twice> twice) {
    /**
     * A step on the children's way through the lesson.
     *
     * @param reached of those who began, how many came to it
     * @param stopped of those who came to it, how many came no further and did not finish
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
     * @param answered how many children answered; not for showing as it is
     * @param right how many were right at once; null where nothing is scored
     * @param sureAndWrong of those who said how sure they were; null where nobody was asked
     */
    record Asked(
            CountedQuestion question,
            int answered,
            @Nullable Share right,
            @Nullable Share sureAndWrong,
            List<Taken> options) {}

    /** An option, and how many took it. */
    record Taken(CountedQuestion.Row option, @Nullable Share share) {}

    /** A question that is asked at the start and at the end, of the children who answered both times. */
    record Twice(
            CountedQuestion question,
            int both,
            @Nullable Share higher,
            @Nullable Share same,
            @Nullable Share lower,
            List<Moved> options) {}

    /** An option, and how many took it at the start and at the end. */
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
