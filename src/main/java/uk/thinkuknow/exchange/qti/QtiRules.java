package uk.thinkuknow.exchange.qti;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.thinkuknow.exchange.content.RichTextReader;
import uk.thinkuknow.exchange.content.XmlElement;

/**
 * Finds the right answers of a QTI item that gives them only by its scoring rules: an answer that earns marks is right.
 */
final class QtiRules {
    private final String response;
    private final boolean single;
    private final TreeMap<Integer, String> places = new TreeMap<>();
    private final List<String> values = new ArrayList<>();

    private QtiRules(String response, boolean single) {
        this.response = response;
        this.single = single;
    }

    /**
     * Returns the right answers to a response, each in its order; empty if the rules give none.
     *
     * @param earning the item's conditions that earn marks
     */
    static List<List<String>> right(List<XmlElement> earning, String response, boolean single) {
        var right = new LinkedHashSet<List<String>>();
        var all = new QtiRules(response, single);
        for (var rule : earning) {
            var read = new QtiRules(response, single);
            read.condition(rule);
            if (!read.values.isEmpty()) {
                right.add(read.values);
            }
            all.condition(rule);
        }
        if (right.isEmpty() && !all.places.isEmpty()) {
            right.add(List.copyOf(all.places.values()));
        }
        return List.copyOf(right);
    }

    /** Returns the conditions that earn marks. */
    static List<XmlElement> earning(XmlElement item) {
        return item.descendants()
                .filter(part -> part.is("response-if") || part.is("response-else-if"))
                .filter(branch -> branch.children("set-outcome-value").stream().anyMatch(QtiRules::earns))
                .flatMap(branch -> branch.children().stream()
                        .filter(part -> !part.is("set-outcome-value") && !part.is("response-condition"))
                        .findFirst()
                        .stream())
                .toList();
    }

    private static boolean earns(XmlElement set) {
        return set.attribute("identifier").matches("(?i).*score.*")
                && set.descendants("base-value").stream().anyMatch(value -> QtiResponse.number(value.text()) > 0);
    }

    private void condition(XmlElement rule) {
        switch (rule.name()) {
            case "and" -> rule.children().forEach(this::condition);
            // any one of the conditions is enough, so take the first
            case "or", "any-n" -> rule.children().stream().findFirst().ifPresent(this::condition);
            case "match", "equal", "string-match", "equal-rounded", "member", "contains" -> compared(rule);
            default -> {}
        }
    }

    private void compared(XmlElement rule) {
        var said = rule.children().stream()
                .flatMap(part -> part.is("base-value")
                        ? Stream.of(part)
                        : part.is("multiple") || part.is("ordered")
                                ? part.children("base-value").stream()
                                : Stream.<XmlElement>empty())
                .map(part -> RichTextReader.oneLine(part.text()))
                .toList();
        var at = index(rule);
        if (at.isPresent()) {
            said.forEach(value -> places.put(at.get(), value));
        } else if (rule.children("variable").stream()
                .anyMatch(variable -> variable.attribute("identifier").equals(response))) {
            // Some files write several values as one, separated by blanks.
            boolean several = !single && said.size() == 1 && rule.is("match");
            values.addAll(several ? List.of(said.getFirst().split(" ")) : said);
        }
    }

    private Optional<Integer> index(XmlElement rule) {
        return rule.children("index").stream()
                .filter(index -> index.children("variable").stream()
                        .anyMatch(variable -> variable.attribute("identifier").equals(response)))
                .map(index -> (int) QtiResponse.number(index.attribute("n")))
                .findFirst();
    }
}
