package uk.thinkuknow.classroom;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.Lesson;
import uk.thinkuknow.curriculum.Markdown;
import uk.thinkuknow.curriculum.Picture;
import uk.thinkuknow.curriculum.Step;

/**
 * One screen of a lesson as its page shows it.
 *
 * @param kind read, picture, talk-about-it or question
 */
record StepView(
        int number,
        String key,
        String kind,
        String title,
        RawString text,
        @Nullable Picture picture,
        @Nullable QuestionView question) {

    static List<StepView> of(Lesson lesson) {
        var views = new ArrayList<StepView>();
        for (var step : lesson.steps()) {
            views.add(of(views.size() + 1, step, lesson.band()));
        }
        return views;
    }

    public boolean isFirst() {
        return number == 1;
    }

    private static StepView of(int number, Step step, String band) {
        return switch (step) {
            case Step.Read s ->
                new StepView(number, s.key(), "read", s.title(), Markdown.html(s.text()), s.picture(), null);
            case Step.Look s ->
                new StepView(number, s.key(), "picture", s.title(), Markdown.html(s.text()), s.picture(), null);
            case Step.TalkAboutIt s ->
                new StepView(number, s.key(), "talk-about-it", s.title(), Markdown.html(s.prompt()), s.picture(), null);
            case Step.Ask s ->
                new StepView(
                        number,
                        s.key(),
                        "question",
                        s.title(),
                        Markdown.html(s.scene()),
                        s.picture(),
                        QuestionView.of(s.question(), band));
        };
    }
}
