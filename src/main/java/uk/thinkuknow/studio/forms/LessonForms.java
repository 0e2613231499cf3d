package uk.thinkuknow.studio.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import uk.thinkuknow.curriculum.lesson.Band;
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
import uk.thinkuknow.studio.forms.FormField.Texts;
import uk.thinkuknow.studio.forms.FormField.Tick;
import uk.thinkuknow.studio.forms.FormField.Words;

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
    public static List<FormField> lesson() {
        return List.of(
                new Line("title", "Title", "As children and teachers see it, at most 80 letters."),
                new OneOf(
                        "band",
                        "Ages",
                        Arrays.stream(Band.values())
                                .map(band -> new Choice(band.key(), band.key().replace('-', '–')))
                                .toList()),
                new OneOf("language", "Language", List.of(new Choice("en", "English"), new Choice("cy", "Welsh"))),
                new Number("minutes", "Minutes it takes", 5, 90),
                new Tick("lesson-only", "Not for assemblies: children need to ask, talk and be supported"),
                new Words("summary", "What it is about", "For teachers who choose a lesson: a sentence or two.", false),
                new Words(
                        "content-guidance",
                        "Sensitive topics",
                        "For whoever chooses the lesson, at most 300 letters: “Speaks of …”. Leave it empty where there are none.",
                        false),
                new Texts("objectives", "What children can do afterwards", "Each begins “I can”.", "objective", 8),
                new SomeOf(
                        "strands",
                        "Strands of Education for a Connected World",
                        "",
                        Arrays.stream(Strand.values())
                                .map(strand -> new Choice(strand.key(), strand.title()))
                                .toList(),
                        false),
                new Words(
                        "teacher-notes",
                        "Notes for the teacher",
                        "What to know before the lesson, ground rules, and what to do if a child tells something.",
                        true),
                new Parts(
                        "before-and-after",
                        "Asked before and after",
                        "question",
                        3,
                        QuestionKind.ASKED_TWICE.stream()
                                .map(kind -> new Choice(kind.key(), words(kind)))
                                .toList(),
                        node -> QuestionFormFields.question(node, List.of())),
                new Words(
                        "ending",
                        "The ending",
                        "The last thing children see: what we learnt, and that somebody will help.",
                        true),
                new SomeOf("help", "Help", "Whom a child can turn to. A grown-up always comes first.", help(), false),
                new Line("licence", "Licence of the lesson", "Under which it may be passed on, such as CC BY-NC 4.0."),
                new Tick(LOCKED, "Locked: only programme managers and administrators may change it"));
    }

    private static List<Choice> help() {
        return Arrays.stream(HelpRoute.values())
                .map(route -> new Choice(
                        route.key(),
                        switch (route) {
                            case GROWN_UP -> "A grown-up they trust";
                            case CHILDLINE -> "Childline, from age 8";
                            case CEOP -> "CEOP, from age 8";
                            case REPORT_REMOVE -> "Report Remove, from age 11";
                        }))
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
                    "Which objective is it for?",
                    "",
                    IntStream.rangeClosed(1, objectives.size())
                            .mapToObj(number -> new Choice(String.valueOf(number), objectives.get(number - 1)))
                            .toList(),
                    true));
        }
        fields.add(new Line("title", "Heading", "A short sentence."));
        fields.addAll(body(kind, earlier));
        fields.add(new Words(
                "teacher-notes", "Notes for the teacher", "What to say, ask and watch for at this step.", true));
        fields.add(new Words(
                "script",
                "What a grown-up reads aloud",
                "Needed for ages 4–7: it stands on the wall and on the teacher’s screen.",
                false));
        fields.add(new Sound(
                "audio",
                "The step, read by a person",
                "Record it here, or choose an .m4a, .mp3 or .wav of “Pictures and sound”. No machine’s voice.",
                "m4a mp3 wav"));
        return fields;
    }

    private static List<FormField> body(StepKind kind, List<Choice> earlier) {
        return switch (kind) {
            case READ -> List.of(markdown("text", "Words to read"), picture());
            case PICTURE -> List.of(picture(), markdown("text", "Words below the picture, if they help"));
            case TALK_ABOUT_IT -> List.of(markdown("prompt", "What to talk about"), picture());
            case RECORDING ->
                List.of(
                        new Part(
                                "recording",
                                "Film or sound",
                                node -> List.of(
                                        new Sound(
                                                "file",
                                                "The file",
                                                "An .mp4, .m4a or .mp3, at most 3 MB. Add it under “Pictures and sound” first.",
                                                "mp4 m4a mp3"),
                                        new Sound(
                                                "captions",
                                                "Its captions",
                                                "A WebVTT file (.vtt), added in the same place.",
                                                "vtt"),
                                        markdown("transcript", "What is said and what can be seen"))),
                        markdown("text", "Words below it, if they help"),
                        picture());
            case REFLECTION ->
                List.of(
                        markdown("prompt", "What to think about"),
                        parts("ideas", "Thoughts to tick", "thought", 8).with(line("text", "Thought"), picture()),
                        picture());
            case QUESTION ->
                List.of(
                        markdown("scene", "What happens before the question, if it needs it"),
                        picture(),
                        new Part("question", "The question", node -> QuestionFormFields.question(node, earlier)));
        };
    }

    /** Returns the label of a step: that of its question's kind, else that of its own kind. */
    public static String words(JsonNode step) {
        return QuestionKind.of(step.path("question").path("kind").asText())
                .map(LessonForms::words)
                .or(() -> StepKind.of(step.path("kind").asText()).map(LessonForms::words))
                .orElse("Step");
    }

    /** Returns the label of a kind of step. */
    static String words(StepKind kind) {
        return switch (kind) {
            case READ -> "Words to read";
            case PICTURE -> "A picture";
            case TALK_ABOUT_IT -> "Talk about it";
            case RECORDING -> "Film or sound";
            case REFLECTION -> "Think about it alone";
            case QUESTION -> "Question";
        };
    }

    /** Returns the label of a kind of question. */
    static String words(QuestionKind kind) {
        return switch (kind) {
            case SINGLE_CHOICE -> "One right answer";
            case PICTURE_CHOICE -> "Choose a picture";
            case MULTIPLE_CHOICE -> "Several right answers";
            case TRUE_FALSE -> "True or not";
            case PUT_IN_ORDER -> "Put in order";
            case MATCH -> "Find the pairs";
            case SORT -> "Sort into groups";
            case FILL_THE_GAP -> "Fill the gaps";
            case SPOT_IT -> "Find it in a picture";
            case SCALE -> "Scale: how sure, how safe";
            case POLL -> "Poll: what do you think";
            case STORY -> "Story: what would you do";
        };
    }
}
