package uk.thinkuknow.curriculum.files;

import java.util.List;
import java.util.stream.Collectors;
import uk.thinkuknow.common.Refused;

/** Thrown to refuse to publish or edit a lesson's folder that has problems, and lists all of them. */
public final class LessonFaulty extends Refused {
    private final transient List<Problem> problems;

    public LessonFaulty(String folder, List<Problem> problems) {
        super(
                "files.notPublishable",
                folder,
                problems.stream().map(Problem::toString).collect(Collectors.joining(" · ")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
