package uk.thinkuknow.curriculum;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.thinkuknow.curriculum.Question.MultipleChoice;
import uk.thinkuknow.curriculum.Question.Option;
import uk.thinkuknow.curriculum.Question.PutInOrder;
import uk.thinkuknow.curriculum.Question.Scale;
import uk.thinkuknow.curriculum.Question.SingleChoice;
import uk.thinkuknow.curriculum.Question.TrueFalse;

/** Marks a child's answer, whatever the page has shown: the server decides. */
public final class Marking {
    private Marking() {}

    /** Marks an answer as it came in; anything that is no answer to the question is not acceptable, never an error. */
    public static Marked mark(Question question, JsonNode answer) {
        return switch (question) {
            case SingleChoice q -> single(q, answer);
            case MultipleChoice q -> multiple(q, answer);
            case TrueFalse q -> trueFalse(q, answer);
            case PutInOrder q -> inOrder(q, answer);
            case Scale q -> point(q, answer);
        };
    }

    private static Marked single(SingleChoice question, JsonNode answer) {
        return question.options().stream()
                .filter(option -> answer.isTextual() && option.key().equals(answer.textValue()))
                .findFirst()
                .map(option -> Marked.scored(option.right(), List.of(option.key())))
                .orElse(Marked.NOT_AN_ANSWER);
    }

    private static Marked multiple(MultipleChoice question, JsonNode answer) {
        var chosen = distinctKeys(answer);
        var known = keys(question.options(), option -> true);
        if (chosen.isEmpty() || !known.containsAll(chosen)) {
            return Marked.NOT_AN_ANSWER;
        }
        return Marked.scored(new HashSet<>(chosen).equals(keys(question.options(), Option::right)), chosen);
    }

    private static Marked trueFalse(TrueFalse question, JsonNode answer) {
        var said = answer.isTextual() ? answer.textValue() : "";
        if (!said.equals("true") && !said.equals("false")) {
            return Marked.NOT_AN_ANSWER;
        }
        return Marked.scored(said.equals("true") == question.right(), List.of(said));
    }

    private static Marked inOrder(PutInOrder question, JsonNode answer) {
        var chosen = distinctKeys(answer);
        var right = question.items().stream().map(Question.Item::key).toList();
        if (chosen.size() != right.size() || !new HashSet<>(chosen).equals(new HashSet<>(right))) {
            return Marked.NOT_AN_ANSWER;
        }
        return Marked.scored(chosen.equals(right), chosen);
    }

    private static Marked point(Scale question, JsonNode answer) {
        boolean whole = answer.isIntegralNumber() && answer.canConvertToInt();
        if (!whole
                || answer.intValue() < 1
                || answer.intValue() > question.points().size()) {
            return Marked.NOT_AN_ANSWER;
        }
        return Marked.unscored(Integer.toString(answer.intValue()));
    }

    /** The keys of a list, or none if it is no list of different strings. */
    private static List<String> distinctKeys(JsonNode answer) {
        var chosen = new LinkedHashSet<String>();
        for (var one : answer) {
            if (!answer.isArray() || !one.isTextual() || !chosen.add(one.textValue())) {
                return List.of();
            }
        }
        return List.copyOf(chosen);
    }

    private static Set<String> keys(List<Option> options, Predicate<Option> which) {
        return options.stream().filter(which).map(Option::key).collect(Collectors.toSet());
    }
}
