package uk.thinkuknow.classroom.answers;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.player.LiveQuestion;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;

/**
 * A question of a lesson with the rows in which its answers are counted, as in the teacher's live room: one row for
 * each answer, or for each thing that has a right place.
 *
 * @param place number of its step, from 1
 * @param step key of its step
 * @param scored whether an answer can be right
 * @param before key of the step that asked the same question at the start; null if there is none
 * @param askedAgain whether this question is asked again at the end
 */
public record CountedQuestion(
        int place,
        String step,
        String stem,
        boolean scored,
        Rows rows,
        List<Row> options,
        @Nullable String before,
        boolean askedAgain) {
    /**
     * What a row counts: the children who gave this answer as their only one, the children who gave it among several,
     * or the children who put this thing in its right place.
     */
    public enum Rows {
        ONE_OF,
        SOME_OF,
        THINGS
    }

    /** A row: counts the children who gave this answer, or who put this thing in its right place. */
    public record Row(String answer, String text, boolean right) {}

    /** The questions of a lesson in order. */
    public static List<CountedQuestion> of(Lesson lesson) {
        var live = LiveQuestion.of(lesson);
        var counted = new ArrayList<CountedQuestion>();
        for (var one : live) {
            if (lesson.steps().get(one.step() - 1) instanceof Step.Ask ask) {
                counted.add(new CountedQuestion(
                        one.step(),
                        one.key(),
                        one.stem(),
                        isScored(ask.question()),
                        rows(ask.question()),
                        one.options().stream()
                                .map(option -> new Row(option.key(), option.text(), option.right()))
                                .toList(),
                        live.stream()
                                .map(LiveQuestion::key)
                                .filter(other -> Lesson.isBefore(other, one.key()))
                                .findFirst()
                                .orElse(null),
                        live.stream().anyMatch(other -> Lesson.isBefore(one.key(), other.key()))));
            }
        }
        return counted;
    }

    private static boolean isScored(Question question) {
        return switch (question) {
            case Question.Scale any -> false;
            case Question.Poll any -> false;
            case Question.Story story -> story.scored();
            case Question any -> true;
        };
    }

    private static Rows rows(Question question) {
        return switch (question) {
            case Question.MultipleChoice any -> Rows.SOME_OF;
            case Question.SpotIt any -> Rows.SOME_OF;
            case Question.Story any -> Rows.SOME_OF;
            case Question.Match any -> Rows.THINGS;
            case Question.Sort any -> Rows.THINGS;
            case Question.FillTheGap any -> Rows.THINGS;
            case Question any -> Rows.ONE_OF;
        };
    }
}
