package uk.thinkuknow.classroom.answers;

import java.util.List;

/**
 * What the children of a session answered, counted by option: never which card gave which answer.
 *
 * @param seats how many seats answered anything
 */
public record ClassResult(int seats, List<Asked> questions, List<Pair> pairs) {
    /**
     * A question, how many answered it, and how often each of its answers was given.
     *
     * @param sureWrong how many were sure of an answer that is not right; 0 where nobody was asked
     */
    public record Asked(int step, String stem, int answered, List<Given> answers, int sureWrong) {}

    public record Given(String text, boolean right, int times) {}

    /**
     * A question that was asked at the start and at the end, over the seats that answered it both times; with no such seat,
     * by the hands that were counted.
     *
     * @param higher how many ended nearer to the right answer, or further up the scale; {@code lower} the reverse
     */
    public record Pair(String stem, int seats, int higher, int same, int lower, List<Both> answers) {}

    public record Both(String text, boolean right, int before, int after) {}
}
