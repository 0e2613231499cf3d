package uk.thinkuknow.studio.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
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
import uk.thinkuknow.studio.forms.FormField.Tick;
import uk.thinkuknow.studio.forms.FormField.TrueOrFalse;
import uk.thinkuknow.studio.forms.FormField.Words;

/** Lists the form fields of each kind of question in the studio. A new kind does not compile until it has a form. */
final class QuestionFormFields {
    private static final String RIGHT = "Right";
    private static final String FEEDBACK = "Feedback";
    private static final String KIND = "Kind, to the child who picks this. It says why, and what helps.";

    private QuestionFormFields() {}

    /** Returns the form for the question's kind; single choice if it has none. */
    static List<FormField> question(JsonNode question, List<Choice> earlier) {
        return question(QuestionKind.of(question.path("kind").asText()).orElse(QuestionKind.SINGLE_CHOICE), earlier);
    }

    private static List<FormField> question(QuestionKind kind, List<Choice> earlier) {
        var fields = new ArrayList<FormField>();
        fields.add(
                kind == QuestionKind.SCALE && !earlier.isEmpty()
                        ? new SureOf("key", "Asks how sure a child is of", earlier)
                        : new Key("key", "stem"));
        fields.add(new Line("stem", kind == QuestionKind.TRUE_FALSE ? "The statement" : "The question", ""));
        fields.addAll(asked(kind));
        return fields;
    }

    private static List<FormField> asked(QuestionKind kind) {
        return switch (kind) {
            case SINGLE_CHOICE -> List.of(options("Answers", "answer", new OnlyOne("right", RIGHT)));
            case MULTIPLE_CHOICE -> List.of(options("Answers", "answer", new Tick("right", RIGHT)));
            case PICTURE_CHOICE -> List.of(options("Pictures", "picture", new OnlyOne("right", RIGHT)));
            case TRUE_FALSE ->
                List.of(
                        new TrueOrFalse("right", "The statement is"),
                        line("feedback-true", "Feedback to a child who says it is true"),
                        line("feedback-false", "Feedback to a child who says it is not"));
            case PUT_IN_ORDER ->
                List.of(
                        parts("items", "Things in their right order", "thing", 8)
                                .with(key(), line("text", "Thing"), picture()),
                        line("feedback-right", "Feedback to a child who has the right order"),
                        line("feedback-other", "Feedback to a child who has another order"));
            case MATCH ->
                List.of(parts("pairs", "Pairs", "pair", 8)
                        .with(
                                key(),
                                line("text", "Thing"),
                                picture(),
                                line("partner", "What belongs to it"),
                                new Picture("partner-picture", "Picture of what belongs to it"),
                                new Line("feedback", FEEDBACK, "Why they belong together.")));
            case SORT ->
                List.of(
                        parts("groups", "Groups", "group", 3).with(key(), line("text", "Group"), picture()),
                        parts("items", "Things to sort", "thing", 8)
                                .with(
                                        key(),
                                        line("text", "Thing"),
                                        picture(),
                                        new OneOfList("group", "Belongs to", "groups", ""),
                                        new Line("feedback", FEEDBACK, "Why it belongs there.")));
            case FILL_THE_GAP ->
                List.of(
                        new Words("text", "The text", "With the name of a word in [brackets] for each gap.", false),
                        parts("words", "Words to choose from", "word", 8)
                                .with(
                                        new Tag("key", "Name in the text", "Small letters, without the brackets."),
                                        line("text", "Word"),
                                        said()));
            case SPOT_IT ->
                List.of(
                        new Picture("picture", "Picture to look at, 640 by 400"),
                        parts("spots", "Places in the picture", "place", 8)
                                .with(
                                        key(),
                                        line("text", "What is there"),
                                        new Number("x", "From the left", 0, 576),
                                        new Number("y", "From the top", 0, 336),
                                        new Number("width", "Wide", 64, 640),
                                        new Number("height", "High", 64, 400),
                                        new Tick("right", "To be found"),
                                        said()));
            case SCALE ->
                List.of(parts("points", "Points, from least to most", "point", 7)
                        .with(line("text", "Point"), said()));
            case POLL ->
                List.of(parts("choices", "Answers", "answer", 8)
                        .with(key(), line("text", "Answer"), picture(), said()));
            case STORY ->
                List.of(parts("scenes", "Scenes, the first one first", "scene", 8)
                        .with(
                                key(),
                                markdown("text", "What happens"),
                                picture(),
                                parts("turns", "What one may do here; none where the story ends", "turn", 8)
                                        .with(
                                                key(),
                                                line("text", "What one may do"),
                                                new Line("feedback", FEEDBACK, "What comes of it."),
                                                new OneOfList("to", "Leads to", "scenes", "The end of the story"),
                                                new Tick("best", "The best way"))));
        };
    }

    private static Parts options(String label, String each, FormField right) {
        return parts("options", label, each, 8).with(key(), line("text", "Answer"), picture(), right, said());
    }

    /** Returns a list of parts without fields, to be completed with {@code with}. */
    static Parts parts(String name, String label, String each, int most) {
        return new Parts(name, label, each, most, List.of(), node -> List.of());
    }

    static FormField line(String name, String label) {
        return new Line(name, label, "");
    }

    static FormField markdown(String name, String label) {
        return new Words(name, label, "", true);
    }

    private static FormField key() {
        return new Key("key", "text");
    }

    static FormField picture() {
        return new Picture("picture", "Picture");
    }

    private static FormField said() {
        return new Line("feedback", FEEDBACK, KIND);
    }
}
