package uk.thinkuknow.classroom;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import uk.thinkuknow.curriculum.Lesson;
import uk.thinkuknow.curriculum.Markdown;
import uk.thinkuknow.curriculum.Step;

/** A step of the lesson as the teacher's list of steps shows it. */
record LiveStep(int number, String key, String title, boolean question, RawString notes) {

    static List<LiveStep> of(Lesson lesson) {
        var steps = new ArrayList<LiveStep>();
        for (var step : lesson.steps()) {
            steps.add(new LiveStep(
                    steps.size() + 1,
                    step.key(),
                    step.title(),
                    step instanceof Step.Ask,
                    Markdown.html(notes(lesson, step))));
        }
        return steps;
    }

    /** What she reads aloud comes first. */
    private static String notes(Lesson lesson, Step step) {
        var script = lesson.narrationOf(step.key()).script();
        return script.isEmpty() ? step.teacherNotes() : "**Read aloud:** " + script + "\n\n" + step.teacherNotes();
    }
}
