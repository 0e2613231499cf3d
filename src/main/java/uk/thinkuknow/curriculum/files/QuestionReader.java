package uk.thinkuknow.curriculum.files;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.BandDesign;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Question.Choice;
import uk.thinkuknow.curriculum.lesson.Question.Item;
import uk.thinkuknow.curriculum.lesson.Question.MultipleChoice;
import uk.thinkuknow.curriculum.lesson.Question.Option;
import uk.thinkuknow.curriculum.lesson.Question.PictureChoice;
import uk.thinkuknow.curriculum.lesson.Question.Point;
import uk.thinkuknow.curriculum.lesson.Question.Poll;
import uk.thinkuknow.curriculum.lesson.Question.PutInOrder;
import uk.thinkuknow.curriculum.lesson.Question.Scale;
import uk.thinkuknow.curriculum.lesson.Question.SingleChoice;
import uk.thinkuknow.curriculum.lesson.Question.TrueFalse;
import uk.thinkuknow.curriculum.lesson.QuestionKind;
import uk.thinkuknow.curriculum.lesson.Remark;
import uk.thinkuknow.curriculum.lesson.Shuffle;

/** Reads a question of any kind from a lesson's file. */
final class QuestionReader {
    private static final List<String> KINDS = QuestionKind.keys();
    static final String KIND_TO = Words.of("files.saySomethingKindToTheChild");
    private static final int MOST_ANSWERS = BandDesign.FROM_FOURTEEN.answers();

    private final PictureReader pictures;
    private final PlacementReader places;
    private final SpotReader spots;
    private final StoryReader stories;

    QuestionReader(PictureReader pictures) {
        this.pictures = pictures;
        this.places = new PlacementReader(pictures);
        this.spots = new SpotReader(pictures);
        this.stories = new StoryReader(pictures);
    }

    /** Returns the question; null if its kind is unknown, because the kind decides which fields to read. */
    @Nullable
    Question read(Fields fields) {
        var kind = QuestionKind.of(
                        fields.oneOf("kind", KINDS, Words.of("files.sayWhatKindOfQuestion", String.join(", ", KINDS))))
                .orElse(null);
        if (kind == null) {
            return null;
        }
        var key = fields.key("key");
        var stem = fields.words("stem", Words.of("files.askTheQuestion"));
        var question = switch (kind) {
            case SINGLE_CHOICE -> new SingleChoice(key, stem, mixed(key, oneRight(fields)));
            case PICTURE_CHOICE -> new PictureChoice(key, stem, mixed(key, pictured(fields)));
            case MULTIPLE_CHOICE -> new MultipleChoice(key, stem, mixed(key, someRight(fields)));
            case TRUE_FALSE -> trueFalse(key, stem, fields);
            case PUT_IN_ORDER -> putInOrder(key, stem, fields);
            case MATCH -> places.match(key, stem, fields);
            case SORT -> places.sort(key, stem, fields);
            case FILL_THE_GAP -> places.fillTheGap(key, stem, fields);
            case SPOT_IT -> spots.spotIt(key, stem, fields);
            case SCALE -> scale(key, stem, fields);
            case POLL -> poll(key, stem, fields);
            case STORY -> stories.story(key, stem, fields);
        };
        fields.reportUnknownFields();
        return question;
    }

    private static List<Option> mixed(String key, List<Option> options) {
        return Shuffle.shuffled(options, key, Option::key);
    }

    private List<Option> oneRight(Fields fields) {
        var options = options(fields);
        var right = options.stream().filter(Option::right).count();
        if (!options.isEmpty() && right != 1) {
            fields.found("options", Remark.of("files.mustHaveExactlyOneWith", right));
        }
        return options;
    }

    private List<Option> pictured(Fields fields) {
        var options = oneRight(fields);
        if (options.stream().anyMatch(option -> option.picture() == null)) {
            fields.found("options", Remark.of("files.mustEachHaveAPicture"));
        }
        return options;
    }

    private List<Option> someRight(Fields fields) {
        var options = options(fields);
        if (!options.isEmpty() && options.stream().noneMatch(Option::right)) {
            fields.found("options", Remark.of("files.mustHaveAtLeastOne"));
        }
        return options;
    }

    private List<Option> options(Fields fields) {
        return fields.keyed(
                "options", 2, most(fields), Words.of("files.giveTheAnswersToChoose"), this::option, Option::key);
    }

    private Option option(Fields fields) {
        return new Option(
                fields.key("key"),
                fields.words("text", Words.of("files.writeTheAnswer")),
                pictures.in(fields),
                Boolean.TRUE.equals(fields.flag("right")),
                fields.words("feedback", KIND_TO));
    }

    private static TrueFalse trueFalse(String key, String stem, Fields fields) {
        var right = fields.flag("right");
        if (right == null && !fields.has("right")) {
            fields.found("right", Remark.of("files.isMissing", Words.of("files.sayWhetherTrue")));
        }
        return new TrueFalse(
                key,
                stem,
                Boolean.TRUE.equals(right),
                fields.words("feedback-true", KIND_TO),
                fields.words("feedback-false", KIND_TO));
    }

    private PutInOrder putInOrder(String key, String stem, Fields fields) {
        var items =
                fields.keyed("items", 3, most(fields), Words.of("files.listTheThingsInTheir"), this::item, Item::key);
        return new PutInOrder(
                key,
                stem,
                items,
                fields.words("feedback-right", Words.of("files.saySomethingToTheChild")),
                fields.words("feedback-other", Words.of("files.saySomethingKindToTheChildWho")));
    }

    private Item item(Fields fields) {
        return new Item(fields.key("key"), fields.words("text", Words.of("files.writeWhatItIs")), pictures.in(fields));
    }

    private static Scale scale(String key, String stem, Fields fields) {
        return new Scale(
                key,
                stem,
                fields.each("points", 3, 7, Words.of("files.giveThePointsFromLeast"), QuestionReader::point));
    }

    private static Point point(Fields fields) {
        return new Point(fields.words("text", Words.of("files.nameThePoint")), fields.words("feedback", KIND_TO));
    }

    private Poll poll(String key, String stem, Fields fields) {
        return new Poll(
                key,
                stem,
                fields.keyed(
                        "choices",
                        2,
                        most(fields),
                        Words.of("files.giveTheAnswersToChoose"),
                        this::choice,
                        Choice::key));
    }

    private Choice choice(Fields fields) {
        return new Choice(
                fields.key("key"),
                fields.words("text", Words.of("files.writeTheAnswer")),
                pictures.in(fields),
                fields.words("feedback", KIND_TO));
    }

    /**
     * Returns how many answers a question may have in the lesson's age band; in an unknown band, as many as in the
     * oldest.
     */
    static int most(Fields fields) {
        var band = fields.findings().band();
        return band == null ? MOST_ANSWERS : band.answers();
    }
}
