package uk.thinkuknow.classroom.answers;

import java.util.Comparator;

/**
 * Names one count over the sessions of a lesson: the step and the kind of the count, for example the children who saw
 * that step. A map from it to a number holds the counts.
 *
 * @param answer the key of the chosen option, or the name of a {@link StepTime}; "" for the other counts
 */
public record LessonCount(String step, CountKind what, String answer) implements Comparable<LessonCount> {
    /** The kind of a count. */
    public enum CountKind {
        /** Saw the step. */
        REACHED,
        /** Got no further than this step and did not finish the lesson. */
        STOPPED,
        /** Spent this long on the step before they first saw another or finished. */
        TOOK,
        ANSWERED,
        RIGHT,
        /** Chose an option; one child counts several times if the question allows several answers. */
        CHOSE,
        /** Said how sure they were of their answer. */
        SAID_HOW_SURE,
        SURE_AND_WRONG,
        /** Answered at the start and at the end; the count is kept under the step at the end. */
        BOTH,
        HIGHER,
        SAME,
        LOWER,
        BEFORE,
        AFTER
    }

    static LessonCount of(String step, CountKind what) {
        return new LessonCount(step, what, "");
    }

    @Override
    public int compareTo(LessonCount other) {
        return Comparator.comparing(LessonCount::step)
                .thenComparing(LessonCount::what)
                .thenComparing(LessonCount::answer)
                .compare(this, other);
    }
}
