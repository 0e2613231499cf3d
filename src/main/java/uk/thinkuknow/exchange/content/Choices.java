package uk.thinkuknow.exchange.content;

import java.util.List;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Question.Option;

/** Which kind of question fits answers to choose from. */
public final class Choices {
    private Choices() {}

    /** One of them or several; pictures where each answer has one. */
    public static Question question(String key, String stem, List<Option> options, boolean single) {
        if (!single) {
            return new Question.MultipleChoice(key, stem, options);
        }
        boolean pictured = options.stream().allMatch(option -> option.picture() != null);
        return pictured
                ? new Question.PictureChoice(key, stem, options)
                : new Question.SingleChoice(key, stem, options);
    }
}
