package uk.thinkuknow.classroom.player;

import io.quarkus.qute.RawString;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.QuestionKind;

/**
 * A question as a child's page shows it, with all that its script needs to mark an answer and give feedback without a
 * call.
 *
 * @param right the right keys with spaces between, in the right order if the order counts; "thing=place" if things have
 *     places; "" if the question is not scored
 * @param answers the things to choose, move or put in place
 * @param feedback by answer; by thing or word if things have places
 * @param parts what only this kind of question has
 */
public record QuestionView(
        Question question,
        Lines lines,
        String right,
        List<AnswerView> answers,
        List<FeedbackView> feedback,
        Parts parts,
        Language language) {
    /** The line above the heading, and how to answer below it; "" if there is none. */
    record Lines(String kicker, String how) {}

    /**
     * A thing to choose or move.
     *
     * @param bars on a scale, which of its bars are filled for this point
     */
    record AnswerView(String key, String text, @Nullable Picture picture, List<Boolean> bars) {}

    /**
     * Feedback on an answer.
     *
     * @param when the answer's key, or "right" or "other" for a whole order
     * @param tone "right", "again" or "told"
     */
    record FeedbackView(String when, String tone, String text) {}

    /** The parts that only some kinds of question have. */
    sealed interface Parts {
        /** A question with answers only. */
        record None() implements Parts {}

        /** The places in which the answers are put. */
        record Places(List<PlaceView> places) implements Parts {}

        /**
         * A text with gaps, which the answers fill.
         *
         * @param end the text after the last gap
         */
        record Gaps(List<GapView> gaps, String end) implements Parts {}

        /** A picture whose spots are the answers. */
        record Spots(Picture picture, List<SpotView> spots) implements Parts {}

        /** Scenes whose turns are the answers. */
        record Scenes(List<SceneView> scenes) implements Parts {}
    }

    /** A place for things: a partner or a group. */
    record PlaceView(String key, String text, @Nullable Picture picture) {
        /** The text as a question; "?" is added unless it ends with a punctuation mark. */
        public String getAsked() {
            return text.matches(".*[.!?…]") ? text : text + "?";
        }
    }

    /** A gap and the text before it. */
    record GapView(String before, int number) {}

    /**
     * A spot on a picture of 640 by 400. Its number is shown at its top left corner, but inside the picture, so that it
     * does not hide the spot.
     */
    record SpotView(int number, String key, String text, int x, int y, int width, int height) {
        public int cornerX() {
            return Math.clamp(x, 28, 612);
        }

        public int cornerY() {
            return Math.clamp(y, 28, 372);
        }
    }

    /** A scene of a story and the turns to choose from. */
    record SceneView(String key, RawString text, @Nullable Picture picture, List<TurnView> turns) {}

    /**
     * A turn of a story.
     *
     * @param to key of the next scene; "" if the story ends
     */
    record TurnView(String key, String text, String to) {}

    public String key() {
        return question.key();
    }

    public String stem() {
        return question.stem();
    }

    public QuestionKind kind() {
        return QuestionKind.of(question);
    }

    /** How the script lets a child answer it and marks it. */
    public String way() {
        return switch (kind()) {
            case SINGLE_CHOICE, PICTURE_CHOICE, TRUE_FALSE -> "single";
            case MULTIPLE_CHOICE, SPOT_IT -> "multiple";
            case PUT_IN_ORDER -> "order";
            case MATCH, SORT, FILL_THE_GAP -> "places";
            case SCALE -> "scale";
            case POLL -> "poll";
            case STORY -> "story";
        };
    }

    /** The form of this question, rendered from the template of its kind. */
    public RawString getForm() {
        return new RawString(QuestionForms.of(this).setLocale(language.key()).render());
    }

    /** The same question for the wall, rendered from the template of its kind. */
    public RawString getWall() {
        return new RawString(QuestionWalls.of(this).setLocale(language.key()).render());
    }

    /** Returns whether every answer has a picture. */
    public boolean isPictured() {
        return answers.stream().allMatch(answer -> answer.picture() != null);
    }

    /** Returns whether this answer is right; false for orders and places, where no single answer is right. */
    public boolean isRight(String answer) {
        return !isByPlace() && List.of(right.split(" ")).contains(answer);
    }

    /** Returns whether things are put in order or in places, instead of answers being chosen. */
    public boolean isByPlace() {
        return way().equals("order") || way().equals("places");
    }

    /** The words of an answer; "" if there is none with this key. */
    public String textOf(String answer) {
        return answers.stream()
                .filter(one -> one.key().equals(answer))
                .map(AnswerView::text)
                .findFirst()
                .orElse("");
    }

    /** The feedback on an answer; "" if there is none. */
    public String saidOf(String answer) {
        return feedback.stream()
                .filter(one -> one.when().equals(answer))
                .map(FeedbackView::text)
                .findFirst()
                .orElse("");
    }

    /** The words of a place; in a text with gaps, of the word in the gap. */
    public String placeOf(String place) {
        return parts instanceof Parts.Places where
                ? where.places().stream()
                        .filter(one -> one.key().equals(place))
                        .map(PlaceView::text)
                        .findFirst()
                        .orElse("")
                : textOf(place);
    }

    /** The right solution of an order or of places: each thing, with its place. */
    public List<Placement> belonging() {
        return List.of(right.split(" ")).stream()
                .map(one -> one.contains("=")
                        ? new Placement(
                                thing(one.substring(0, one.indexOf('='))), placeOf(one.substring(one.indexOf('=') + 1)))
                        : new Placement(textOf(one), ""))
                .toList();
    }

    /** A thing and its right place; "" in an order. */
    record Placement(String thing, String place) {}

    public List<PlaceView> getPlaces() {
        return parts instanceof Parts.Places places ? places.places() : List.of();
    }

    public List<GapView> getGaps() {
        return parts instanceof Parts.Gaps gaps ? gaps.gaps() : List.of();
    }

    /** The text after the last gap. */
    public String getEnd() {
        return parts instanceof Parts.Gaps gaps ? gaps.end() : "";
    }

    public List<SpotView> getSpots() {
        return parts instanceof Parts.Spots spots ? spots.spots() : List.of();
    }

    public @Nullable Picture getSpotted() {
        return parts instanceof Parts.Spots spots ? PlayerStep.shown(spots.picture()) : null;
    }

    public List<SceneView> getScenes() {
        return parts instanceof Parts.Scenes scenes ? scenes.scenes() : List.of();
    }

    private String thing(String key) {
        return parts instanceof Parts.Gaps ? Words.in(language, "question.gap", key) : textOf(key);
    }
}
