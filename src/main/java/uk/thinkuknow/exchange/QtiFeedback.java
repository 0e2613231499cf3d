package uk.thinkuknow.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an item of QTI tells back, and for which answer it does so, as far as its rules are of the usual forms. */
final class QtiFeedback {
    private static final Pattern RIGHT = Pattern.compile("(?i)^(correct|right|true|yes|good|positive|solution)\\b.*");
    private static final Pattern WRONG = Pattern.compile("(?i)^(incorrect|wrong|false|no|other|negative)\\b.*");

    private final Map<String, String> words = new LinkedHashMap<>();
    private final Map<String, List<String>> byValue = new HashMap<>();
    private final List<String> whenRight = new ArrayList<>();
    private final List<String> whenWrong = new ArrayList<>();
    private final Set<String> used = new HashSet<>();

    static QtiFeedback of(Element item) {
        var feedback = new QtiFeedback();
        item.below()
                .filter(part -> Set.of("modal-feedback", "feedback-inline", "feedback-block")
                        .contains(part.name()))
                .filter(part -> !part.at("show-hide").equals("hide"))
                .forEach(part -> feedback.words.merge(
                        part.at("identifier"), Rich.of(part).plain(), (one, other) -> one + " " + other));
        item.below("response-condition").forEach(feedback::condition);
        return feedback;
    }

    /** What is told to whoever gives this answer; empty where nothing is known. */
    String of(String value, boolean right) {
        var named = byValue.get(value);
        if (named != null) {
            return told(named);
        }
        return words.containsKey(value) ? named(value) : right ? whenRight() : whenWrong();
    }

    /** What is told of one thing by its own name, and nothing else. */
    String named(String identifier) {
        used.add(identifier);
        return words.getOrDefault(identifier, "");
    }

    /** What is told and belongs to no answer: an explanation, a way to think. */
    String leftOver() {
        return words.entrySet().stream()
                .filter(one -> !used.contains(one.getKey()) && !one.getValue().isEmpty())
                .map(Map.Entry::getValue)
                .distinct()
                .collect(Collectors.joining("\n\n"));
    }

    String whenRight() {
        return whenRight.isEmpty() ? first(RIGHT) : told(whenRight);
    }

    String whenWrong() {
        return whenWrong.isEmpty() ? first(WRONG) : told(whenWrong);
    }

    private void condition(Element condition) {
        boolean afterRight = false;
        for (var branch : condition.children()) {
            var rule = branch.children().stream()
                    .filter(part -> !part.is("set-outcome-value") && !part.is("response-condition"))
                    .findFirst();
            var told = branch.children("set-outcome-value").stream()
                    .flatMap(set -> set.below("base-value").stream())
                    .map(Element::text)
                    .filter(words::containsKey)
                    .toList();
            if (branch.is("response-else") || rule.isEmpty()) {
                if (afterRight) {
                    whenWrong.addAll(told);
                }
            } else if (!rule.get().below("correct").isEmpty()) {
                boolean not = rule.get().is("not") || !rule.get().below("not").isEmpty();
                afterRight |= !not;
                (not ? whenWrong : whenRight).addAll(told);
            } else {
                var values = rule.get().below("base-value");
                if (values.size() == 1 && values.getFirst().text().matches("correct|incorrect")) {
                    // What OpenOLAT calls its own finding.
                    (values.getFirst().text().equals("correct") ? whenRight : whenWrong).addAll(told);
                } else if (values.size() == 1 && !told.isEmpty()) {
                    byValue.computeIfAbsent(RichReader.oneLine(values.getFirst().text()), any -> new ArrayList<>())
                            .addAll(told);
                }
            }
        }
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
