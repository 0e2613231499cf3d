package uk.thinkuknow.classroom.room;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;

/** The steps and questions of a lesson by step key, for checking events; a place is a step number, from 1. */
public record LessonKeys(Map<String, Integer> places, Map<String, Question> questions, String first, String last) {
    public static LessonKeys of(Lesson lesson) {
        var places = new HashMap<String, Integer>();
        var questions = new HashMap<String, Question>();
        for (var step : lesson.steps()) {
            places.put(step.key(), places.size() + 1);
            if (step instanceof Step.Ask ask) {
                questions.put(step.key(), ask.question());
            }
        }
        return new LessonKeys(
                places,
                questions,
                lesson.steps().getFirst().key(),
                lesson.steps().getLast().key());
    }

    /** The number of a step, from 1; 0 if there is no such step. */
    public int place(@Nullable String step) {
        return step == null ? 0 : places.getOrDefault(step, 0);
    }

    /** The question of a step, if it has this key. */
    @Nullable
    public Question question(String step, @Nullable String key) {
        var question = questions.get(step);
        return question != null && question.key().equals(key) ? question : null;
    }

    /** The key of the question of a step; null if it asks none. */
    @Nullable
    public String questionAt(String step) {
        var question = questions.get(step);
        return question == null ? null : question.key();
    }

    /** The number of the step that asks a question, from 1; 0 if none does. */
    public int placeOfQuestion(String key) {
        return questions.entrySet().stream()
                .filter(asked -> asked.getValue().key().equals(key))
                .mapToInt(asked -> place(asked.getKey()))
                .findFirst()
                .orElse(0);
    }

    public int stepCount() {
        return places.size();
    }

    public int questionCount() {
        return questions.size();
    }
}
