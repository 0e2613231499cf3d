package uk.thinkuknow.exchange.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Question;

/**
 * Builds a question from things and their right places: a match question if each thing has a place of its own, or a
 * sort question if several things share a place or the file says that they are sorted.
 */
public final class PairQuestions {
    private PairQuestions() {}

    /**
     * A thing and its place.
     *
     * @param told the feedback for the pair; empty if there is none
     * @param toldOfThing the feedback for the thing in any place; empty if there is none
     */
    public record Pair(MatchItem one, MatchItem other, String told, String toldOfThing) {
        public Pair(MatchItem one, MatchItem other) {
            this(one, other, "", "");
        }

        Pair turned() {
            return new Pair(other, one, told, toldOfThing);
        }

        String feedback() {
            return toldOfThing.isEmpty() ? told : toldOfThing;
        }
    }

    /**
     * Returns the question that fits the pairs; notes in {@code lost} that things or places are in no pair.
     *
     * @param sorted whether the file says that the things are sorted into groups
     * @throws Refused if things on both sides belong to several partners, or there are more than 100 pairs
     */
    public static Question question(
            String key,
            String stem,
            List<Pair> given,
            List<MatchItem> things,
            List<MatchItem> places,
            boolean sorted,
            Set<String> lost) {
        ImportedQuestion.refuseTooManyParts(given.size());
        var pairs = given;
        var groups = places;
        if (repeated(pairs, Pair::one)) {
            if (repeated(pairs, Pair::other)) {
                throw new Refused("content.hasThingsThatBelongTo");
            }
            pairs = pairs.stream().map(Pair::turned).toList();
            groups = things;
        }
        boolean sorting = sorted || repeated(pairs, Pair::other);
        var used = pairs.stream()
                .flatMap(pair -> Stream.of(pair.one().id(), pair.other().id()))
                .collect(Collectors.toSet());
        boolean left = things.stream().anyMatch(matchItem -> !used.contains(matchItem.id()))
                || places.stream().anyMatch(place -> !used.contains(place.id()));
        if (left) {
            lost.add(Words.of("content.whatBelongsToNothing"));
        }
        return sorting ? sort(key, stem, pairs, groups) : match(key, stem, pairs);
    }

    private static Question match(String key, String stem, List<Pair> pairs) {
        var keys = new UniqueKeys();
        return new Question.Match(
                key,
                stem,
                pairs.stream()
                        .map(pair -> new Question.Pair(
                                keys.keyFor(pair.one().id(), pair.one().text()),
                                pair.one().text(),
                                pair.one().picture(),
                                pair.other().text(),
                                pair.other().picture(),
                                pair.feedback()))
                        .toList());
    }

    private static Question sort(String key, String stem, List<Pair> pairs, List<MatchItem> places) {
        var used = pairs.stream().map(pair -> pair.other().id()).collect(Collectors.toSet());
        var groupKeys = new UniqueKeys();
        var groups = new LinkedHashMap<String, Question.Group>();
        for (var place : places) {
            if (used.contains(place.id())) {
                groups.put(
                        place.id(),
                        new Question.Group(groupKeys.keyFor(place.id(), place.text()), place.text(), place.picture()));
            }
        }
        var keys = new UniqueKeys();
        var items = new ArrayList<Question.Sorted>();
        for (var pair : pairs) {
            var group = groups.get(pair.other().id());
            items.add(new Question.Sorted(
                    keys.keyFor(pair.one().id(), pair.one().text()),
                    pair.one().text(),
                    pair.one().picture(),
                    group == null ? "" : group.key(),
                    pair.feedback()));
        }
        return new Question.Sort(key, stem, List.copyOf(groups.values()), items);
    }

    private static boolean repeated(List<Pair> pairs, Function<Pair, MatchItem> end) {
        return pairs.stream().map(end).map(MatchItem::id).distinct().count() < pairs.size();
    }
}
