package uk.thinkuknow.curriculum.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.thinkuknow.curriculum.lesson.Question.Choice;
import uk.thinkuknow.curriculum.lesson.Question.FillTheGap;
import uk.thinkuknow.curriculum.lesson.Question.Group;
import uk.thinkuknow.curriculum.lesson.Question.Match;
import uk.thinkuknow.curriculum.lesson.Question.MultipleChoice;
import uk.thinkuknow.curriculum.lesson.Question.Option;
import uk.thinkuknow.curriculum.lesson.Question.Pair;
import uk.thinkuknow.curriculum.lesson.Question.PictureChoice;
import uk.thinkuknow.curriculum.lesson.Question.Poll;
import uk.thinkuknow.curriculum.lesson.Question.PutInOrder;
import uk.thinkuknow.curriculum.lesson.Question.Scale;
import uk.thinkuknow.curriculum.lesson.Question.SingleChoice;
import uk.thinkuknow.curriculum.lesson.Question.Sort;
import uk.thinkuknow.curriculum.lesson.Question.Sorted;
import uk.thinkuknow.curriculum.lesson.Question.Spot;
import uk.thinkuknow.curriculum.lesson.Question.SpotIt;
import uk.thinkuknow.curriculum.lesson.Question.Story;
import uk.thinkuknow.curriculum.lesson.Question.TrueFalse;
import uk.thinkuknow.curriculum.lesson.Question.Word;

/**
 * Decides whether a child's answer to a question of any kind is right. This runs on the server, so that a manipulated
 * page changes nothing.
 */
public final class Marking {
    private Marking() {}

    /**
     * Marks an answer as received. An answer that does not fit the question is not acceptable; it is never an error.
     */
    public static MarkedAnswer mark(Question question, JsonNode answer) {
        return switch (question) {
            case SingleChoice q -> single(q.options(), answer);
            case PictureChoice q -> single(q.options(), answer);
            case MultipleChoice q ->
                several(
                        keys(q.options(), Option::key, Option::right),
                        keys(q.options(), Option::key, any -> true),
                        answer);
            case TrueFalse q -> trueFalse(q, answer);
            case PutInOrder q -> inOrder(q, answer);
            case Match q -> inPlace(placesOf(q.pairs(), Pair::key, Pair::key), Set.of(), true, answer);
            case Sort q ->
                inPlace(
                        placesOf(q.items(), Sorted::key, Sorted::group),
                        keys(q.groups(), Group::key, any -> true),
                        false,
                        answer);
            case FillTheGap q -> inPlace(gaps(q.gaps()), keys(q.words(), Word::key, any -> true), false, answer);
            case SpotIt q ->
                several(keys(q.spots(), Spot::key, Spot::right), keys(q.spots(), Spot::key, any -> true), answer);
            case Scale q -> point(q, answer);
            case Poll q -> poll(q, answer);
            case Story q -> way(q, answer);
        };
    }

    private static MarkedAnswer single(List<Option> options, JsonNode answer) {
        return options.stream()
                .filter(option -> answer.isTextual() && option.key().equals(answer.textValue()))
                .findFirst()
                .map(option -> MarkedAnswer.scored(option.right(), List.of(option.key())))
                .orElse(MarkedAnswer.NOT_AN_ANSWER);
    }

    private static MarkedAnswer several(Set<String> right, Set<String> known, JsonNode answer) {
        var chosen = distinctKeys(answer);
        if (chosen.isEmpty() || !known.containsAll(chosen)) {
            return MarkedAnswer.NOT_AN_ANSWER;
        }
        return MarkedAnswer.scored(new HashSet<>(chosen).equals(right), chosen);
    }

    private static MarkedAnswer poll(Poll question, JsonNode answer) {
        return answer.isTextual()
                        && keys(question.choices(), Choice::key, any -> true).contains(answer.textValue())
                ? MarkedAnswer.unscored(List.of(answer.textValue()))
                : MarkedAnswer.NOT_AN_ANSWER;
    }

