package uk.thinkuknow.curriculum.lesson;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of marking an answer.
 *
 * @param acceptable whether it is a possible answer to this question
 * @param correct null if nothing is right or wrong (a scale, a poll, a story without a best path), or the answer is not
 *     acceptable
 * @param chosen the keys picked, in the child's order; "true" or "false"; the number of a scale's point; "item=place"
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
