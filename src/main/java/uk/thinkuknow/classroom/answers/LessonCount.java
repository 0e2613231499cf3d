package uk.thinkuknow.classroom.answers;

import java.util.Comparator;

/**
 * Something that is counted of a lesson: of the children of any number of sessions, so many did this at this step.
 *
 * @param answer which option was taken, or how long a step took; "" where there is no more to say
 */
public record LessonCount(String step, What what, String answer) implements Comparable<LessonCount> {
    /** What the children did. */
    public enum What {
        /** Saw the step. */
        REACHED,
        /** Came no further, and did not finish the lesson. */
        STOPPED,
        /** Went on to another step after so long. */
        TOOK,
        ANSWERED,
        RIGHT,
        /** Took an option; several by one child where a question asks for several. */
        CHOSE,
        /** Said how sure they were of their answer. */
        SAID_HOW_SURE,
        SURE_AND_WRONG,
        /** Answered at the start and at the end; the step is the one at the end. */
        BOTH,
        HIGHER,
        SAME,
        LOWER,
        BEFORE,
        AFTER
    }

    static LessonCount of(String step, What what) {
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
