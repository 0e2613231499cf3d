package uk.thinkuknow.curriculum.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Lists or replaces every picture in a step, including those of its answers. */
public final class StepPictures {
    private final UnaryOperator<Picture> change;

    private StepPictures(UnaryOperator<Picture> change) {
        this.change = change;
    }

    /** Returns the pictures in the order they are shown. */
    static List<Picture> all(List<Step> steps) {
        var found = new ArrayList<Picture>();
        steps.forEach(step -> changed(step, picture -> {
            found.add(picture);
            return picture;
        }));
        return found;
    }

    /** Returns a copy of the step with each picture replaced by the function's result. */
    public static Step changed(Step step, UnaryOperator<Picture> change) {
        return new StepPictures(change).step(step);
    }

    private Step step(Step step) {
        return switch (step) {
            case Step.Read s -> new Step.Read(s.key(), s.title(), s.text(), of(s.picture()), s.teacherNotes());
            case Step.Look s ->
                new Step.Look(s.key(), s.title(), change.apply(s.picture()), s.text(), s.teacherNotes());
            case Step.TalkAboutIt s ->
                new Step.TalkAboutIt(s.key(), s.title(), s.prompt(), of(s.picture()), s.teacherNotes());
            case Step.Play s ->
                new Step.Play(s.key(), s.title(), s.text(), of(s.picture()), s.recording(), s.teacherNotes());
            case Step.Reflect s ->
                new Step.Reflect(s.key(), s.title(), s.prompt(), of(s.picture()), ideas(s.ideas()), s.teacherNotes());
            case Step.Ask s ->
                new Step.Ask(s.key(), s.title(), s.scene(), of(s.picture()), question(s.question()), s.teacherNotes());
        };
    }

    private Question question(Question question) {
        return switch (question) {
            case Question.SingleChoice q -> new Question.SingleChoice(q.key(), q.stem(), options(q.options()));
            case Question.PictureChoice q -> new Question.PictureChoice(q.key(), q.stem(), options(q.options()));
            case Question.MultipleChoice q -> new Question.MultipleChoice(q.key(), q.stem(), options(q.options()));
            case Question.PutInOrder q ->
                new Question.PutInOrder(
                        q.key(),
                        q.stem(),
                        q.items().stream()
                                .map(item -> new Question.Item(item.key(), item.text(), of(item.picture())))
                                .toList(),
                        q.feedbackRight(),
                        q.feedbackOther());
            case Question.Match q ->
                new Question.Match(
                        q.key(), q.stem(), q.pairs().stream().map(this::pair).toList());
            case Question.Sort q ->
                new Question.Sort(
                        q.key(),
                        q.stem(),
                        q.groups().stream()
                                .map(group -> new Question.Group(group.key(), group.text(), of(group.picture())))
                                .toList(),
                        q.items().stream().map(this::sorted).toList());
            case Question.SpotIt q -> new Question.SpotIt(q.key(), q.stem(), change.apply(q.picture()), q.spots());
            case Question.Poll q ->
                new Question.Poll(
                        q.key(),
                        q.stem(),
                        q.choices().stream().map(this::choice).toList());
            case Question.Story q ->
                new Question.Story(
                        q.key(),
                        q.stem(),
                        q.scenes().stream()
                                .map(scene -> new Question.Scene(
                                        scene.key(), scene.text(), of(scene.picture()), scene.turns()))
                                .toList());
            case Question.TrueFalse q -> q;
            case Question.FillTheGap q -> q;
            case Question.Scale q -> q;
        };
    }

    private List<Question.Option> options(List<Question.Option> options) {
        return options.stream()
                .map(option -> new Question.Option(
                        option.key(), option.text(), of(option.picture()), option.right(), option.feedback()))
                .toList();
    }

    private List<Step.Idea> ideas(List<Step.Idea> ideas) {
        return ideas.stream()
                .map(idea -> new Step.Idea(idea.text(), of(idea.picture())))
                .toList();
    }

    private Question.Pair pair(Question.Pair pair) {
        return new Question.Pair(
                pair.key(),
                pair.text(),
                of(pair.picture()),
                pair.partner(),
                of(pair.partnerPicture()),
                pair.feedback());
    }

    private Question.Sorted sorted(Question.Sorted item) {
        return new Question.Sorted(item.key(), item.text(), of(item.picture()), item.group(), item.feedback());
    }

    private Question.Choice choice(Question.Choice choice) {
        return new Question.Choice(choice.key(), choice.text(), of(choice.picture()), choice.feedback());
    }

    private @Nullable Picture of(@Nullable Picture picture) {
        return picture == null ? null : change.apply(picture);
    }
}
