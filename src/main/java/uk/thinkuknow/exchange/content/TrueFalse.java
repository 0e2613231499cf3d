package uk.thinkuknow.exchange.content;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.lesson.Question;

/** Finds out whether two answers say no more than that something is so, or not. */
public final class TrueFalse {
    private static final Set<String> SO = Set.of("true", "t", "correct", "agree");
    private static final Set<String> NOT_SO = Set.of("false", "f", "not true", "incorrect", "wrong", "disagree");

    private TrueFalse() {}

    /** The statement, if the answers are "true" and "false" in any order; else nothing. */
    public static Question.@Nullable TrueFalse of(String key, String stem, List<Question.Option> options) {
        if (options.size() != 2 || options.stream().anyMatch(option -> option.picture() != null)) {
            return null;
        }
        var so = options.stream().filter(option -> SO.contains(word(option))).findFirst();
        var notSo =
                options.stream().filter(option -> NOT_SO.contains(word(option))).findFirst();
        if (so.isEmpty() || notSo.isEmpty() || so.get().right() == notSo.get().right()) {
            return null;
        }
        return new Question.TrueFalse(
                key, stem, so.get().right(), so.get().feedback(), notSo.get().feedback());
    }

    private static String word(Question.Option option) {
        return option.text().toLowerCase(Locale.ROOT).replaceAll("[.!]$", "").strip();
    }
}
