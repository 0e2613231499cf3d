package uk.thinkuknow.curriculum.lesson;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer is worth.
 *
 * @param acceptable is it an answer to this question at all?
 * @param correct null where nothing is right or wrong: a scale, a poll, a story without a best way, or an answer that is not
 *     acceptable
 * @param chosen the keys picked, in the child's order; "true" or "false"; the number of a scale's point; "thing=place"
 */
public record Marked(boolean acceptable, @Nullable Boolean correct, List<String> chosen) {
    static final Marked NOT_AN_ANSWER = new Marked(false, null, List.of());

    static Marked scored(boolean correct, List<String> chosen) {
        return new Marked(true, correct, chosen);
    }

    static Marked unscored(List<String> chosen) {
        return new Marked(true, null, chosen);
    }
}
