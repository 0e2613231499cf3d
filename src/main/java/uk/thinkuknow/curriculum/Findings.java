package uk.thinkuknow.curriculum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found in a folder so far, and the band whose limits the words must keep. */
final class Findings {
    private static final int MOST = 200;

    private final List<Problem> problems = new ArrayList<>();
    private @Nullable Band band;

    void add(String file, String field, int line, String what) {
        if (problems.size() < MOST) {
            problems.add(new Problem(file, field, line, what));
        }
    }

    /** Sets the limits for what is read from now on. */
    void readFor(@Nullable Band ages) {
        band = ages;
    }

    @Nullable
    Band band() {
        return band;
    }

    boolean none() {
        return problems.isEmpty();
    }

    /** Those of the module's file first, in its order, then those of the pictures. */
    List<Problem> inOrder() {
        return problems.stream()
                .sorted(Comparator.comparing(
                                (Problem problem) -> !problem.file().equals(LessonFolder.MODULE))
                        .thenComparing(Problem::file)
                        .thenComparing(Problem::line))
                .toList();
    }
}
