package uk.thinkuknow.curriculum;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A step as its teacher reads it: what children see, the answers with the right ones marked, and the notes. */
record StepView(
        int number,
        String key,
        String title,
        String kind,
        RawString text,
        @Nullable Picture picture,
        @Nullable QuestionView question,
        RawString notes) {

    /** A question and the answers children may give. */
    record QuestionView(String stem, String kind, List<AnswerView> answers, List<String> told) {
        /** The right answers in a line, as the answer sheet has them. */
        public String right() {
            var right = answers.stream()
                    .filter(AnswerView::right)
                    .map(answer -> answer.sign() + " " + answer.text())
                    .toList();
            return right.isEmpty() ? "No right answer: children say how they feel" : String.join(" · ", right);
        }
    }

    /** One answer; its sign is what a class can call out: a letter, or a place in the order. */
    record AnswerView(String sign, String text, @Nullable Picture picture, boolean right, String feedback) {}

    static List<StepView> of(Lesson lesson) {
        return IntStream.range(0, lesson.steps().size())
                .mapToObj(i -> of(i + 1, lesson.steps().get(i)))
                .toList();
    }

    private static StepView of(int number, Step step) {
        return switch (step) {
            case Step.Read s -> view(number, s, "Read", s.text(), s.picture(), null);
            case Step.Look s -> view(number, s, "Look", s.text(), s.picture(), null);
            case Step.TalkAboutIt s -> view(number, s, "Talk about it", s.prompt(), s.picture(), null);
            case Step.Ask s -> view(number, s, "Question", s.scene(), s.picture(), question(s.question()));
        };
    }

    private static StepView view(
            int number,
            Step step,
            String kind,
            String text,
            @Nullable Picture picture,
            @Nullable QuestionView question) {
        return new StepView(
                number,
                step.key(),
                step.title(),
                kind,
                Markdown.html(text),
                picture,
                question,
                Markdown.html(step.teacherNotes()));
    }

    private static QuestionView question(Question question) {
        return switch (question) {
            case Question.SingleChoice q -> new QuestionView(q.stem(), "One is right", options(q.options()), List.of());
            case Question.MultipleChoice q ->
                new QuestionView(q.stem(), "Several may be right", options(q.options()), List.of());
            case Question.TrueFalse q ->
                new QuestionView(
                        q.stem(),
                        "True or false",
                        List.of(
                                new AnswerView("A", "True", null, q.right(), q.feedbackTrue()),
                                new AnswerView("B", "False", null, !q.right(), q.feedbackFalse())),
                        List.of());
            case Question.PutInOrder q ->
                new QuestionView(
                        q.stem(),
                        "Put in order",
                        IntStream.range(0, q.items().size())
                                .mapToObj(i -> item(i + 1, q.items().get(i)))
                                .toList(),
                        List.of("In the right order: " + q.feedbackRight(), "In another order: " + q.feedbackOther()));
            case Question.Scale q ->
                new QuestionView(
                        q.stem(),
                        "How do you feel: not scored",
                        IntStream.range(0, q.points().size())
                                .mapToObj(i -> point(i + 1, q.points().get(i)))
                                .toList(),
                        List.of());
        };
    }

    private static List<AnswerView> options(List<Question.Option> options) {
        return IntStream.range(0, options.size())
                .mapToObj(i -> option(String.valueOf((char) ('A' + i)), options.get(i)))
                .toList();
    }

    private static AnswerView option(String sign, Question.Option option) {
        return new AnswerView(sign, option.text(), option.picture(), option.right(), option.feedback());
    }

    private static AnswerView item(int place, Question.Item item) {
        return new AnswerView(Integer.toString(place), item.text(), item.picture(), true, "");
    }

    private static AnswerView point(int number, Question.Point point) {
        return new AnswerView(Integer.toString(number), point.text(), null, false, point.feedback());
    }
}
