package uk.thinkuknow.classroom.player;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.BandDesign;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Markdown;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.Recording;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.curriculum.lesson.StepKind;

/**
 * A step of a lesson made ready to show on a child's page and on the wall: its number, text, picture, question and
 * language.
 */
public record PlayerStep(
        int number,
        Step step,
        RawString text,
        @Nullable Picture picture,
        @Nullable QuestionView question,
        Extra extra,
        Language language) {
    public String key() {
        return step.key();
    }

    public String title() {
        return step.title();
    }

    public StepKind kind() {
        return StepKind.of(step);
    }

    /** The parts that only some kinds of step have: a recording, or ideas to tick and a field to write in. */
    record Extra(@Nullable Recording recording, RawString transcript, List<Step.Idea> ideas, boolean writes) {
        static final Extra NONE = of(List.of(), false);

        static Extra of(Recording recording) {
            return new Extra(recording, Markdown.html(recording.transcript()), List.of(), false);
        }

        static Extra of(List<Step.Idea> ideas, boolean writes) {
            return new Extra(null, new RawString(""), ideas, writes);
        }
    }

    public static List<PlayerStep> of(Lesson lesson) {
        var views = new ArrayList<PlayerStep>();
        for (var step : lesson.steps()) {
            views.add(of(views.size() + 1, step, lesson));
        }
        return views;
    }

    /** The part below the heading, rendered from the template of its kind. */
    public RawString getBody() {
        return new RawString(StepBodies.of(this).setLocale(language.key()).render());
    }

    /** Returns whether the picture is beside the heading; in a picture or recording step it is the content. */
    public boolean isBeside() {
        return picture != null && kind() != StepKind.PICTURE && kind() != StepKind.RECORDING;
    }

    /** Returns whether the wall shows the picture beside the text; a recording uses it as its cover. */
    public boolean isShown() {
        return picture != null && kind() != StepKind.RECORDING;
    }

    /** Returns whether it is a question without a picture or text before it, so that its answers can use the space. */
    public boolean isLean() {
        return question != null && picture == null && text.getValue().isEmpty();
    }

    /** The line above the heading; "" if there is none. */
    public String getKicker() {
        return switch (kind()) {
            case READ, PICTURE -> "";
            case TALK_ABOUT_IT -> Words.in(language, "question.talkAboutIt");
            case RECORDING ->
                extra.recording() != null && extra.recording().film()
                        ? Words.in(language, "question.watch")
                        : Words.in(language, "question.listen");
            case REFLECTION -> Words.in(language, "question.justForYou");
            case QUESTION -> question == null ? "" : question.lines().kicker();
        };
    }

    /** The request to the class, written after the number of the step on the wall. */
    public String getWallKicker() {
        return switch (kind()) {
            case READ, PICTURE -> "";
            case TALK_ABOUT_IT -> ", " + Words.in(language, "wall.talkAboutIt");
            case RECORDING -> ", " + Words.in(language, "wall.watchAndListen");
            case REFLECTION -> ", " + Words.in(language, "wall.thinkAlone");
            // Orders and places are talked about first; hands for them are counted once the answer is shown.
            case QUESTION ->
                ", "
                        + (question != null && question.isByPlace()
                                ? Words.in(language, "wall.talkAboutIt")
                                : Words.in(language, "wall.handsUp"));
        };
    }

    /** The two options for which hands are counted once an order or places are shown. */
    public List<HandOption> getHad() {
        return List.of(
                new HandOption(LiveQuestion.HAD_IT, Words.in(language, "wall.hadIt")),
                new HandOption(LiveQuestion.NOT_YET, Words.in(language, "wall.notYet")));
    }

    /** An option for which hands are counted, with the key under which they are stored. */
    record HandOption(String key, String text) {}

    public boolean isFirst() {
        return number == 1;
    }

    private static PlayerStep of(int number, Step step, Lesson lesson) {
        return switch (step) {
            case Step.Read s -> view(lesson, number, s, s.text(), s.picture(), Extra.NONE);
            case Step.Look s -> view(lesson, number, s, s.text(), s.picture(), Extra.NONE);
            case Step.TalkAboutIt s -> view(lesson, number, s, s.prompt(), s.picture(), Extra.NONE);
            case Step.Play s -> view(lesson, number, s, s.text(), s.picture(), Extra.of(s.recording()));
            case Step.Reflect s ->
                view(
                        lesson,
                        number,
                        s,
                        s.prompt(),
                        s.picture(),
                        Extra.of(s.ideas(), !BandDesign.FROM_FOUR.isOf(lesson.band())));
            case Step.Ask s -> view(lesson, number, s, s.scene(), s.picture(), Extra.NONE);
        };
    }

    /** The picture; null if there is none or it has no file yet, as in a draft lesson. */
    static @Nullable Picture shown(@Nullable Picture picture) {
        return picture == null || picture.file().isEmpty() ? null : picture;
    }

    private static Language languageOf(Lesson lesson) {
        return Language.of(lesson.language()).orElse(Language.ENGLISH);
    }

    private static PlayerStep view(
            Lesson lesson, int number, Step step, String text, @Nullable Picture picture, Extra extra) {
        var language = languageOf(lesson);
        var question =
                step instanceof Step.Ask ask ? QuestionViewFactory.of(ask.question(), lesson.band(), language) : null;
        return new PlayerStep(number, step, Markdown.html(text), shown(picture), question, extra, language);
    }
}
