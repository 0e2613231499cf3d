package uk.thinkuknow.studio.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.QuestionKind;
import uk.thinkuknow.studio.forms.FormField.Choice;
import uk.thinkuknow.studio.forms.FormField.Key;
import uk.thinkuknow.studio.forms.FormField.Line;
import uk.thinkuknow.studio.forms.FormField.Number;
import uk.thinkuknow.studio.forms.FormField.OneOfList;
import uk.thinkuknow.studio.forms.FormField.OnlyOne;
import uk.thinkuknow.studio.forms.FormField.Parts;
import uk.thinkuknow.studio.forms.FormField.Picture;
import uk.thinkuknow.studio.forms.FormField.SureOf;
import uk.thinkuknow.studio.forms.FormField.Tag;
import uk.thinkuknow.studio.forms.FormField.Text;
import uk.thinkuknow.studio.forms.FormField.Tick;
import uk.thinkuknow.studio.forms.FormField.TrueOrFalse;

/** Lists the form fields of each kind of question in the studio. A new kind does not compile until it has a form. */
final class QuestionFormFields {
    private static final String RIGHT = Words.of("forms.right");
    private static final String FEEDBACK = Words.of("forms.feedback");
    private static final String KIND = Words.of("forms.feedbackHint");

    private QuestionFormFields() {}

    /** Returns the form for the question's kind; single choice if it has none. */
    static List<FormField> question(JsonNode question, List<Choice> earlier) {
        return question(QuestionKind.of(question.path("kind").asText()).orElse(QuestionKind.SINGLE_CHOICE), earlier);
    }

    private static List<FormField> question(QuestionKind kind, List<Choice> earlier) {
        var fields = new ArrayList<FormField>();
        fields.add(
                kind == QuestionKind.SCALE && !earlier.isEmpty()
                        ? new SureOf("key", Words.of("forms.sureOf"), earlier)
                        : new Key("key", "stem"));
        fields.add(new Line(
                "stem",
                kind == QuestionKind.TRUE_FALSE ? Words.of("forms.theStatement") : Words.of("forms.theQuestion"),
                ""));
        fields.addAll(asked(kind));
        return fields;
    }

    private static List<FormField> asked(QuestionKind kind) {
        return switch (kind) {
            case SINGLE_CHOICE -> List.of(options("forms.answers", "forms.answer", new OnlyOne("right", RIGHT)));
            case MULTIPLE_CHOICE -> List.of(options("forms.answers", "forms.answer", new Tick("right", RIGHT)));
            case PICTURE_CHOICE -> List.of(options("forms.pictures", "forms.picture", new OnlyOne("right", RIGHT)));
            case TRUE_FALSE ->
                List.of(
                        new TrueOrFalse("right", Words.of("forms.statementIs")),
                        line("feedback-true", "forms.feedbackTrue"),
                        line("feedback-false", "forms.feedbackFalse"));
            case PUT_IN_ORDER ->
                List.of(
                        parts("items", "forms.thingsInOrder", "forms.thing", 8)
                                .with(key(), line("text", "forms.thingLabel"), picture()),
                        line("feedback-right", "forms.feedbackRight"),
                        line("feedback-other", "forms.feedbackOther"));
            case MATCH ->
                List.of(parts("pairs", "forms.pairs", "forms.pair", 8)
                        .with(
                                key(),
                                line("text", "forms.thingLabel"),
                                picture(),
                                line("partner", "forms.partner"),
                                new Picture("partner-picture", Words.of("forms.partnerPicture")),
                                new Line("feedback", FEEDBACK, Words.of("forms.pairHint"))));
            case SORT ->
                List.of(
                        parts("groups", "forms.groups", "forms.group", 3)
                                .with(key(), line("text", "forms.groupLabel"), picture()),
                        parts("items", "forms.thingsToSort", "forms.thing", 8)
                                .with(
                                        key(),
                                        line("text", "forms.thingLabel"),
                                        picture(),
                                        new OneOfList("group", Words.of("forms.belongsTo"), "groups", ""),
                                        new Line("feedback", FEEDBACK, Words.of("forms.belongsHint"))));
            case FILL_THE_GAP ->
                List.of(
                        new Text("text", Words.of("forms.gapText"), Words.of("forms.gapTextHint"), false),
                        parts("words", "forms.wordsToChoose", "forms.word", 8)
                                .with(
                                        new Tag("key", Words.of("forms.wordName"), Words.of("forms.wordNameHint")),
                                        line("text", "forms.wordLabel"),
                                        said()));
            case SPOT_IT ->
                List.of(
                        new Picture("picture", Words.of("forms.spotPicture")),
                        parts("spots", "forms.spots", "forms.place", 8)
                                .with(
                                        key(),
                                        line("text", "forms.spot"),
                                        new Number("x", Words.of("forms.spotLeft"), 0, 576),
                                        new Number("y", Words.of("forms.spotTop"), 0, 336),
                                        new Number("width", Words.of("forms.spotWidth"), 64, 640),
                                        new Number("height", Words.of("forms.spotHeight"), 64, 400),
                                        new Tick("right", Words.of("forms.spotRight")),
                                        said()));
            case SCALE ->
                List.of(parts("points", "forms.points", "forms.point", 7)
                        .with(line("text", "forms.pointLabel"), said()));
            case POLL ->
                List.of(parts("choices", "forms.answers", "forms.answer", 8)
                        .with(key(), line("text", "forms.answerLabel"), picture(), said()));
            case STORY ->
                List.of(parts("scenes", "forms.scenes", "forms.sceneEach", 8)
                        .with(
                                key(),
                                markdown("text", "forms.happens"),
                                picture(),
                                parts("turns", "forms.turns", "forms.turn", 8)
                                        .with(
                                                key(),
                                                line("text", "forms.turnText"),
                                                new Line("feedback", FEEDBACK, Words.of("forms.turnHint")),
                                                new OneOfList(
                                                        "to",
                                                        Words.of("forms.leadsTo"),
                                                        "scenes",
                                                        Words.of("forms.storyEnds")),
                                                new Tick("best", Words.of("forms.best")))));
        };
    }

    private static Parts options(String label, String each, FormField right) {
        return parts("options", label, each, 8)
                .with(key(), line("text", "forms.answerLabel"), picture(), right, said());
    }

    /** Returns a list of parts without fields, to be completed with {@code with}; its labels by their keys. */
    static Parts parts(String name, String label, String each, int most) {
        return new Parts(name, Words.of(label), Words.of(each), most, List.of(), node -> List.of());
    }

    /** Returns a text on one line, with its label by its key. */
    static FormField line(String name, String label) {
        return new Line(name, Words.of(label), "");
    }

    static FormField markdown(String name, String label) {
        return new Text(name, Words.of(label), "", true);
    }

    private static FormField key() {
        return new Key("key", "text");
    }

    static FormField picture() {
        return new Picture("picture", Words.of("forms.pictureLabel"));
    }

    private static FormField said() {
        return new Line("feedback", FEEDBACK, KIND);
    }
}
