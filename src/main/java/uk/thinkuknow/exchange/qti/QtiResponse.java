package uk.thinkuknow.exchange.qti;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.exchange.content.ImportedQuestion;
import uk.thinkuknow.exchange.content.RichTextReader;
import uk.thinkuknow.exchange.content.XmlElement;

/**
 * What a QTI item says about one of its responses: its right answer and the marks of each value.
 *
 * @param single whether only one value may be given
 * @param correct the values of the right answer, in their order
 * @param worth the marks of each value, if the item gives them
 * @param areas right places in a picture, each a shape and its coordinates
 * @param otherWays whether the item's rules accept other right answers too
 */
public record QtiResponse(
        String id,
        boolean single,
        boolean ordered,
        List<String> correct,
        Map<String, Double> worth,
        List<String[]> areas,
        boolean otherWays) {

    /**
     * Reads the responses of an item by identifier.
     *
     * @throws Refused if it has more of them than a question has parts
     */
    static Map<String, QtiResponse> of(XmlElement item) {
        var responses = new HashMap<String, QtiResponse>();
        var declarations = item.descendants("response-declaration");
        ImportedQuestion.refuseTooManyParts(declarations.size());
        var earning = QtiRules.earning(item);
        for (var declared : declarations) {
            var correct = declared.child("correct-response").stream()
                    .flatMap(right -> right.children("value").stream())
                    .map(value -> RichTextReader.oneLine(value.text()))
                    .toList();
            var worth = new LinkedHashMap<String, Double>();
            declared.descendants("map-entry")
                    .forEach(entry -> worth.put(
                            RichTextReader.oneLine(entry.attribute("map-key")),
                            number(entry.attribute("mapped-value"))));
            var areas = declared.descendants("area-map-entry").stream()
                    .filter(area -> number(area.attribute("mapped-value")) > 0)
                    .map(area -> new String[] {area.attribute("shape"), area.attribute("coords")})
                    .toList();
            var id = declared.attribute("identifier");
            var many = declared.attribute("cardinality");
            boolean single = many.equals("single");
            boolean told = !correct.isEmpty() || !worth.isEmpty() || !areas.isEmpty();
            // A pair is two identifiers separated by a blank.
            boolean pair = declared.attribute("base-type").matches("(?i).*pair");
            var ruled = told ? List.<List<String>>of() : QtiRules.right(earning, id, single || pair);
            var right = ruled.isEmpty() ? correct : ruled.getFirst();
            responses.put(
                    id, new QtiResponse(id, single, many.equals("ordered"), right, worth, areas, ruled.size() > 1));
        }
        return responses;
    }

    static QtiResponse none(String id) {
        return new QtiResponse(id, true, false, List.of(), Map.of(), List.of(), false);
    }

    /**
     * Returns the right values: those the item declares, or else the value with the most marks or, where several may be
     * given, all values with marks.
     */
    Set<String> right() {
        if (!correct.isEmpty()) {
            return new LinkedHashSet<>(correct);
        }
        var right = new LinkedHashSet<String>();
        double most = worth.values().stream().mapToDouble(each -> each).max().orElse(0);
        worth.forEach((value, marks) -> {
            if (marks > 0 && (!single || marks >= most)) {
                right.add(value);
            }
        });
        return right;
    }

    /** Returns whether partly right answers earn marks. */
    boolean marksParts() {
        return !worth.isEmpty()
                && (!single
                        || worth.values().stream()
                                        .filter(marks -> marks > 0)
                                        .distinct()
                                        .count()
                                > 1);
    }

    /** Parses a number; returns 0 for anything else. */
    public static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
