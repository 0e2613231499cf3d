package uk.thinkuknow.exchange.qti;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.exchange.content.GapTextBuilder;
import uk.thinkuknow.exchange.content.MatchItem;
import uk.thinkuknow.exchange.content.PairQuestions;
import uk.thinkuknow.exchange.content.RichText;
import uk.thinkuknow.exchange.content.XmlElement;

/** Reads QTI texts with gaps that are typed, picked from a list or filled by dragging words. */
final class QtiGaps {
    /** An entry of a list of words that is blank or only asks to choose. */
    private static final Pattern NO_WORD = Pattern.compile(
            "(?i)[-–—._… ]*|(?:please|choose|select|pick|kies|wähle|choisi|selecc|elija|escolha)\\b.*|.*(?:choose|select|pick) one.*|.{1,30}(?:…|\\.{3})");

    private final QtiItemReader item;
    private final GapTextBuilder gaps = new GapTextBuilder();

    QtiGaps(QtiItemReader item) {
        this.item = item;
    }

    /**
     * Reads the gaps that are typed or picked from a list as one fill-the-gap question, or as a reflection if the item
     * does not say what to type.
     *
     * @param first whether no other question of the item was read before
     */
    void read(XmlElement body, boolean first) {
        var inline = body.descendants().filter(QtiText::isInline).toList();
        boolean typed = inline.stream().anyMatch(part -> part.is("text-entry-interaction"));
        boolean known = inline.stream()
                .noneMatch(part -> part.is("text-entry-interaction")
                        && item.response(part).right().isEmpty());
        var text = marked(body, known);
        if (!known) {
            // Any typed text is right, so this becomes a reflection, which is not marked.
            item.reflect(item.rich(text).markdown(), null, List.of());
            return;
        }
        if (typed) {
            item.lost().add(Words.of("qti.typingChildrenChooseFromTheWords"));
        }
        if (inline.stream().filter(part -> part.is("inline-choice-interaction")).count() > 1) {
            item.lost().add(Words.of("qti.aListOfWordsFor"));
        }
        var words = item.rich(text);
        var split = gaps.split(words);
        var asked = gaps.asked(first ? split.asked() : "");
        var picture = first ? item.media().first(item.draft(), words, item.lost()) : null;
        var key = item.questionKey(gaps.count() == 1 ? inline.getFirst().attribute("response-identifier") : "response");
        item.ask(
                new QtiItemReader.ItemTexts(first ? split.scene() : "", asked, picture),
                gaps.question(key, asked, split.text()));
    }

    /** Returns the text as HTML with a mark for each gap and without other interactions. */
    private String marked(XmlElement part, boolean known) {
        return part.copy(inside -> QtiText.isInline(inside) ? known ? mark(inside) : "____" : null)
                .html(inside -> inside.name().endsWith("-interaction") || QtiText.isNone(inside));
    }

    private String mark(XmlElement interaction) {
        var response = item.response(interaction);
        var right = List.copyOf(response.right());
        if (interaction.is("text-entry-interaction")) {
            var best = right.getFirst();
            if (right.size() > 1) {
                item.lost().add(Words.of("qti.otherWaysToWrite", best));
            }
            return gaps.gap(gaps.word(best, best, item.feedback().of(response.id(), best, true)));
        }
        var key = "";
        for (var choice : interaction.children("inline-choice")) {
            boolean isRight = right.contains(choice.attribute("identifier"));
            var id = choice.attribute("identifier");
            var text = item.answer(choice).plain();
            if (!isRight && NO_WORD.matcher(text).matches()) {
                continue;
            }
            var word = gaps.word(id, text, item.feedback().of(response.id(), id, isRight));
            key = isRight && key.isEmpty() ? word : key;
        }
        if (key.isEmpty()) {
            throw new Refused("qti.doesNotSayWhichWord");
        }
        return gaps.gap(key);
    }

