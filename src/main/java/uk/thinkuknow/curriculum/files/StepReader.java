package uk.thinkuknow.curriculum.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.BandDesign;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Aim;
import uk.thinkuknow.curriculum.lesson.Narration;
import uk.thinkuknow.curriculum.lesson.Remark;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.curriculum.lesson.StepKind;

/** Reads the steps of a lesson's file, and collects their scripts, recorded voices and objectives. */
final class StepReader {
    private static final List<String> KINDS = StepKind.keys();

    private final PictureReader pictures;
    private final RecordingReader recordings;
    private final QuestionReader questions;
    private final int objectives;
    private final List<Narration> narration = new ArrayList<>();
    private final List<Aim> aims = new ArrayList<>();
    private final Set<String> stepKeys = new HashSet<>();
    private final Set<String> questionKeys = new HashSet<>();

    /** @param objectives the number of objectives the lesson has */
    StepReader(PictureReader pictures, RecordingReader recordings, int objectives) {
        this.pictures = pictures;
        this.recordings = recordings;
        this.questions = new QuestionReader(pictures);
        this.objectives = objectives;
    }

    /** Returns the step; null if its kind is unknown, because the kind decides which fields to read. */
    @Nullable
    Step read(Fields fields) {
        var kind = StepKind.of(
                        fields.oneOf("kind", KINDS, Words.of("files.sayWhatKindOfStep", String.join(", ", KINDS))))
                .orElse(null);
        if (kind == null) {
            return null;
        }
        var key = unique(fields, stepKeys, "step");
        var title = fields.words("title", Words.of("files.giveTheStepAHeading"));
        var notes = fields.text("teacher-notes", Words.of("files.tellTheTeacherWhatToSay"));
        var step = switch (kind) {
            case READ ->
                new Step.Read(
                        key,
                        title,
                        fields.words("text", Words.of("files.writeWhatToRead")),
                        pictures.in(fields),
                        notes);
            case PICTURE -> new Step.Look(key, title, pictures.neededIn(fields), fields.wordsIfAny("text"), notes);
            case TALK_ABOUT_IT ->
                new Step.TalkAboutIt(
                        key,
                        title,
                        fields.words("prompt", Words.of("files.sayWhatToTalkAbout")),
                        pictures.in(fields),
                        notes);
            case RECORDING ->
                new Step.Play(
                        key, title, fields.wordsIfAny("text"), pictures.in(fields), recordings.neededIn(fields), notes);
            case REFLECTION -> reflect(key, title, notes, fields);
            case QUESTION -> ask(key, title, notes, fields);
        };
        narrate(key, fields);
        fields.reportUnknownFields();
        return step;
    }

    /** The scripts and sound of the steps read so far. */
    List<Narration> narration() {
        return List.copyOf(narration);
    }

    /** The objectives of the questions read so far. */
    List<Aim> aims() {
        return List.copyOf(aims);
    }

    private void narrate(String key, Fields fields) {
        var script = fields.has("script") ? fields.textForChildren("script", Words.of("files.sayWhatAGrownUp")) : "";
        var audio = recordings.spokenIn(fields);
        if (!script.isEmpty() || audio != null) {
            narration.add(new Narration(key, script, audio));
        }
    }

    private Step.Reflect reflect(String key, String title, String notes, Fields fields) {
        var young = fields.findings().band() == BandDesign.FROM_FOUR;
        if (young && !fields.has("ideas")) {
            fields.found("ideas", Remark.of("files.isMissing", Words.of("files.childrenBelowEight")));
        }
        return new Step.Reflect(
                key,
                title,
                fields.words("prompt", Words.of("files.sayWhatToThinkAbout")),
                pictures.in(fields),
                fields.has("ideas")
                        ? fields.each(
                                "ideas",
                                2,
                                QuestionReader.most(fields),
                                Words.of("files.giveThoughtsToTick"),
                                this::idea)
                        : List.of(),
                notes);
    }

    private Step.Idea idea(Fields fields) {
        return new Step.Idea(fields.words("text", Words.of("files.writeTheThought")), pictures.in(fields));
    }

    private Step.@Nullable Ask ask(String key, String title, String notes, Fields fields) {
        var scene = fields.wordsIfAny("scene");
        var picture = pictures.in(fields);
        var part = fields.part("question");
        if (part == null) {
            if (!fields.has("question")) {
                fields.found("question", Remark.of("files.isMissing", Words.of("files.aStepOfKindQuestion")));
            }
            return null;
        }
        if (fields.has("objectives")) {
            aims.add(new Aim(key, fields.numbers("objectives", objectives, Words.of("files.writeTheNumberOfAn"))));
        }
        var question = questions.read(part);
        if (question != null) {
            unique(part, question.key(), questionKeys, "question");
        }
        return question == null ? null : new Step.Ask(key, title, scene, picture, question, notes);
    }

    private static String unique(Fields fields, Set<String> seen, String what) {
        var key = fields.key("key");
        unique(fields, key, seen, what);
        return key;
    }

    private static void unique(Fields fields, String key, Set<String> seen, String what) {
        if (!key.isEmpty() && !seen.add(key)) {
            fields.found("key", Remark.of("files.isTheKeyOfAn", what, key));
        }
    }
}
