package uk.thinkuknow.studio.forms;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import uk.thinkuknow.curriculum.lesson.QuestionKind;
import uk.thinkuknow.curriculum.lesson.StepKind;

/** A kind of step or question that can be added to a lesson, with its label. */
public record Addable(String key, String words, boolean question) {
    public static List<Addable> all() {
        return Stream.concat(
                        Arrays.stream(StepKind.values())
                                .filter(kind -> kind != StepKind.QUESTION)
                                .map(kind -> new Addable(kind.key(), Forms.words(kind), false)),
                        Arrays.stream(QuestionKind.values())
                                .map(kind -> new Addable(kind.key(), Forms.words(kind), true)))
                .toList();
    }
}
