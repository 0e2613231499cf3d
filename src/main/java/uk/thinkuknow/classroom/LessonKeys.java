package uk.thinkuknow.classroom;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.Lesson;
import uk.thinkuknow.curriculum.Question;
import uk.thinkuknow.curriculum.Step;

/** The steps and questions of a lesson by their keys, as each event needs them. */
final class LessonKeys {
    private final Map<String, Integer> steps = new HashMap<>();
    private final Map<String, Question> questionsByStep = new HashMap<>();
    private final String first;
    private final String last;

    LessonKeys(Lesson lesson) {
        for (var step : lesson.steps()) {
            steps.put(step.key(), steps.size() + 1);
            if (step instanceof Step.Ask ask) {
                questionsByStep.put(step.key(), ask.question());
            }
        }
        first = lesson.steps().getFirst().key();
        last = lesson.steps().getLast().key();
    }

    /** The place of a step in the lesson, from 1; 0 if there is no such step. */
    int place(@Nullable String step) {
        return step == null ? 0 : steps.getOrDefault(step, 0);
    }

    /** The question that is asked at a step, if its key is this. */
    @Nullable
    Question question(String step, @Nullable String key) {
        var question = questionsByStep.get(step);
        return question != null && question.key().equals(key) ? question : null;
    }

    /** The key of the question that is asked at a step; null if none is. */
    @Nullable
    String questionAt(String step) {
        var question = questionsByStep.get(step);
        return question == null ? null : question.key();
    }

    /** The place of the step that asks a question, from 1; 0 if none does. */
    int placeOfQuestion(String key) {
        return questionsByStep.entrySet().stream()
                .filter(asked -> asked.getValue().key().equals(key))
                .mapToInt(asked -> place(asked.getKey()))
                .findFirst()
                .orElse(0);
    }

    int stepCount() {
        return steps.size();
    }

    int questionCount() {
        return questionsByStep.size();
    }

    String first() {
        return first;
    }

    String last() {
        return last;
    }
}
