package uk.thinkuknow.exchange.content;

import java.util.ArrayList;
import java.util.List;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;

/** Turns a branching story into one step for each scene, for formats that cannot branch. */
public final class StoryScenes {
    private StoryScenes() {}

    /**
     * Returns the scenes in the order of the lesson: a scene with turns becomes a question, one without becomes a text
     * to read.
     */
    public static List<Step> of(Step.Ask ask, Question.Story story) {
        var steps = new ArrayList<Step>();
        for (var scene : story.scenes()) {
            boolean first = steps.isEmpty();
            var key = first ? ask.key() : new UniqueKeys().keyFor(ask.key() + "-" + scene.key(), "scene");
            var notes = first ? ask.teacherNotes() : "";
            var text = first ? RichText.together(ask.scene(), scene.text()) : scene.text();
            var picture = scene.picture() == null && first ? ask.picture() : scene.picture();
            if (scene.turns().isEmpty()) {
                steps.add(new Step.Read(key, ask.title(), text, picture, notes));
            } else {
                steps.add(new Step.Ask(key, ask.title(), text, picture, question(story, scene, key), notes));
            }
        }
        return steps;
    }

    private static Question question(Question.Story story, Question.Scene scene, String key) {
        var options = scene.turns().stream()
                .map(turn -> new Question.Option(turn.key(), turn.text(), null, turn.best(), turn.feedback()))
                .toList();
        if (!story.scored()) {
            return ChoiceQuestions.poll(key, story.stem(), options);
        }
        return options.stream().filter(Question.Option::right).count() == 1
                ? new Question.SingleChoice(key, story.stem(), options)
                : new Question.MultipleChoice(key, story.stem(), options);
    }
}
