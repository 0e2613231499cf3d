package uk.thinkuknow.exchange.qti;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.exchange.content.MatchItem;
import uk.thinkuknow.exchange.content.PairQuestions;
import uk.thinkuknow.exchange.content.UniqueKeys;
import uk.thinkuknow.exchange.content.XmlElement;

/** Reads a QTI question that puts things in order, in pairs or onto a picture as an order, match or sort question. */
final class QtiOrderAndMatch {
    private final QtiItemReader item;
    private final XmlElement interaction;

    QtiOrderAndMatch(QtiItemReader item, XmlElement interaction) {
        this.item = item;
        this.interaction = interaction;
    }

    void order(QtiItemReader.ItemTexts words) {
        var response = item.response(interaction);
        var things = things(interaction.descendants(), "simple-choice", "hotspot-choice");
        if (response.correct().isEmpty()) {
            throw new Refused("qti.doesNotSayWhichOrder");
        }
        mixed();
        if (response.correct().size() < things.size()) {
            item.lost().add(Words.of("qti.whatDoesNotBelongInto"));
        }
        var keys = new UniqueKeys();
        var items = new ArrayList<Question.Item>();
        for (var id : response.correct()) {
            var matchItem = things.get(id);
            if (matchItem == null) {
                throw new Refused("qti.hasARightOrderThat", id);
            }
            items.add(new Question.Item(keys.keyFor(id, matchItem.text()), matchItem.text(), matchItem.picture()));
        }
        var key = item.questionKey(response.id());
        item.ask(
                words,
                new Question.PutInOrder(
                        key,
                        words.asked(),
                        items,
                        item.feedback().whenRight(response.id()),
                        item.feedback().whenWrong(response.id())));
    }

    void match(QtiItemReader.ItemTexts words) {
        var sets = interaction.children("simple-match-set");
        if (sets.size() < 2) {
            throw new Refused("qti.hasNoTwoSetsTo");
        }
        pairs(words, inside(sets.get(0)), inside(sets.get(1)));
    }

    void associate(QtiItemReader.ItemTexts words) {
        var things = things(interaction.descendants(), "simple-associable-choice", "associable-hotspot");
        pairs(words, things, things);
    }

    /** Reads labels that are dragged onto named places of a picture, as pairs. */
    void graphicGapMatch(QtiItemReader.ItemTexts words) {
        item.lost().add(Words.of("qti.itsPictureOnWhichThe"));
        var places = things(interaction.descendants(), "associable-hotspot");
        pairs(words, things(interaction.children().stream(), "gap-text", "gap-img"), places);
    }

    private void pairs(QtiItemReader.ItemTexts words, Map<String, MatchItem> from, Map<String, MatchItem> to) {
        mixed();
        var response = item.response(interaction);
        var pairs = new ArrayList<PairQuestions.Pair>();
        for (var value : response.right()) {
            var ends = value.split(" ");
            var one = from.get(ends[0]);
            var other = ends.length == 2 ? to.get(ends[1]) : null;
            if (one == null || other == null) {
                // Some files write the pair in reverse order.
                one = ends.length == 2 ? from.get(ends[1]) : null;
                other = to.get(ends[0]);
            }
            if (one == null || other == null) {
                throw new Refused("qti.hasARightPairThatNames", value);
            }
            pairs.add(new PairQuestions.Pair(
                    one,
                    other,
                    item.feedback().ofValue(response.id(), value),
                    item.feedback().named(one.id())));
        }
        if (pairs.isEmpty()) {
            throw new Refused("qti.doesNotSayWhatBelongs");
        }
        var key = item.questionKey(response.id());
        var all = List.copyOf(from.values());
        boolean sorted = item.label().equals("sort");
        item.ask(
                words,
                PairQuestions.question(key, words.asked(), pairs, all, List.copyOf(to.values()), sorted, item.lost()));
    }

    private Map<String, MatchItem> inside(XmlElement set) {
        return things(set.children().stream()
                .filter(part -> !part.attribute("identifier").isEmpty()));
    }

    private Map<String, MatchItem> things(Stream<XmlElement> parts, String... kinds) {
        return things(parts.filter(part -> List.of(kinds).contains(part.name())));
    }

    /** Returns the things by identifier. */
    private Map<String, MatchItem> things(Stream<XmlElement> parts) {
        var things = new LinkedHashMap<String, MatchItem>();
        parts.forEach(part -> things.put(part.attribute("identifier"), thing(part)));
        return things;
    }

    private MatchItem thing(XmlElement part) {
        var words = item.answer(part);
        var picture = item.media().first(item.draft(), words, item.lost());
        var said = words.plainOrAlternativeText();
        for (var name : List.of("hotspot-label", "object-label", "label", "aria-label")) {
            said = said.isEmpty() ? part.attribute(name) : said;
        }
        if (said.isEmpty() && picture == null && (part.name().contains("hotspot") || part.is("gap-img"))) {
            throw new Refused("qti.hasPlacesOrThingsIn");
        }
        return new MatchItem(part.attribute("identifier"), said, picture);
    }

    private void mixed() {
        if (interaction.attribute("shuffle").equals("true")) {
            item.draft().note(Words.of("qti.ordersAndPairsComeMixed"));
        }
    }
}
