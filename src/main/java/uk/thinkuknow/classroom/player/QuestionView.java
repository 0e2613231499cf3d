package uk.thinkuknow.classroom.player;

import io.quarkus.qute.RawString;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.QuestionKind;

/**
 * A question as the child's page shows it, with what its script needs to give feedback at once.
 *
 * @param right the right keys with spaces between, in the right order where that matters; "thing=place" where things have
 *     places; "" where nothing is scored
 * @param answers what can be chosen, moved or put somewhere
 * @param feedback by answer; by thing or word where things have places
 * @param parts what only this kind has
 */
public record QuestionView(
        Question question,
        Lines lines,
        String right,
        List<AnswerView> answers,
        List<FeedbackView> feedback,
        Parts parts,
        Language language) {
    /** The line above the heading, and how to answer below it; "" where there is none. */
    record Lines(String kicker, String how) {}

    /** A thing to choose or to move; bars say how far up a scale a point is. */
    record AnswerView(String key, String text, @Nullable Picture picture, List<Boolean> bars) {}

    /** Words for whoever gave this answer: its key, or "right" and "other" for a whole order. */
    record FeedbackView(String when, String tone, String text) {}

    /** What only some kinds of question have. */
    sealed interface Parts {
        /** Nothing but its answers. */
        record None() implements Parts {}

        /** Places into which the answers go. */
        record Places(List<PlaceView> places) implements Parts {}

        /** A text whose gaps are to be filled with the answers; one part more than there are gaps. */
        record Gaps(List<GapView> gaps, String end) implements Parts {}

        /** A picture in which the answers lie. */
        record Spots(Picture picture, List<SpotView> spots) implements Parts {}

        /** Scenes in which the answers are the turns. */
        record Scenes(List<SceneView> scenes) implements Parts {}
    }

    /** Where things are put. */
    record PlaceView(String key, String text, @Nullable Picture picture) {
        /** As a question, where it does not end with a sign of its own. */
        public String getAsked() {
            return text.matches(".*[.!?…]") ? text : text + "?";
        }
    }

    /** A gap and the text before it. */
    record GapView(String before, int number) {}

    /** A place in a picture; its number stands at a corner, inside the picture, so that nothing to be recognised lies under it. */
    record SpotView(int number, String key, String text, int x, int y, int width, int height) {
        public int cornerX() {
            return Math.clamp(x, 28, 612);
        }

        public int cornerY() {
            return Math.clamp(y, 28, 372);
        }
    }

    /** A scene of a story and what may be done in it. */
    record SceneView(String key, RawString text, @Nullable Picture picture, List<TurnView> turns) {}

    /** A turn, and the scene it leads to; "" where the story ends. */
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

    /** How it is answered and marked, for the script. */
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

    /** What is to be chosen, moved or filled in, by the template of its kind. */
    public RawString getForm() {
        return new RawString(QuestionForms.of(this).setLocale(language.key()).render());
    }

    /** The same as the whole class sees it. */
    public RawString getWall() {
        return new RawString(QuestionWalls.of(this).setLocale(language.key()).render());
    }

    /** Are all its answers pictures with words under them? */
    public boolean isPictured() {
        return answers.stream().allMatch(answer -> answer.picture() != null);
    }

    /** Is this answer one that shall be chosen? Where things are put in order or in places, none is by itself. */
    public boolean isRight(String answer) {
        return !isByPlace() && List.of(right.split(" ")).contains(answer);
    }

    /** Is it right when everything is in its place, rather than when the right answers are chosen? */
    public boolean isByPlace() {
        return way().equals("order") || way().equals("places");
    }

    /** The words of an answer; "" where the feedback is for a whole order. */
    public String textOf(String answer) {
        return answers.stream()
                .filter(one -> one.key().equals(answer))
                .map(AnswerView::text)
                .findFirst()
                .orElse("");
    }

    /** What is said to whoever gave an answer. */
    public String saidOf(String answer) {
        return feedback.stream()
                .filter(one -> one.when().equals(answer))
                .map(FeedbackView::text)
                .findFirst()
                .orElse("");
    }

    /** The words of a place. */
    public String placeOf(String place) {
        return parts instanceof Parts.Places where
                ? where.places().stream()
                        .filter(one -> one.key().equals(place))
                        .map(PlaceView::text)
                        .findFirst()
                        .orElse("")
                : textOf(place);
    }

    /** The things that were to be put in order or in their places, as they belong: words, or "thing: place". */
    public List<Belonging> belonging() {
        return List.of(right.split(" ")).stream()
                .map(one -> one.contains("=")
                        ? new Belonging(
                                thing(one.substring(0, one.indexOf('='))), placeOf(one.substring(one.indexOf('=') + 1)))
                        : new Belonging(textOf(one), ""))
                .toList();
    }

    /** A thing and its place; "" where there is only an order. */
    record Belonging(String thing, String place) {}

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
        return parts instanceof Parts.Spots spots ? StepView.shown(spots.picture()) : null;
    }

    public List<SceneView> getScenes() {
        return parts instanceof Parts.Scenes scenes ? scenes.scenes() : List.of();
    }

    private String thing(String key) {
        return parts instanceof Parts.Gaps ? QuestionWords.in(language).gap(key) : textOf(key);
    }
}
