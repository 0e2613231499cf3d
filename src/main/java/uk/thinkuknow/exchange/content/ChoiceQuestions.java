package uk.thinkuknow.exchange.content;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Question.Option;

/** Builds a question from a list of answers: a single, multiple or picture choice, true or false, or a poll. */
public final class ChoiceQuestions {
    private static final Set<String> TRUE_WORDS = Set.of("true", "t", "correct", "agree");
    private static final Set<String> FALSE_WORDS = Set.of("false", "f", "not true", "incorrect", "wrong", "disagree");

    private ChoiceQuestions() {}

    /**
     * Returns a multiple choice if several answers may be chosen. Otherwise returns a true-or-false question for two
     * answers such as "true" and "false", a picture choice if every answer has a picture, or else a single choice.
     *
     * @param single whether only one answer may be chosen
     */
    public static Question question(String key, String stem, List<Option> options, boolean single) {
        if (!single) {
            return new Question.MultipleChoice(key, stem, options);
        }
        var so = options.stream()
                .filter(option -> TRUE_WORDS.contains(word(option)))
                .findFirst();
        var not = options.stream()
                .filter(option -> FALSE_WORDS.contains(word(option)))
                .findFirst();
        if (options.size() == 2
                && options.stream().allMatch(option -> option.picture() == null)
                && so.isPresent()
                && not.isPresent()
                && so.get().right() != not.get().right()) {
            return new Question.TrueFalse(
                    key, stem, so.get().right(), so.get().feedback(), not.get().feedback());
        }
        return options.stream().allMatch(option -> option.picture() != null)
                ? new Question.PictureChoice(key, stem, options)
                : new Question.SingleChoice(key, stem, options);
    }

    /** Returns a poll: no answer is right, even if an option says so. */
    public static Question poll(String key, String stem, List<Option> options) {
        return new Question.Poll(
                key,
                stem,
                options.stream()
                        .map(one -> new Question.Choice(one.key(), one.text(), one.picture(), one.feedback()))
                        .toList());
    }

    private static String word(Option option) {
        return option.text().toLowerCase(Locale.ROOT).replaceAll("[.!]$", "").strip();
    }
}
