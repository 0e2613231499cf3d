package uk.thinkuknow.classroom.room;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;

/** The steps and questions of a lesson by their keys, as each event needs them. */
public final class LessonKeys {
    private final Map<String, Integer> steps = new HashMap<>();
    private final Map<String, Question> questionsByStep = new HashMap<>();
    private final String first;
    private final String last;

    public LessonKeys(Lesson lesson) {
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
    public int place(@Nullable String step) {
        return step == null ? 0 : steps.getOrDefault(step, 0);
    }

    /** The question that is asked at a step, if its key is this. */
    @Nullable
    public Question question(String step, @Nullable String key) {
        var question = questionsByStep.get(step);
        return question != null && question.key().equals(key) ? question : null;
    }

    /** The key of the question that is asked at a step; null if none is. */
    @Nullable
    public String questionAt(String step) {
        var question = questionsByStep.get(step);
        return question == null ? null : question.key();
    }

    /** The place of the step that asks a question, from 1; 0 if none does. */
    public int placeOfQuestion(String key) {
        return questionsByStep.entrySet().stream()
                .filter(asked -> asked.getValue().key().equals(key))
                .mapToInt(asked -> place(asked.getKey()))
                .findFirst()
                .orElse(0);
    }

    public int stepCount() {
        return steps.size();
    }

    public int questionCount() {
        return questionsByStep.size();
    }

    public String first() {
        return first;
    }

    public String last() {
        return last;
    }
}
