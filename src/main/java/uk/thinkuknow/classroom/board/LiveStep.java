package uk.thinkuknow.classroom.board;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Markdown;
import uk.thinkuknow.curriculum.lesson.Step;

/**
 * A step of the lesson in the teacher's list of steps.
 *
 * @param asks its question, if another step has the same title; otherwise, or if it asks none, ""
 */
record LiveStep(int number, String key, String title, boolean question, String asks, String notesText) {

    static List<LiveStep> of(Lesson lesson) {
        var titles = lesson.steps().stream().collect(Collectors.groupingBy(Step::title, Collectors.counting()));
        var steps = new ArrayList<LiveStep>();
        for (var step : lesson.steps()) {
            boolean alone = titles.getOrDefault(step.title(), 0L) == 1;
            steps.add(new LiveStep(
                    steps.size() + 1,
                    step.key(),
                    step.title(),
                    step instanceof Step.Ask,
                    step instanceof Step.Ask ask && !alone ? ask.question().stem() : "",
                    notesOf(lesson, step)));
        }
        return steps;
    }

    /** The teacher's notes on the step, as HTML. */
    public RawString getNotes() {
        return Markdown.html(notesText);
    }

    /** The teacher's notes as Markdown, after the text to read aloud, if the step has one. */
    private static String notesOf(Lesson lesson, Step step) {
        var script = lesson.narrationOf(step.key()).script();
        return script.isEmpty() ? step.teacherNotes() : Words.of("board.readAloud", script, step.teacherNotes());
    }
}
