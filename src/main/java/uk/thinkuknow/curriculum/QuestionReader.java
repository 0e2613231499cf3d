package uk.thinkuknow.curriculum;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.Question.Item;
import uk.thinkuknow.curriculum.Question.MultipleChoice;
import uk.thinkuknow.curriculum.Question.Option;
import uk.thinkuknow.curriculum.Question.Point;
import uk.thinkuknow.curriculum.Question.PutInOrder;
import uk.thinkuknow.curriculum.Question.Scale;
import uk.thinkuknow.curriculum.Question.SingleChoice;
import uk.thinkuknow.curriculum.Question.TrueFalse;

/** Reads a question of any kind. */
final class QuestionReader {
    private static final List<String> KINDS =
            List.of("single-choice", "multiple-choice", "true-false", "put-in-order", "scale");
    private static final String KIND_TO = "say something kind to the child who picks this";
    private static final int MOST_ANSWERS = Band.FOURTEEN_TO_EIGHTEEN.answers();

    private final PictureReader pictures;

    QuestionReader(PictureReader pictures) {
        this.pictures = pictures;
    }

    /** The question; null if its kind is not known, since the kind says what else to look for. */
    @Nullable
    Question read(Fields fields) {
        var kind = fields.oneOf("kind", KINDS, "say what kind of question it is: " + String.join(", ", KINDS));
        if (!KINDS.contains(kind)) {
            return null;
        }
        var key = fields.key("key");
        var stem = fields.words("stem", "ask the question");
        var question = switch (kind) {
            case "single-choice" -> new SingleChoice(key, stem, oneRight(fields));
            case "multiple-choice" -> new MultipleChoice(key, stem, someRight(fields));
            case "true-false" -> trueFalse(key, stem, fields);
            case "put-in-order" -> putInOrder(key, stem, fields);
            default -> scale(key, stem, fields);
        };
        fields.noneOther();
        return question;
    }

    private List<Option> oneRight(Fields fields) {
        var options = options(fields);
        var right = options.stream().filter(Option::right).count();
        if (!options.isEmpty() && right != 1) {
            fields.found("options", "must have exactly one with \"right: true\", has " + right);
        }
        return options;
    }

    private List<Option> someRight(Fields fields) {
        var options = options(fields);
        if (!options.isEmpty() && options.stream().noneMatch(Option::right)) {
            fields.found("options", "must have at least one with \"right: true\"");
        }
        return options;
    }

    private List<Option> options(Fields fields) {
        var options = fields.each("options", 2, most(fields), "give the answers to choose from", this::option);
        different(fields, "options", options.stream().map(Option::key).toList());
        return options;
    }

    private Option option(Fields fields) {
        var option = new Option(
                fields.key("key"),
                fields.words("text", "write the answer"),
                pictures.in(fields),
                Boolean.TRUE.equals(fields.flag("right")),
                fields.words("feedback", KIND_TO));
        fields.noneOther();
        return option;
    }

    private static TrueFalse trueFalse(String key, String stem, Fields fields) {
        var right = fields.flag("right");
        if (right == null && !fields.has("right")) {
            fields.found("right", "is missing; say whether the statement is true or false");
        }
        return new TrueFalse(
                key,
                stem,
                Boolean.TRUE.equals(right),
                fields.words("feedback-true", KIND_TO),
                fields.words("feedback-false", KIND_TO));
    }

    private PutInOrder putInOrder(String key, String stem, Fields fields) {
        var items = fields.each("items", 3, most(fields), "list the things in their right order", this::item);
        different(fields, "items", items.stream().map(Item::key).toList());
        return new PutInOrder(
                key,
                stem,
                items,
                fields.words("feedback-right", "say something to the child who has the right order"),
                fields.words("feedback-other", "say something kind to the child who has another order"));
    }

    private Item item(Fields fields) {
        var item = new Item(fields.key("key"), fields.words("text", "write what it is"), pictures.in(fields));
        fields.noneOther();
        return item;
    }

    private static Scale scale(String key, String stem, Fields fields) {
        return new Scale(
                key, stem, fields.each("points", 3, 7, "give the points from least to most", QuestionReader::point));
    }

    private static Point point(Fields fields) {
        var point = new Point(fields.words("text", "name the point"), fields.words("feedback", KIND_TO));
        fields.noneOther();
        return point;
    }

    private static int most(Fields fields) {
        var band = fields.findings().band();
        return band == null ? MOST_ANSWERS : band.answers();
    }

    private static void different(Fields fields, String name, Collection<String> keys) {
        var seen = new HashSet<String>();
        for (var key : keys) {
            if (!key.isEmpty() && !seen.add(key)) {
                fields.found(name, "has the key \"" + key + "\" more than once");
            }
        }
    }
}
