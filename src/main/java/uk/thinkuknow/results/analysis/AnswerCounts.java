package uk.thinkuknow.results.analysis;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.thinkuknow.classroom.answers.LessonCount;
import uk.thinkuknow.classroom.answers.LessonCount.CountKind;
import uk.thinkuknow.classroom.answers.StepTime;

/**
 * The exact numbers of children who gave each answer or reached each step of one module version in one period. Only
 * shares made of them leave this package.
 */
record AnswerCounts(Map<LessonCount, Integer> children) {
    static final AnswerCounts NONE = new AnswerCounts(Map.of());

    /** Returns the sum of both. */
    AnswerCounts and(AnswerCounts other) {
        var all = new TreeMap<>(children);
        other.children.forEach((what, more) -> all.merge(what, more, Integer::sum));
        return new AnswerCounts(all);
    }

    int of(String step, CountKind what) {
        return of(step, what, "");
    }

    int of(String step, CountKind what, String answer) {
        return children.getOrDefault(new LessonCount(step, what, answer), 0);
    }

    Optional<Share> share(String step, CountKind part, CountKind whole) {
        return Share.of(of(step, part), of(step, whole));
    }

    Optional<Share> share(String step, CountKind part, String answer, CountKind whole) {
        return Share.of(of(step, part, answer), of(step, whole));
    }

    /** Returns how many children began the lesson: as many as saw the step that most have seen. */
    int began() {
        return children.entrySet().stream()
                .filter(each -> each.getKey().what() == CountKind.REACHED)
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    /** Returns the range in which the median time at a step is; empty if fewer than 40 children went on from it. */
    Optional<StepTime> time(String step) {
        int all = 0;
        for (var time : StepTime.values()) {
            all += of(step, CountKind.TOOK, time.name());
        }
        if (all < Share.CHILDREN_AT_LEAST) {
            return Optional.empty();
        }
        int until = 0;
        for (var time : StepTime.values()) {
            until += of(step, CountKind.TOOK, time.name());
            if (2 * until >= all) {
                return Optional.of(time);
            }
        }
        return Optional.empty();
    }
}
