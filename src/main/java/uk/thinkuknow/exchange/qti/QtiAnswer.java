package uk.thinkuknow.exchange.qti;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static uk.thinkuknow.exchange.content.Markup.element;
import static uk.thinkuknow.exchange.content.Markup.words;

/** What an item of QTI 3 says of its answer: which is right, how it is marked, and what is told back. */
final class QtiAnswer {
    private final String id;
    private final List<String> correct = new ArrayList<>();
    /** What is told back, by the name of what it is told for. */
    private final Map<String, String> told = new LinkedHashMap<>();

    private String cardinality = "single";
    private String type = "identifier";
    /** How it is found out what is told back. */
    private String telling = "";
    /** Are words put into gaps, each with its own outcome? */
    private boolean placed;

    /** @param id of the response; empty where nothing is answered */
    QtiAnswer(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    void right(String value) {
        correct.add(value);
    }

    void is(String cardinalityOfIt, String typeOfIt) {
        cardinality = cardinalityOfIt;
        type = typeOfIt;
    }

    void tell(String key, String feedback) {
        if (!feedback.isEmpty()) {
            told.put(QtiItemWriter.id(key), feedback);
        }
    }

    String declarations() {
        if (id.isEmpty()) {
            return "";
        }
        var right = correct.stream().map(value -> element("qti-value", value)).collect(Collectors.joining());
        var response = element(
                "qti-response-declaration",
                right.isEmpty() ? "" : element("qti-correct-response", right),
                "identifier",
                id,
                "cardinality",
                cardinality,
                "base-type",
                type);
        var outcomes = new StringBuilder(outcome("SCORE", "single", "float"));
        if (placed) {
            told.keySet().forEach(word -> outcomes.append(outcome(outcomeOf(word), "single", "identifier")));
        } else {
            outcomes.append(outcome("FEEDBACK", "multiple", "identifier"));
        }
        return response + outcomes;
    }

    private static String outcome(String id, String cardinality, String type) {
        return element("qti-outcome-declaration", "", "identifier", id, "cardinality", cardinality, "base-type", type);
    }

    String processing() {
        var scoring = correct.isEmpty()
                ? ""
                : ifRight(element("qti-set-outcome-value", value("float", "1"), "identifier", "SCORE"), "");
        return scoring.isEmpty() && telling.isEmpty() ? "" : element("qti-response-processing", scoring + telling);
    }

    private String ifRight(String then, String otherwise) {
        var right = element("qti-match", variable(id) + element("qti-correct", "", "identifier", id));
        return element(
                "qti-response-condition",
                element("qti-response-if", right + then)
                        + (otherwise.isEmpty() ? "" : element("qti-response-else", otherwise)));
    }

    /** What is told has the name of what was chosen. */
    void tellsChosen() {
        var chosen = variable(id);
        telling = element(
                "qti-set-outcome-value",
                cardinality.equals("single") ? element("qti-multiple", chosen) : chosen,
                "identifier",
                "FEEDBACK");
    }

    /** What is told of each thing, whatever was answered. */
    void tellsAll() {
        var all = told.keySet().stream().map(key -> value("identifier", key)).collect(Collectors.joining());
        telling = element("qti-set-outcome-value", element("qti-multiple", all), "identifier", "FEEDBACK");
    }

    void tellsWhetherRight() {
        telling = ifRight(tells("right"), tells("other"));
    }

    /** What is told of each word that was put into a gap. */
    void tellsPlaced(List<String> words, int gaps) {
        placed = true;
        telling = words.stream().map(word -> ifPlaced(word, gaps)).collect(Collectors.joining());
    }

    private static String tells(String key) {
        return element(
                "qti-set-outcome-value", element("qti-multiple", value("identifier", key)), "identifier", "FEEDBACK");
    }

    private String ifPlaced(String word, int gaps) {
        var anywhere = IntStream.rangeClosed(1, gaps)
                .mapToObj(gap -> element("qti-member", value("directedPair", word + " G" + gap) + variable(id)))
                .collect(Collectors.joining());
        var tells = element("qti-set-outcome-value", value("identifier", word), "identifier", outcomeOf(word));
        return told.containsKey(word)
                ? element("qti-response-condition", element("qti-response-if", element("qti-or", anywhere) + tells))
                : "";
    }

    /** Where what is told of a word stands: of words in gaps several may be told, and players differ in adding one to others. */
    private String outcomeOf(String told) {
        return placed ? "FEEDBACK-" + told : "FEEDBACK";
    }

    private static String variable(String id) {
        return element("qti-variable", "", "identifier", id);
    }

    private static String value(String type, String value) {
        return element("qti-base-value", value, "base-type", type);
    }

    String feedback() {
        return told.entrySet().stream()
                .map(one -> element(
                        "qti-modal-feedback",
                        element("qti-content-body", element("p", words(one.getValue()))),
                        "outcome-identifier",
                        outcomeOf(one.getKey()),
                        "show-hide",
                        "show",
                        "identifier",
                        one.getKey()))
                .collect(Collectors.joining("\n"));
    }
}
