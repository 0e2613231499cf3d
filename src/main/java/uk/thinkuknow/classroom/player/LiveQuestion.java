package uk.thinkuknow.classroom.player;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;

/**
 * A question with the options under which answers are counted in the live room. A question about an order counts right
 * and other orders, one about places counts each thing in its right place.
 *
 * @param step its step number, from 1
 * @param key key of its step
 */
public record LiveQuestion(int step, String key, String stem, List<LiveOption> options) {
    /** A countable option: its key in children's answers, its words, and whether it is right. */
    public record LiveOption(String key, String text, boolean right) {}

    private static final String IN_ORDER = "in-order";

    static final String HAD_IT = "had-it";
    static final String NOT_YET = "not-yet";

    /** The options for questions about an order or places, for which hands are counted after the answer is shown. */
    private static final List<LiveOption> HAD_IT_OR_NOT = List.of(
            new LiveOption(HAD_IT, Words.of("player.hadIt"), true),
            new LiveOption(NOT_YET, Words.of("player.hadOther"), false));

    /** The questions of a lesson in order. */
    public static List<LiveQuestion> of(Lesson lesson) {
        var questions = new ArrayList<LiveQuestion>();
        int place = 0;
        for (var step : lesson.steps()) {
            place++;
            if (step instanceof Step.Ask ask) {
                var view = QuestionViewFactory.of(ask.question(), lesson.band());
                questions.add(new LiveQuestion(place, step.key(), view.stem(), options(ask.question(), view)));
            }
        }
        return questions;
    }

    /**
     * Step number of the current question when the class is on this step: the question of the step, or the last one
     * before it; -1 if there is none.
     *
     * @param place number of the step the class is on
     */
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

    /** Returns whether there is a right answer to show; a poll or a scale has none. */
    public boolean isMarked() {
        return options.stream().anyMatch(LiveOption::right);
    }

    /** The options for which hands are counted in a class without devices. */
    public List<LiveOption> hands() {
        var first = options.getFirst().key();
        return first.equals(IN_ORDER) || first.contains("=") ? HAD_IT_OR_NOT : options;
    }

    /** Counts how these seats answered the question; in loops, because each watched room does so each second. */
    public RoomProgress.Answers answers(Collection<SeatSummary> seen) {
        int answered = 0;
        var counts = new Integer[options.size()];
        Arrays.fill(counts, 0);
        for (var seat : seen) {
            for (var given : seat.given()) {
                if (given.step().equals(key)) {
                    answered++;
                    for (int i = 0; i < counts.length; i++) {
                        counts[i] += isOf(options.get(i), given) ? 1 : 0;
                    }
                }
            }
        }
        return new RoomProgress.Answers(step, answered, List.of(counts));
    }

    private static List<LiveOption> options(Question question, QuestionView view) {
        return switch (question) {
            case Question.PutInOrder q ->
                List.of(
                        new LiveOption(IN_ORDER, Words.of("player.rightOrder"), true),
                        new LiveOption("", Words.of("player.otherOrder"), false));
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

    /** One option for each thing, which counts who put it in its right place. */
    private static List<LiveOption> placed(QuestionView view) {
        var right = List.of(view.right().split(" "));
        return IntStream.range(0, right.size())
                .mapToObj(i -> new LiveOption(
                        right.get(i),
                        Words.of(
                                "player.thingAndPlace",
                                view.belonging().get(i).thing(),
                                view.belonging().get(i).place()),
                        true))
                .toList();
    }

    private boolean isOf(LiveOption option, SeatSummary.Given given) {
        if (options.getFirst().key().equals(IN_ORDER)) {
            return option.right() == Boolean.TRUE.equals(given.right());
        }
        return given.hasChosen(option.key());
    }
}
