package uk.thinkuknow.exchange.qti;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static uk.thinkuknow.exchange.content.MarkupTemplates.each;
import static uk.thinkuknow.exchange.content.MarkupTemplates.markup;
import static uk.thinkuknow.exchange.content.MarkupTemplates.words;

/** Writes the parts of a QTI 3 item about its answer: the right response, the scoring and the feedback. */
final class QtiAnswerWriter {
    private final String id;
    private final List<String> correct = new ArrayList<>();
    /** Feedback by the identifier of the answer that it belongs to. */
    private final Map<String, String> told = new LinkedHashMap<>();

    private String cardinality = "single";
    private String type = "identifier";
    /** The response rules that select the feedback, as markup. */
    private String feedbackRules = "";
    /** Whether words are put into gaps, so that each word has an outcome of its own. */
    private boolean intoGaps;

    /** @param id of the response; empty if the item asks nothing */
    QtiAnswerWriter(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    void right(String value) {
        correct.add(value);
    }

    void setType(String cardinalityOfIt, String typeOfIt) {
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
        var right = each(correct, value -> markup("<qti-value>{}</qti-value>", value));
        var response = markup(
                "<qti-response-declaration identifier='{}' cardinality='{}' base-type='{}'>{}</qti-response-declaration>",
                id,
                cardinality,
                type,
                right.isEmpty() ? "" : markup("<qti-correct-response>{}</qti-correct-response>", right));
        var feedback = intoGaps
                ? each(List.copyOf(told.keySet()), word -> outcome(outcomeOf(word), "single", "identifier"))
                : outcome("FEEDBACK", "multiple", "identifier");
        return response + outcome("SCORE", "single", "float") + feedback;
    }

    private static String outcome(String id, String cardinality, String type) {
        return markup(
                "<qti-outcome-declaration identifier='{}' cardinality='{}' base-type='{}'/>", id, cardinality, type);
    }

    String processing() {
        var scoring = correct.isEmpty() ? "" : ifRight(set("SCORE", value("float", "1")), "");
        return scoring.isEmpty() && feedbackRules.isEmpty()
                ? ""
                : markup("<qti-response-processing>{}{}</qti-response-processing>", scoring, feedbackRules);
    }

    private String ifRight(String then, String otherwise) {
        return markup(
                "<qti-response-condition><qti-response-if><qti-match>{}<qti-correct identifier='{}'/></qti-match>{}"
                        + "</qti-response-if>{}</qti-response-condition>",
                variable(),
                id,
                then,
                otherwise.isEmpty() ? "" : markup("<qti-response-else>{}</qti-response-else>", otherwise));
    }

    /** Selects the feedback that belongs to the chosen answer. */
    void tellsChosen() {
        feedbackRules = cardinality.equals("single") ? tells(variable()) : set("FEEDBACK", variable());
    }

    /** Selects all feedback, whichever answer is given. */
    void tellsAll() {
        feedbackRules = tells(each(List.copyOf(told.keySet()), key -> value("identifier", key)));
    }

    void tellsWhetherRight() {
        feedbackRules = ifRight(tells(value("identifier", "right")), tells(value("identifier", "other")));
    }

    /** Selects the feedback of each word that was put into a gap. */
    void tellsPlaced(List<String> words, int gaps) {
        intoGaps = true;
        feedbackRules = each(words, word -> told.containsKey(word) ? ifPlaced(word, gaps) : "");
    }

    private static String tells(String values) {
        return set("FEEDBACK", markup("<qti-multiple>{}</qti-multiple>", values));
    }

    private static String set(String outcome, String value) {
        return markup("<qti-set-outcome-value identifier='{}'>{}</qti-set-outcome-value>", outcome, value);
    }

    private String ifPlaced(String word, int gaps) {
        var anywhere = IntStream.rangeClosed(1, gaps)
                .mapToObj(gap ->
                        markup("<qti-member>{}{}</qti-member>", value("directedPair", word + " G" + gap), variable()))
                .collect(Collectors.joining());
        return markup(
                "<qti-response-condition><qti-response-if><qti-or>{}</qti-or>{}</qti-response-if></qti-response-condition>",
                anywhere,
                set(outcomeOf(word), value("identifier", word)));
    }

    /**
     * Returns the outcome that selects a feedback. Words in gaps each have their own, because players differ in adding
     * several values to one outcome.
     */
    private String outcomeOf(String told) {
        return intoGaps ? "FEEDBACK-" + told : "FEEDBACK";
    }

    private String variable() {
        return markup("<qti-variable identifier='{}'/>", id);
    }

    private static String value(String type, String value) {
        return markup("<qti-base-value base-type='{}'>{}</qti-base-value>", type, value);
    }

    String feedback() {
        return told.entrySet().stream()
                .map(one -> markup(
                        "<qti-modal-feedback outcome-identifier='{}' show-hide='show' identifier='{}'>"
                                + "<qti-content-body><p>{}</p></qti-content-body></qti-modal-feedback>",
                        outcomeOf(one.getKey()),
                        one.getKey(),
                        words(one.getValue())))
                .collect(Collectors.joining("\n"));
    }
}
