package uk.thinkuknow.classroom.player;

import io.quarkus.qute.RawString;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Markdown;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.Recording;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.curriculum.lesson.StepKind;

/** One screen of a lesson as its page shows it. */
public record StepView(
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

    /** What only some kinds of step have: something to play, thoughts to tick. */
    record Extra(@Nullable Recording recording, RawString transcript, List<Step.Idea> ideas, boolean writes) {
        static final Extra NONE = of(List.of(), false);

        static Extra of(Recording recording) {
            return new Extra(recording, Markdown.html(recording.transcript()), List.of(), false);
        }

        static Extra of(List<Step.Idea> ideas, boolean writes) {
            return new Extra(null, new RawString(""), ideas, writes);
        }
    }

    public static List<StepView> of(Lesson lesson) {
        var views = new ArrayList<StepView>();
        for (var step : lesson.steps()) {
            views.add(of(views.size() + 1, step, lesson));
        }
        return views;
    }

    /** What is below the heading, by the template of its kind. */
    public RawString getBody() {
        return new RawString(StepBodies.of(this).setLocale(language.key()).render());
    }

    /** Does its picture stand beside the heading? Elsewhere it is what the step is about. */
    public boolean isBeside() {
        return picture != null && kind() != StepKind.PICTURE && kind() != StepKind.RECORDING;
    }

    /** Does its picture stand beside the words on the wall? A film has it as its cover. */
    public boolean isShown() {
        return picture != null && kind() != StepKind.RECORDING;
    }

    /** A question with nothing to look at or read before it, whose answers may have the room. */
    public boolean isLean() {
        return question != null && picture == null && text.getValue().isEmpty();
    }

    /** The line above the heading; "" where there is none. */
    public String getKicker() {
        return switch (kind()) {
            case READ, PICTURE -> "";
            case TALK_ABOUT_IT -> said().talkAboutIt();
            case RECORDING -> extra.recording() != null && extra.recording().film() ? said().watch() : said().listen();
            case REFLECTION -> said().justForYou();
            case QUESTION -> question == null ? "" : question.lines().kicker();
        };
    }

    /** What the class is asked to do, behind the number of the step on the wall. */
    public String getWallKicker() {
        return switch (kind()) {
            case READ, PICTURE -> "";
            case TALK_ABOUT_IT -> ", " + wall().talkAboutIt();
            case RECORDING -> ", " + wall().watchAndListen();
            case REFLECTION -> ", " + wall().thinkAlone();
            // What has an order or places is talked about first; who had it so is counted once the answer is shown.
            case QUESTION ->
                ", " + (question != null && question.isByPlace() ? wall().talkAboutIt() : wall().handsUp());
        };
    }

    /** What hands are counted for once the answer is shown, where things have an order or places. */
    public List<Had> getHad() {
        return List.of(new Had(LiveQuestion.HAD_IT, wall().hadIt()), new Had(LiveQuestion.NOT_YET, wall().notYet()));
    }

    /** One of two ways in which it can have been, by the key under which its hands are kept. */
    record Had(String key, String text) {}

    private QuestionMessages said() {
        return QuestionWords.in(language);
    }

    private WallMessages wall() {
        return MessageBundles.get(WallMessages.class, Localized.Literal.of(language.key()));
    }

    public boolean isFirst() {
        return number == 1;
    }

    private static StepView of(int number, Step step, Lesson lesson) {
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
                        Extra.of(s.ideas(), !lesson.band().equals("4-7")));
            case Step.Ask s -> view(lesson, number, s, s.scene(), s.picture(), Extra.NONE);
        };
    }

    /** While a lesson is written, a picture may have no file yet. */
    static @Nullable Picture shown(@Nullable Picture picture) {
        return picture == null || picture.file().isEmpty() ? null : picture;
    }

    private static Language languageOf(Lesson lesson) {
        return Language.of(lesson.language()).orElse(Language.ENGLISH);
    }

    private static StepView view(
            Lesson lesson, int number, Step step, String text, @Nullable Picture picture, Extra extra) {
        var language = languageOf(lesson);
        var question = step instanceof Step.Ask ask ? QuestionViews.of(ask.question(), lesson.band(), language) : null;
        return new StepView(number, step, Markdown.html(text), shown(picture), question, extra, language);
    }
}