    /**
     * Reads words that are dragged into gaps as a fill-the-gap question or, if a gap takes several words, as a sort
     * question with a group for each gap.
     *
     * @throws Refused if the item does not say which word belongs where
     */
    void gapMatch(XmlElement interaction, QtiItemReader.ItemTexts words) {
        var choices = new LinkedHashMap<String, XmlElement>();
        interaction.children().stream()
                .filter(part -> part.is("gap-text") || part.is("gap-img"))
                .forEach(part -> choices.put(part.attribute("identifier"), part));
        var belongs = new LinkedHashMap<String, List<String>>();
        for (var value : item.response(interaction).right()) {
            var ends = value.split(" ");
            if (ends.length == 2) {
                boolean turned = !choices.containsKey(ends[0]);
                belongs.computeIfAbsent(ends[turned ? 0 : 1], any -> new ArrayList<>())
                        .add(ends[turned ? 1 : 0]);
            }
        }
        if (belongs.isEmpty()) {
            throw new Refused("qti.doesNotSayWhichWordBelongs");
        }
        if (belongs.values().stream().anyMatch(several -> several.size() > 1)) {
            sorted(interaction, words, choices, belongs);
            return;
        }
        var response = interaction.attribute("response-identifier");
        choices.forEach(
                (id, choice) -> gaps.word(id, text(choice), item.feedback().ofValue(response, id)));
        var copy = interaction.copy(part -> part.is("gap") ? gap(part, choices, belongs) : null);
        var text = item.rich(copy.html(part -> part.is("prompt") || part.is("gap-text") || part.is("gap-img")));
        var split = gaps.split(text);
        var scene = RichText.together(words.scene(), split.scene(), split.asked());
        var asked = gaps.asked(words.asked());
        item.ask(
                new QtiItemReader.ItemTexts(scene, asked, words.picture()),
                gaps.question(item.questionKey(response), asked, split.text()));
    }

    private String gap(XmlElement gap, Map<String, XmlElement> choices, Map<String, List<String>> belongs) {
        var right = belongs.getOrDefault(gap.attribute("identifier"), List.of());
        var choice = right.isEmpty() ? null : choices.get(right.getFirst());
        if (choice == null) {
            item.lost().add(Words.of("qti.gapsThatStayEmpty"));
            return "____";
        }
        return gaps.gap(gaps.word(choice.attribute("identifier"), text(choice), ""));
    }

    private void sorted(
            XmlElement interaction,
            QtiItemReader.ItemTexts words,
            Map<String, XmlElement> choices,
            Map<String, List<String>> belongs) {
        var pairs = new ArrayList<PairQuestions.Pair>();
        var groups = new LinkedHashMap<String, MatchItem>();
        interaction
                .descendants()
                .forEach(part -> part.children("gap").forEach(gap -> {
                    var id = gap.attribute("identifier");
                    groups.put(id, new MatchItem(id, item.answer(part).plain(), null));
                }));
        belongs.forEach((gap, inside) -> inside.forEach(id -> {
            var choice = choices.get(id);
            var group = groups.get(gap);
            if (choice == null || group == null) {
                throw new Refused("qti.hasARightPairThat", id, gap);
            }
            pairs.add(new PairQuestions.Pair(
                    new MatchItem(id, text(choice), null),
                    group,
                    "",
                    item.feedback().named(id)));
        }));
        var things = choices.keySet().stream().map(MatchItem::of).toList();
        var key = item.questionKey(interaction.attribute("response-identifier"));
        item.ask(
                words,
                PairQuestions.question(
                        key, words.asked(), pairs, things, List.copyOf(groups.values()), true, item.lost()));
    }

    private String text(XmlElement choice) {
        var words = item.answer(choice);
        if (!words.images().isEmpty()) {
            item.lost().add(Words.of("qti.picturesThatArePutInto"));
        }
        return words.isEmpty()
                ? words.images().stream()
                        .map(RichText.Image::words)
                        .findFirst()
                        .orElse(choice.attribute("object-label"))
                : words.plain();
    }
}
