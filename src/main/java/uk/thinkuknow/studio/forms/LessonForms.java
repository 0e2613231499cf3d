package uk.thinkuknow.studio.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.HelpRoute;
import uk.thinkuknow.curriculum.lesson.QuestionKind;
import uk.thinkuknow.curriculum.lesson.StepKind;
import uk.thinkuknow.curriculum.lesson.Strand;
import uk.thinkuknow.studio.forms.FormField.Choice;
import uk.thinkuknow.studio.forms.FormField.Key;
import uk.thinkuknow.studio.forms.FormField.Line;
import uk.thinkuknow.studio.forms.FormField.Number;
import uk.thinkuknow.studio.forms.FormField.OneOf;
import uk.thinkuknow.studio.forms.FormField.Part;
import uk.thinkuknow.studio.forms.FormField.Parts;
import uk.thinkuknow.studio.forms.FormField.SomeOf;
import uk.thinkuknow.studio.forms.FormField.Sound;
import uk.thinkuknow.studio.forms.FormField.Text;
import uk.thinkuknow.studio.forms.FormField.Texts;
import uk.thinkuknow.studio.forms.FormField.Tick;

import static uk.thinkuknow.studio.forms.QuestionFormFields.line;
import static uk.thinkuknow.studio.forms.QuestionFormFields.markdown;
import static uk.thinkuknow.studio.forms.QuestionFormFields.parts;
import static uk.thinkuknow.studio.forms.QuestionFormFields.picture;

/**
 * Lists the fields of the studio's forms: for the lesson itself and for each kind of step. A new kind does not compile
 * until it has a form.
 */
public final class LessonForms {
    /** The field shown only to those who may lock lessons. */
    public static final String LOCKED = "locked";

    private LessonForms() {}

    /** Returns the form of the lesson itself: age band, objectives, notes, ending, help and licence. */
    public static List<FormField> lesson(Collection<String> bands) {
        return List.of(
                new Line("title", Words.of("forms.title"), Words.of("forms.titleHint")),
                new OneOf(
                        "band",
                        Words.of("forms.ages"),
                        bands.stream()
                                .map(band -> new Choice(band, band.replace('-', '–')))
                                .toList()),
                new OneOf(
                        "language",
                        Words.of("forms.language"),
                        List.of(
                                new Choice("en", Words.of("forms.english")),
                                new Choice("cy", Words.of("forms.welsh")))),
                new Number("minutes", Words.of("forms.minutes"), 5, 90),
                new Tick("lesson-only", Words.of("forms.lessonOnly")),
                new Text("summary", Words.of("forms.summary"), Words.of("forms.summaryHint"), false),
                new Text("content-guidance", Words.of("forms.guidance"), Words.of("forms.guidanceHint"), false),
                new Texts(
                        "objectives",
                        Words.of("forms.objectives"),
                        Words.of("forms.objectivesHint"),
                        Words.of("forms.objective"),
                        8),
                new SomeOf(
                        "strands",
                        Words.of("forms.strands"),
                        "",
                        Arrays.stream(Strand.values())
                                .map(strand -> new Choice(strand.key(), strand.title()))
                                .toList(),
                        false),
                new Text("teacher-notes", Words.of("forms.notes"), Words.of("forms.lessonNotesHint"), true),
                new Parts(
                        "before-and-after",
                        Words.of("forms.beforeAndAfter"),
                        Words.of("forms.question"),
                        3,
                        QuestionKind.ASKED_TWICE.stream()
                                .map(kind -> new Choice(kind.key(), words(kind)))
                                .toList(),
                        node -> QuestionFormFields.question(node, List.of())),
                new Text("ending", Words.of("forms.ending"), Words.of("forms.endingHint"), true),
                new SomeOf("help", Words.of("forms.help"), Words.of("forms.helpHint"), help(), false),
                new Line("licence", Words.of("forms.licence"), Words.of("forms.licenceHint")),
                new Tick(LOCKED, Words.of("forms.locked")));
    }

    private static List<Choice> help() {
        return Arrays.stream(HelpRoute.values())
                .map(route -> new Choice(route.key(), Words.of("forms.help." + route.key())))
                .toList();
    }

    /**
     * Returns the form of a step.
     *
     * @param objectives the lesson's objectives, for a question to choose from
     * @param earlier earlier questions of the lesson, for a scale that asks how sure a child is of one
     */
    public static List<FormField> step(StepKind kind, List<String> objectives, List<Choice> earlier) {
        var fields = new ArrayList<FormField>();
        fields.add(new Key("key", "title"));
        if (kind == StepKind.QUESTION && !objectives.isEmpty()) {
            fields.add(new SomeOf(
                    "objectives",
                    Words.of("forms.forObjectives"),
                    "",
                    IntStream.rangeClosed(1, objectives.size())
                            .mapToObj(number -> new Choice(String.valueOf(number), objectives.get(number - 1)))
                            .toList(),
                    true));
        }
        fields.add(new Line("title", Words.of("forms.heading"), Words.of("forms.headingHint")));
        fields.addAll(body(kind, earlier));
        fields.add(new Text("teacher-notes", Words.of("forms.notes"), Words.of("forms.notesHint"), true));
        fields.add(new Text("script", Words.of("forms.script"), Words.of("forms.scriptHint"), false));
        fields.add(new Sound("audio", Words.of("forms.audio"), Words.of("forms.audioHint"), "m4a mp3 wav"));
        return fields;
    }

    private static List<FormField> body(StepKind kind, List<Choice> earlier) {
        return switch (kind) {
            case READ -> List.of(markdown("text", "forms.wordsToRead"), picture());
            case PICTURE -> List.of(picture(), markdown("text", "forms.wordsBelowPicture"));
            case TALK_ABOUT_IT -> List.of(markdown("prompt", "forms.talkAbout"), picture());
            case RECORDING ->
                List.of(
                        new Part(
                                "recording",
                                Words.of("forms.filmOrSound"),
                                node -> List.of(
                                        new Sound(
                                                "file",
                                                Words.of("forms.file"),
                                                Words.of("forms.fileHint"),
                                                "mp4 m4a mp3"),
                                        new Sound(
                                                "captions",
                                                Words.of("forms.captions"),
                                                Words.of("forms.captionsHint"),
                                                "vtt"),
                                        markdown("transcript", "forms.transcript"))),
                        markdown("text", "forms.wordsBelow"),
                        picture());
            case REFLECTION ->
                List.of(
                        markdown("prompt", "forms.thinkAbout"),
                        parts("ideas", "forms.ideas", "forms.thought", 8)
                                .with(line("text", "forms.thoughtLabel"), picture()),
                        picture());
            case QUESTION ->
                List.of(
                        markdown("scene", "forms.scene"),
                        picture(),
                        new Part(
                                "question",
                                Words.of("forms.theQuestion"),
                                node -> QuestionFormFields.question(node, earlier)));
        };
    }

    /** Returns the label of a step: that of its question's kind, else that of its own kind. */
    public static String words(JsonNode step) {
        return QuestionKind.of(step.path("question").path("kind").asText())
                .map(LessonForms::words)
                .or(() -> StepKind.of(step.path("kind").asText()).map(LessonForms::words))
                .orElse(Words.of("forms.step"));
    }

    /** Returns the label of a kind of step. */
    static String words(StepKind kind) {
        return Words.of("forms.kind." + kind.key());
    }

    /** Returns the label of a kind of question. */
    static String words(QuestionKind kind) {
        return Words.of("forms.kind." + kind.key());
    }
}
