package uk.thinkuknow.classroom.player;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;

/**
 * A question of the lesson as the teacher's room counts its answers: by option; where things are put in order, by whether
 * the order is right; where they have places, by thing.
 *
 * @param step the place of its step, from 1; {@code key} is the step's
 */
public record LiveQuestion(int step, String key, String stem, List<LiveOption> options) {
    /** A row of the table: the answer's key in what children send, its words, and whether it shall be chosen. */
    public record LiveOption(String key, String text, boolean right) {}

    private static final String IN_ORDER = "in-order";

    static final String HAD_IT = "had-it";
    static final String NOT_YET = "not-yet";

    /** Hands for an order, or for things in their places, are counted once the answer is shown. */
    private static final List<LiveOption> HAD_IT_OR_NOT = List.of(
            new LiveOption(HAD_IT, "Had it like this", true), new LiveOption(NOT_YET, "Had it differently", false));

    public static List<LiveQuestion> of(Lesson lesson) {
        var questions = new ArrayList<LiveQuestion>();
        int place = 0;
        for (var step : lesson.steps()) {
            place++;
            if (step instanceof Step.Ask ask) {
                var view = QuestionViews.of(ask.question(), lesson.band());
                questions.add(new LiveQuestion(place, step.key(), view.stem(), options(ask.question(), view)));
            }
        }
        return questions;
    }

    /** The question that a class at a place of the lesson is on, or was on last; -1 where there is none yet. */
    public static int placeOfNow(List<LiveQuestion> questions, int place) {
        return questions.stream()
                .mapToInt(LiveQuestion::step)
                .filter(step -> step <= place)
                .max()
                .orElse(-1);
    }

    public boolean isAt(String stepKey) {
        return key.equals(stepKey);
    }

    /** Is there an answer that can be shown? A poll or a scale has none. */
    public boolean isMarked() {
        return options.stream().anyMatch(LiveOption::right);
    }

    /** What hands are counted for in a class without devices. */
    public List<LiveOption> hands() {
        var first = options.getFirst().key();
        return first.equals(IN_ORDER) || first.contains("=") ? HAD_IT_OR_NOT : options;
    }

    public RoomProgress.Answers answers(Collection<SeatSeen> seen) {
        var given = seen.stream()
                .flatMap(each -> each.given().stream())
                .filter(each -> each.step().equals(key))
                .toList();
        var counts = options.stream()
                .map(option ->
                        (int) given.stream().filter(each -> isOf(option, each)).count())
                .toList();
        return new RoomProgress.Answers(step, given.size(), counts);
    }

    private static List<LiveOption> options(Question question, QuestionView view) {
        return switch (question) {
            case Question.PutInOrder q ->
                List.of(
                        new LiveOption(IN_ORDER, "In the right order", true),
                        new LiveOption("", "In another order", false));
            case Question.Match q -> placed(view);
            case Question.Sort q -> placed(view);
            case Question.FillTheGap q -> placed(view);
            case Question.SingleChoice q -> chosen(view);
            case Question.PictureChoice q -> chosen(view);
            case Question.MultipleChoice q -> chosen(view);
            case Question.TrueFalse q -> chosen(view);
            case Question.SpotIt q -> chosen(view);
            case Question.Scale q -> chosen(view);
            case Question.Poll q -> chosen(view);
            case Question.Story q -> chosen(view);
        };
    }

    private static List<LiveOption> chosen(QuestionView view) {
        return view.answers().stream()
                .map(answer -> new LiveOption(answer.key(), answer.text(), view.isRight(answer.key())))
                .toList();
    }

    /** A row for each thing: how many put it where it belongs. */
    private static List<LiveOption> placed(QuestionView view) {
        var right = List.of(view.right().split(" "));
        return IntStream.range(0, right.size())
                .mapToObj(i -> new LiveOption(
                        right.get(i),
                        view.belonging().get(i).thing() + ": "
                                + view.belonging().get(i).place(),
                        true))
                .toList();
    }

    private boolean isOf(LiveOption option, SeatSeen.Given given) {
        if (options.getFirst().key().equals(IN_ORDER)) {
            return option.right() == Boolean.TRUE.equals(given.right());
        }
        return List.of(given.chosen().split(",", -1)).contains(option.key());
    }
}
