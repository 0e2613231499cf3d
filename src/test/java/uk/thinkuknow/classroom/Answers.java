package uk.thinkuknow.classroom;

import uk.thinkuknow.curriculum.Question;

/** A right answer to any question, in the form in which a page sends it. */
public final class Answers {
    private Answers() {}

    public static Object rightFor(Question question) {
        return switch (question) {
            case Question.SingleChoice one ->
                one.options().stream()
                        .filter(Question.Option::right)
                        .findFirst()
                        .orElseThrow()
                        .key();
            case Question.MultipleChoice several ->
                several.options().stream()
                        .filter(Question.Option::right)
                        .map(Question.Option::key)
                        .toList();
            case Question.TrueFalse statement -> String.valueOf(statement.right());
            case Question.PutInOrder order ->
                order.items().stream().map(Question.Item::key).toList();
            case Question.Scale scale -> scale.points().size();
        };
    }
}