    /**
     * Marks items put in places, as "item=place".
     *
     * @param right the right place of each item
     * @param others places that may be used although no item belongs there
     * @param alone whether a place takes one item only
     */
    private static MarkedAnswer inPlace(Map<String, String> right, Set<String> others, boolean alone, JsonNode answer) {
        var given = distinctKeys(answer);
        var places = new HashMap<String, String>();
        for (var one : given) {
            var parts = one.split("=", 2);
            if (parts.length != 2 || places.put(parts[0], parts[1]) != null) {
                return MarkedAnswer.NOT_AN_ANSWER;
            }
        }
        var known = Stream.concat(right.values().stream(), others.stream()).collect(Collectors.toSet());
        boolean each = places.keySet().equals(right.keySet()) && known.containsAll(places.values());
        if (!each || alone && new HashSet<>(places.values()).size() < places.size()) {
            return MarkedAnswer.NOT_AN_ANSWER;
        }
        return MarkedAnswer.scored(places.equals(right), given);
    }

    /** The choices must form a path from the first scene to an end. */
    private static MarkedAnswer way(Story story, JsonNode answer) {
        var taken = distinctKeys(answer);
        var scene = Optional.of(story.scenes().getFirst());
        boolean best = true;
        for (var key : taken) {
            var turn = scene.flatMap(here ->
                    here.turns().stream().filter(one -> one.key().equals(key)).findFirst());
            if (turn.isEmpty()) {
                return MarkedAnswer.NOT_AN_ANSWER;
            }
            best &= turn.get().best();
            scene = story.scene(turn.get().to());
        }
        boolean goesOn = scene.isPresent() && !scene.get().turns().isEmpty();
        if (goesOn) {
            return MarkedAnswer.NOT_AN_ANSWER;
        }
        return story.scored() ? MarkedAnswer.scored(best, taken) : MarkedAnswer.unscored(taken);
    }

    private static MarkedAnswer trueFalse(TrueFalse question, JsonNode answer) {
        var said = answer.isTextual() ? answer.textValue() : "";
        if (!said.equals("true") && !said.equals("false")) {
            return MarkedAnswer.NOT_AN_ANSWER;
        }
        return MarkedAnswer.scored(said.equals("true") == question.right(), List.of(said));
    }

    private static MarkedAnswer inOrder(PutInOrder question, JsonNode answer) {
        var chosen = distinctKeys(answer);
        var right = question.items().stream().map(Question.Item::key).toList();
        if (chosen.size() != right.size() || !new HashSet<>(chosen).equals(new HashSet<>(right))) {
            return MarkedAnswer.NOT_AN_ANSWER;
        }
        return MarkedAnswer.scored(chosen.equals(right), chosen);
    }

    private static MarkedAnswer point(Scale question, JsonNode answer) {
        boolean whole = answer.isIntegralNumber() && answer.canConvertToInt();
        if (!whole
                || answer.intValue() < 1
                || answer.intValue() > question.points().size()) {
            return MarkedAnswer.NOT_AN_ANSWER;
        }
        return MarkedAnswer.unscored(List.of(Integer.toString(answer.intValue())));
    }

    /** Returns the keys of a list; empty if it is not a list of different strings. */
    private static List<String> distinctKeys(JsonNode answer) {
        var chosen = new LinkedHashSet<String>();
        for (var one : answer) {
            if (!answer.isArray() || !one.isTextual() || !chosen.add(one.textValue())) {
                return List.of();
            }
        }
        return List.copyOf(chosen);
    }

    private static <T> Set<String> keys(List<T> things, Function<T, String> key, Predicate<T> which) {
        return things.stream().filter(which).map(key).collect(Collectors.toSet());
    }

    private static <T> Map<String, String> placesOf(
            List<T> things, Function<T, String> key, Function<T, String> place) {
        return things.stream().collect(Collectors.toMap(key, place));
    }

    private static Map<String, String> gaps(List<String> words) {
        return IntStream.range(0, words.size())
                .boxed()
                .collect(Collectors.toMap(gap -> Integer.toString(gap + 1), words::get));
    }
}
