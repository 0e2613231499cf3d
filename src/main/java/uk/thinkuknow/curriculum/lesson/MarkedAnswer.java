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
public record MarkedAnswer(boolean acceptable, @Nullable Boolean correct, List<String> chosen) {
    static final MarkedAnswer NOT_AN_ANSWER = new MarkedAnswer(false, null, List.of());

    static MarkedAnswer scored(boolean correct, List<String> chosen) {
        return new MarkedAnswer(true, correct, chosen);
    }

    static MarkedAnswer unscored(List<String> chosen) {
        return new MarkedAnswer(true, null, chosen);
    }
}
