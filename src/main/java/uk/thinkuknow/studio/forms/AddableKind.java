package uk.thinkuknow.studio.forms;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import uk.thinkuknow.curriculum.lesson.QuestionKind;
import uk.thinkuknow.curriculum.lesson.StepKind;

/** A kind of step or question that can be added to a lesson, with its label. */
public record AddableKind(String key, String words, boolean question) {
    public static List<AddableKind> all() {
        return Stream.concat(
                        Arrays.stream(StepKind.values())
                                .filter(kind -> kind != StepKind.QUESTION)
                                .map(kind -> new AddableKind(kind.key(), LessonForms.words(kind), false)),
                        Arrays.stream(QuestionKind.values())
                                .map(kind -> new AddableKind(kind.key(), LessonForms.words(kind), true)))
                .toList();
    }
}
