package uk.thinkuknow.curriculum.lesson;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Something a child answers; each kind says what its answers look like and how they are marked. */
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

    /** One of several options is right; answered by its key. */
    record SingleChoice(String key, String stem, List<Option> options) implements Question {}

    /** Some of several options are right; answered by their keys in any order. */
    record MultipleChoice(String key, String stem, List<Option> options) implements Question {}

    /** A statement; answered "true" or "false". */
    record TrueFalse(String key, String stem, boolean right, String feedbackTrue, String feedbackFalse)
            implements Question {}

    /** Items listed in their right order; answered by all keys in the child's order. */
    record PutInOrder(String key, String stem, List<Item> items, String feedbackRight, String feedbackOther)
            implements Question {

        /** The items as a child first meets them: mixed, the same for every child, and never in the right order. */
        public List<Item> startingOrder() {
            return Mixed.apart(items, key, Item::key);
        }
    }

    /** One of several pictures is right; answered by its key. */
    record PictureChoice(String key, String stem, List<Option> options) implements Question {}

    /** Things and their partners; answered by "thing=partner" for each thing, a partner going by the key of its thing. */
    record Match(String key, String stem, List<Pair> pairs) implements Question {}

    /** Things that belong into groups; answered by "thing=group" for each thing. */
    record Sort(String key, String stem, List<Group> groups, List<Sorted> items) implements Question {}

    /**
     * A text with gaps and words to choose from; answered by "gap=word" for each gap, the first gap being 1.
     *
     * @param text with the key of the word that belongs there in square brackets for each gap
     */
    record FillTheGap(String key, String stem, String text, List<Word> words) implements Question {
        private static final Pattern GAP = Pattern.compile("\\[([^\\[\\]]*)]");

        /** The keys of the words that belong into the gaps, in their order. */
        public List<String> gaps() {
            return GAP.matcher(text).results().map(gap -> gap.group(1)).toList();
        }

        /** The text around the gaps: one part more than there are gaps, some of them empty. */
        public List<String> around() {
            return List.of(GAP.split(text, -1));
        }
    }

    /** Places in a picture of 640 by 400, some of them to be found; answered by the keys of those picked, in any order. */
    record SpotIt(String key, String stem, Picture picture, List<Spot> spots) implements Question {}

    /** What do you think: nothing is right or wrong; answered by the key of a choice. */
    record Poll(String key, String stem, List<Choice> choices) implements Question {
        /** Is it a question of fact that only waits for the end of the lesson, where it is asked again and has an answer? */
        public boolean comesBack() {
            return key.startsWith(Lesson.BEFORE);
        }
    }

    /**
     * What would you do: scenes with turns that lead to later scenes, from the first on. Answered by the keys of the turns
     * taken. Right is the way of best turns only; where no turn is best, nothing is scored.
     */
    record Story(String key, String stem, List<Scene> scenes) implements Question {
        public Optional<Scene> scene(String sceneKey) {
            return scenes.stream().filter(scene -> scene.key().equals(sceneKey)).findFirst();
        }

        public boolean scored() {
            return scenes.stream().flatMap(scene -> scene.turns().stream()).anyMatch(Turn::best);
        }
    }

    /** How sure, how safe: unscored; answered by a number, 1 being the first point. */
    record Scale(String key, String stem, List<Point> points) implements Question {}

    /** A possible answer, with words for the child who picked it. */
    record Option(String key, String text, @Nullable Picture picture, boolean right, String feedback) {}

    /** A thing to put in its place. */
    record Item(String key, String text, @Nullable Picture picture) {}

    /** A point of a scale and the words told back. */
    record Point(String text, String feedback) {}

    /** A thing, its partner, and why they belong together. */
    record Pair(
            String key,
            String text,
            @Nullable Picture picture,
            String partner,
            @Nullable Picture partnerPicture,
            String feedback) {}

    /** Where things are put. */
    record Group(String key, String text, @Nullable Picture picture) {}

    /** A thing, the key of the group it belongs to, and why. */
    record Sorted(String key, String text, @Nullable Picture picture, String group, String feedback) {}

    /** A word for a gap, with words for the child who put it there. */
    record Word(String key, String text, String feedback) {}

    /** A place in a picture: its name, and its left upper corner, width and height as the drawing counts them. */
    record Spot(String key, String text, int x, int y, int width, int height, boolean right, String feedback) {}

    /** An answer where none is right, with words for the child who picked it. */
    record Choice(String key, String text, @Nullable Picture picture, String feedback) {}

    /** A scene of a story (Markdown); one without turns is an end. */
    record Scene(String key, String text, @Nullable Picture picture, List<Turn> turns) {}

    /** What a child may do in a scene, what comes of it, and the key of the scene that follows; "" where the story ends. */
    record Turn(String key, String text, String feedback, String to, boolean best) {}
}
