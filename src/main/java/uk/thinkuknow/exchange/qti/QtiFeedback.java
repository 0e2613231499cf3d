package uk.thinkuknow.exchange.qti;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.thinkuknow.exchange.content.RichText;
import uk.thinkuknow.exchange.content.RichTextReader;
import uk.thinkuknow.exchange.content.XmlElement;

/** Finds the feedback of a QTI item for each answer, as far as its rules have the usual forms. */
final class QtiFeedback {
    private static final Pattern RIGHT = Pattern.compile("(?i)^(correct|right|true|yes|good|positive|solution)\\b.*");
    private static final Pattern WRONG = Pattern.compile("(?i)^(incorrect|wrong|false|no|other|negative)\\b.*");

    private final Map<String, String> words = new LinkedHashMap<>();
    private final Map<String, List<String>> byValue = new HashMap<>();
    private final Map<String, List<String>> whenRight = new HashMap<>();
    private final Map<String, List<String>> whenWrong = new HashMap<>();
    private final Set<String> responses = new LinkedHashSet<>();
    private final Set<String> used = new HashSet<>();

    static QtiFeedback of(XmlElement item) {
        var feedback = new QtiFeedback();
        item.descendants()
                .filter(part -> Set.of("modal-feedback", "feedback-inline", "feedback-block")
                        .contains(part.name()))
                .filter(part -> !part.attribute("show-hide").equals("hide"))
                .forEach(part -> feedback.words.merge(
                        part.attribute("identifier"), RichText.of(part).plain(), (one, other) -> one + " " + other));
        item.descendants("response-declaration")
                .forEach(declared -> feedback.responses.add(declared.attribute("identifier")));
        item.descendants("response-condition").forEach(feedback::condition);
        return feedback;
    }

    /** Returns the feedback for an answer to a response; empty if none is known. */
    String of(String response, String value, boolean right) {
        var own = ofValue(response, value);
        return !own.isEmpty() || byValue.containsKey(key(response, value)) || words.containsKey(value)
                ? own
                : right ? whenRight(response) : whenWrong(response);
    }

    /** Returns the feedback that this one answer has; ignores feedback for all right or all wrong answers. */
    String ofValue(String response, String value) {
        var named = byValue.get(key(response, value));
        return named == null ? named(value) : told(named);
    }

    /** Returns the feedback with this identifier, and notes that it was used; empty if there is none. */
    String named(String identifier) {
        used.add(identifier);
        return words.getOrDefault(identifier, "");
    }

    /** Returns the feedback that was not used for any answer so far, such as an explanation. */
    String leftOver() {
        return words.entrySet().stream()
                .filter(one -> !used.contains(one.getKey()) && !one.getValue().isEmpty())
                .map(Map.Entry::getValue)
                .distinct()
                .collect(Collectors.joining("\n\n"));
    }

    String whenRight(String response) {
        return told(response, whenRight, RIGHT);
    }

    String whenWrong(String response) {
        return told(response, whenWrong, WRONG);
    }

    /** If an item asks several questions, an identifier such as "correct" does not say which one it belongs to. */
    private String told(String response, Map<String, List<String>> when, Pattern name) {
        var named = when.getOrDefault(response, List.of());
        return !named.isEmpty() ? told(named) : responses.size() > 1 ? "" : first(name);
    }

    private void condition(XmlElement condition) {
        var afterRight = new LinkedHashSet<String>();
        for (var branch : condition.children()) {
            var rule = branch.children().stream()
                    .filter(part -> !part.is("set-outcome-value") && !part.is("response-condition"))
                    .findFirst();
            var told = branch.children("set-outcome-value").stream()
                    .flatMap(set -> set.descendants("base-value").stream())
                    .map(XmlElement::text)
                    .filter(words::containsKey)
                    .toList();
            if (branch.is("response-else") || rule.isEmpty()) {
                afterRight.forEach(response -> add(whenWrong, response, told));
            } else if (!rule.get().descendants("correct").isEmpty()) {
                boolean not =
                        rule.get().is("not") || !rule.get().descendants("not").isEmpty();
                for (var correct : rule.get().descendants("correct")) {
                    if (!not) {
                        afterRight.add(correct.attribute("identifier"));
                    }
                    add(not ? whenWrong : whenRight, correct.attribute("identifier"), told);
                }
            } else {
                valued(rule.get(), told);
            }
        }
    }

    private void valued(XmlElement rule, List<String> told) {
        var values = rule.descendants("base-value");
        if (values.size() != 1 || told.isEmpty()) {
            return;
        }
        var value = RichTextReader.oneLine(values.getFirst().text());
        var asked = rule.descendants("variable").stream()
                .map(variable -> variable.attribute("identifier"))
                .filter(responses::contains)
                .toList();
        if (value.matches("correct|incorrect")) {
            // OpenOLAT's own value for a right or a wrong answer.
            responses.forEach(response -> add(value.equals("correct") ? whenRight : whenWrong, response, told));
        } else {
            asked.forEach(response -> add(byValue, key(response, value), told));
        }
    }

    private static void add(Map<String, List<String>> when, String key, List<String> told) {
        when.computeIfAbsent(key, any -> new ArrayList<>()).addAll(told);
    }

    private static String key(String response, String value) {
        return response + "\n" + value;
    }

    private String told(List<String> named) {
        return named.stream().distinct().map(this::named).collect(Collectors.joining(" "));
    }

    private String first(Pattern name) {
        return words.keySet().stream()
                .filter(identifier -> name.matcher(identifier).matches())
                .findFirst()
                .map(this::named)
                .orElse("");
    }
}
