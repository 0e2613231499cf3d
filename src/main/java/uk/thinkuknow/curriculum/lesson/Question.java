package uk.thinkuknow.curriculum.lesson;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A question that a child answers. Each kind says what its answers look like and how they are marked. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Question.SingleChoice.class, name = "single-choice"),
    @JsonSubTypes.Type(value = Question.MultipleChoice.class, name = "multiple-choice"),
    @JsonSubTypes.Type(value = Question.TrueFalse.class, name = "true-false"),
    @JsonSubTypes.Type(value = Question.PutInOrder.class, name = "put-in-order"),
    @JsonSubTypes.Type(value = Question.PictureChoice.class, name = "picture-choice"),
    @JsonSubTypes.Type(value = Question.Match.class, name = "match"),
    @JsonSubTypes.Type(value = Question.Sort.class, name = "sort"),
    @JsonSubTypes.Type(value = Question.FillTheGap.class, name = "fill-the-gap"),
    @JsonSubTypes.Type(value = Question.SpotIt.class, name = "spot-it"),
    @JsonSubTypes.Type(value = Question.Poll.class, name = "poll"),
    @JsonSubTypes.Type(value = Question.Story.class, name = "story"),
    @JsonSubTypes.Type(value = Question.Scale.class, name = "scale")
})
public sealed interface Question {
    String key();

    String stem();

    /** One of several options is right. Answered by its key. */
    record SingleChoice(String key, String stem, List<Option> options) implements Question {}

    /** Some of several options are right. Answered by their keys in any order. */
    record MultipleChoice(String key, String stem, List<Option> options) implements Question {}

    /** A statement that is true or false. Answered "true" or "false". */
    record TrueFalse(String key, String stem, boolean right, String feedbackTrue, String feedbackFalse)
            implements Question {}

    /** Items to put in order, listed in their right order. Answered by all keys in the child's order. */
    record PutInOrder(String key, String stem, List<Item> items, String feedbackRight, String feedbackOther)
            implements Question {

        /**
         * Returns the items as a child first sees them: shuffled, the same for every child, never in the right order.
         */
        public List<Item> startingOrder() {
            return Shuffle.shuffledOutOfOrder(items, key, Item::key);
        }
    }

    /** One of several pictures is right. Answered by its key. */
    record PictureChoice(String key, String stem, List<Option> options) implements Question {}

    /**
     * Items to match with their partners. Answered by "item=partner" for each item, where a partner has the key of its
     * item.
     */
    record Match(String key, String stem, List<Pair> pairs) implements Question {}

    /** Items to sort into groups. Answered by "item=group" for each item. */
    record Sort(String key, String stem, List<Group> groups, List<Sorted> items) implements Question {}

    /**
     * A text with gaps, and words to choose from. Answered by "gap=word" for each gap, counted from 1.
     *
     * @param text the text, with the key of the right word in square brackets for each gap
     */
    record FillTheGap(String key, String stem, String text, List<Word> words) implements Question {
        private static final Pattern GAP = Pattern.compile("\\[([^\\[\\]]*)]");

        /** Returns the keys of the right words, in the order of the gaps. */
        public List<String> gaps() {
            return GAP.matcher(text).results().map(gap -> gap.group(1)).toList();
        }

        /** Returns the parts of the text around the gaps: one more than there are gaps, some of them empty. */
        public List<String> around() {
            return List.of(GAP.split(text, -1));
        }
    }

    /**
     * Spots in a picture (640 by 400 units), some of them to be found. Answered by the keys of the spots picked, in any
     * order.
     */
    record SpotIt(String key, String stem, Picture picture, List<Spot> spots) implements Question {}

    /** A question of opinion without a right answer. Answered by the key of a choice. */
    record Poll(String key, String stem, List<Choice> choices) implements Question {
        /**
         * Returns whether this is a question of fact asked at the start of a lesson, which gets its answer at the end.
         */
        public boolean comesBack() {
            return key.startsWith(Lesson.BEFORE);
        }
    }

    /**
     * A story with choices that lead from scene to scene. Answered by the keys of the choices made, from the first
     * scene on. The path of only best choices is right; if no choice is best, the story is not scored.
     */
    record Story(String key, String stem, List<Scene> scenes) implements Question {
        public Optional<Scene> scene(String sceneKey) {
            return scenes.stream().filter(scene -> scene.key().equals(sceneKey)).findFirst();
        }

        public boolean scored() {
            return scenes.stream().flatMap(scene -> scene.turns().stream()).anyMatch(Turn::best);
        }
    }

    /** A scale, such as how sure or how safe; not scored. Answered by a number, counted from 1. */
    record Scale(String key, String stem, List<Point> points) implements Question {}

    /** A possible answer, with feedback for the child who picks it. */
    record Option(String key, String text, @Nullable Picture picture, boolean right, String feedback) {}

    /** An item to put in order. */
    record Item(String key, String text, @Nullable Picture picture) {}

    /** A point of a scale, with feedback for the child who picks it. */
    record Point(String text, String feedback) {}

    /** An item, its partner, and why they belong together. */
    record Pair(
            String key,
            String text,
            @Nullable Picture picture,
            String partner,
            @Nullable Picture partnerPicture,
            String feedback) {}

    /** A group to sort items into. */
    record Group(String key, String text, @Nullable Picture picture) {}

    /** An item to sort, the key of the group it belongs to, and why. */
    record Sorted(String key, String text, @Nullable Picture picture, String group, String feedback) {}

    /** A word for a gap, with feedback for the child who uses it. */
    record Word(String key, String text, String feedback) {}

    /** A rectangle in a picture: its name, and its upper left corner, width and height in the drawing's units. */
    record Spot(String key, String text, int x, int y, int width, int height, boolean right, String feedback) {}

    /** An answer to a question without a right answer, with feedback for the child who picks it. */
    record Choice(String key, String text, @Nullable Picture picture, String feedback) {}

    /** A scene of a story, in Markdown; a scene without choices is an end. */
    record Scene(String key, String text, @Nullable Picture picture, List<Turn> turns) {}

    /** A choice in a scene, its feedback, and the key of the next scene; "" if the story ends. */
    record Turn(String key, String text, String feedback, String to, boolean best) {}
}
