package uk.thinkuknow.classroom;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.Picture;
import uk.thinkuknow.curriculum.Question;
import uk.thinkuknow.curriculum.Question.MultipleChoice;
import uk.thinkuknow.curriculum.Question.Option;
import uk.thinkuknow.curriculum.Question.PutInOrder;
import uk.thinkuknow.curriculum.Question.Scale;
import uk.thinkuknow.curriculum.Question.SingleChoice;
import uk.thinkuknow.curriculum.Question.TrueFalse;

/**
 * A question as the child's page shows it, with what its script needs to give feedback at once.
 *
 * @param kind single, multiple, order or scale: how it is answered
 * @param right the right keys with spaces between, in the right order where that matters; "" where nothing is scored
 */
record QuestionView(
        String key,
        String kind,
        String kicker,
        String stem,
        String how,
        String right,
        List<AnswerView> answers,
        List<FeedbackView> feedback) {

    /** A thing to choose or to move; bars say how far up a scale a point is. */
    record AnswerView(String key, String text, @Nullable Picture picture, List<Boolean> bars) {}

    /** Words for whoever gave this answer: its key, or "right" and "other" for a whole order. */
    record FeedbackView(String when, String tone, String text) {}

    static QuestionView of(Question question, String band) {
        var words = QuestionWords.of(band);
        return switch (question) {
            case SingleChoice q -> choice(q.key(), "single", words.chooseOne(), q.stem(), "", q.options());
            case MultipleChoice q ->
                choice(q.key(), "multiple", words.chooseAll(), q.stem(), "There can be more than one.", q.options());
            case TrueFalse q -> trueFalse(q, words);
            case PutInOrder q -> inOrder(q, words);
            case Scale q -> scale(q, words);
        };
    }

    /** Are all its answers pictures with words under them? */
    public boolean isPictured() {
        return answers.stream().allMatch(answer -> answer.picture() != null);
    }

    /** Is this answer one that shall be chosen? Where things are put in order, none is by itself. */
    public boolean isRight(String answer) {
        return !kind.equals("order") && List.of(right.split(" ")).contains(answer);
    }

    /** The words of an answer; "" where the feedback is for a whole order. */
    public String textOf(String answer) {
        return answers.stream()
                .filter(one -> one.key().equals(answer))
                .map(AnswerView::text)
                .findFirst()
                .orElse("");
    }

    /** The things that were to be put in order, as they belong. */
    public List<String> inRightOrder() {
        return Stream.of(right.split(" ")).map(this::textOf).toList();
    }

    private static QuestionView choice(
            String key, String kind, String kicker, String stem, String how, List<Option> options) {
        var answers = options.stream()
                .map(o -> answer(o.key(), o.text(), o.picture()))
                .toList();
        var feedback = options.stream()
                .map(o -> new FeedbackView(o.key(), tone(o.right()), o.feedback()))
                .toList();
        var right = options.stream().filter(Option::right).map(Option::key).toList();
        return new QuestionView(key, kind, kicker, stem, how, String.join(" ", right), answers, feedback);
    }

    private static QuestionView trueFalse(TrueFalse q, QuestionWords words) {
        return new QuestionView(
                q.key(),
                "single",
                words.trueOrNot(),
                q.stem(),
                "",
                Boolean.toString(q.right()),
                List.of(answer("true", "True", null), answer("false", "Not true", null)),
                List.of(
                        new FeedbackView("true", tone(q.right()), q.feedbackTrue()),
                        new FeedbackView("false", tone(!q.right()), q.feedbackFalse())));
    }

    private static QuestionView inOrder(PutInOrder q, QuestionWords words) {
        var keys = q.items().stream().map(Question.Item::key).toList();
        var answers = Mixed.up(q.items(), q.key()).stream()
                .map(item -> answer(item.key(), item.text(), item.picture()))
                .toList();
        return new QuestionView(
                q.key(),
                "order",
                words.putInOrder(),
                q.stem(),
                "Move them with the arrows.",
                String.join(" ", keys),
                answers,
                List.of(
                        new FeedbackView("right", "right", q.feedbackRight()),
                        new FeedbackView("other", "again", q.feedbackOther())));
    }

    private static QuestionView scale(Scale q, QuestionWords words) {
        var answers = new ArrayList<AnswerView>();
        var feedback = new ArrayList<FeedbackView>();
        int points = q.points().size();
        for (int point = 1; point <= points; point++) {
            int upTo = point;
            var bars = IntStream.rangeClosed(1, points)
                    .mapToObj(bar -> bar <= upTo)
                    .toList();
            var words1 = q.points().get(point - 1);
            answers.add(new AnswerView(Integer.toString(point), words1.text(), null, bars));
            feedback.add(new FeedbackView(Integer.toString(point), "told", words1.feedback()));
        }
        return new QuestionView(
                q.key(),
                "scale",
                words.whatYouThink(),
                q.stem(),
                "There is no right or wrong here.",
                "",
                answers,
                feedback);
    }

    private static AnswerView answer(String key, String text, @Nullable Picture picture) {
        return new AnswerView(key, text, picture, List.of());
    }

    private static String tone(boolean right) {
        return right ? "right" : "again";
    }
}
