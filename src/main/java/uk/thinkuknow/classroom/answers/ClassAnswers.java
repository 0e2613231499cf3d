package uk.thinkuknow.classroom.answers;

import java.util.List;

/**
 * How the children of a session answered, as counts by option; it does not say which card gave which answer.
 *
 * @param seats seats that answered at least one question
 */
public record ClassAnswers(int seats, List<Asked> questions, List<Pair> pairs) {
    /**
     * A question with the number of seats that answered it and the count of each answer.
     *
     * @param step its step number, from 1
     * @param sureWrong seats that were sure of a wrong answer; 0 if the lesson does not ask how sure they are
     */
    public record Asked(int step, String stem, int answered, List<Given> answers, int sureWrong) {}

    /** An option of a question and how many chose it. */
    public record Given(String text, boolean right, int times) {}

    /**
     * A question asked at the start and again at the end, counted over the seats that answered both times, or, if there
     * is no such seat, by the hands counted in class.
     *
     * @param seats seats that answered both times; 0 if hands are counted
     * @param higher seats that moved from wrong to right, or up the scale; {@code lower} the reverse
     */
    public record Pair(String stem, int seats, int higher, int same, int lower, List<Both> answers) {}

    /** An option of a question asked twice, and how many chose it at the start and at the end. */
    public record Both(String text, boolean right, int before, int after) {}
}
