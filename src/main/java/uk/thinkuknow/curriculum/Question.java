package uk.thinkuknow.curriculum;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something a child answers; each kind says what its answers look like and how they are marked. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Question.SingleChoice.class, name = "single-choice"),
    @JsonSubTypes.Type(value = Question.MultipleChoice.class, name = "multiple-choice"),
    @JsonSubTypes.Type(value = Question.TrueFalse.class, name = "true-false"),
    @JsonSubTypes.Type(value = Question.PutInOrder.class, name = "put-in-order"),
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
            var mixed = items.stream()
                    .sorted(Comparator.comparing((Item item) -> (key + item.key()).hashCode() * 0x9E3779B1)
                            .thenComparing(Item::key))
                    .toList();
            return mixed.equals(items) ? rotated() : mixed;
        }

        private List<Item> rotated() {
            return Stream.concat(items.stream().skip(1), items.stream().limit(1))
                    .toList();
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
}
