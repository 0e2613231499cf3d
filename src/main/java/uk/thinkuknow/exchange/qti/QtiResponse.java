package uk.thinkuknow.exchange.qti;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.thinkuknow.exchange.content.Element;
import uk.thinkuknow.exchange.content.RichReader;

/**
 * What an item of QTI says of one answer: which is right, and what others are worth.
 *
 * @param correct the values of the right answer, in their order
 * @param worth what each value is worth, where the item says so
 * @param areas places in a picture that are right, as "shape coordinates"
 * @param otherWays whether its rules know other right answers too
 */
public record QtiResponse(
        String id,
        boolean single,
        boolean ordered,
        List<String> correct,
        Map<String, Double> worth,
        List<String[]> areas,
        boolean otherWays) {

    static Map<String, QtiResponse> of(Element item) {
        var responses = new HashMap<String, QtiResponse>();
        for (var declared : item.below("response-declaration")) {
            var correct = declared.child("correct-response").stream()
                    .flatMap(right -> right.children("value").stream())
                    .map(value -> RichReader.oneLine(value.text()))
                    .toList();
            var worth = new LinkedHashMap<String, Double>();
            declared.below("map-entry")
                    .forEach(entry ->
                            worth.put(RichReader.oneLine(entry.at("map-key")), number(entry.at("mapped-value"))));
            var areas = declared.below("area-map-entry").stream()
                    .filter(area -> number(area.at("mapped-value")) > 0)
                    .map(area -> new String[] {area.at("shape"), area.at("coords")})
                    .toList();
            var id = declared.at("identifier");
            var many = declared.at("cardinality");
            boolean single = many.equals("single");
            boolean told = !correct.isEmpty() || !worth.isEmpty() || !areas.isEmpty();
            // A pair is two names with a blank between them.
            boolean pair = declared.at("base-type").matches("(?i).*pair");
            var ruled = told ? List.<List<String>>of() : QtiRules.right(item, id, single || pair);
            var right = ruled.isEmpty() ? correct : ruled.getFirst();
            responses.put(
                    id, new QtiResponse(id, single, many.equals("ordered"), right, worth, areas, ruled.size() > 1));
        }
        return responses;
    }

    static QtiResponse none(String id) {
        return new QtiResponse(id, true, false, List.of(), Map.of(), List.of(), false);
    }

    /** What is right: what the item says, or else what is worth most; where several may be given, all that is worth something. */
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

    /** Are there marks for an answer that is right in part? */
    boolean marksParts() {
        return !worth.isEmpty()
                && (!single
                        || worth.values().stream()
                                        .filter(marks -> marks > 0)
                                        .distinct()
                                        .count()
                                > 1);
    }

    public static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
