package uk.thinkuknow.reach.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Counts the bounds of different children in one class by counting rule 4, written a second time for tests, with sets
 * of card numbers and every choice of groups.
 */
record NaiveBounds(int lower, int upper, int largest, int attendances) {
    static final NaiveBounds NONE = new NaiveBounds(0, 0, 0, 0);

    /** A class or a group of it at one lesson. */
    record Seen(
            long lesson,
            RandomHistory.RandomClass schoolClass,
            int term,
            LocalDate day,
            String band,
            boolean whole,
            Set<Integer> cards,
            Set<Integer> inForce,
            Set<Integer> named,
            int unnamed,
            int guests) {}

    /** The bounds of different children in one class (counting rule 4). */
    static NaiveBounds of(List<Seen> sessions) {
        var named = new HashSet<Integer>();
        var inForce = new HashSet<Integer>();
        int largest = 0;
        int guests = 0;
        int attendances = 0;
        for (var each : sessions) {
            named.addAll(each.named());
            inForce.addAll(each.inForce());
            largest = Math.max(largest, largest(each));
            guests += each.guests();
            attendances += each.named().size() + each.unnamed() + each.guests();
        }
        var groups = sessions.stream()
                .filter(each -> !each.whole())
                .map(Seen::cards)
                .distinct()
                .toList();
        int lower = Math.max(largest, mostApart(groups, 0, Set.of(), named, sessions));
        return new NaiveBounds(
                Math.min(inForce.size(), lower),
                upper(sessions, groups, named, inForce) + guests,
                largest,
                attendances);
    }

    private static int largest(Seen each) {
        long own = each.named().stream().filter(each.cards()::contains).count();
        return Math.min(each.cards().size(), (int) own + each.unnamed());
    }

    /** The named cards, plus the most children vouched for by any choice of groups without a shared card. */
    private static int mostApart(
            List<Set<Integer>> groups, int at, Set<Integer> taken, Set<Integer> named, List<Seen> sessions) {
        if (at == groups.size()) {
            return named.size();
        }
        int most = mostApart(groups, at + 1, taken, named, sessions);
        var group = groups.get(at);
        if (group.stream().noneMatch(taken::contains)) {
            int largest = 0;
            for (var each : sessions) {
                if (!each.whole() && each.cards().equals(group)) {
                    largest = Math.max(largest, largest(each));
                }
            }
            long known = group.stream().filter(named::contains).count();
            var all = new HashSet<>(taken);
            all.addAll(group);
            most = Math.max(most, (int) Math.max(0, largest - known) + mostApart(groups, at + 1, all, named, sessions));
        }
        return most;
    }

    /**
     * Counts from the smallest group up. A group that cuts across a counted one only adds its children without a card
     * to those of the class.
     */
    private static int upper(List<Seen> sessions, List<Set<Integer>> groups, Set<Integer> named, Set<Integer> inForce) {
        var sorted = new ArrayList<>(groups);
        sorted.sort(Comparator.<Set<Integer>>comparingInt(Set::size).thenComparing(NaiveBounds::fromTheHighest));
        var counted = new ArrayList<Set<Integer>>();
        var atMost = new HashMap<Set<Integer>, Integer>();
        var asWhole = new HashSet<Set<Integer>>();
        for (var group : sorted) {
            boolean cutsAcross = counted.stream()
                    .anyMatch(
                            other -> !group.containsAll(other) && other.stream().anyMatch(group::contains));
            if (cutsAcross) {
                asWhole.add(group);
                continue;
            }
            var inside = counted.stream().filter(group::containsAll).toList();
            atMost.put(group, atMost(group, inside, atMost, named, unnamedOf(sessions, Set.of(group), false)));
            counted.removeAll(inside);
            counted.add(group);
        }
        return atMost(inForce, counted, atMost, named, unnamedOf(sessions, asWhole, true));
    }

    private static int atMost(
            Set<Integer> cards,
            List<Set<Integer>> inside,
            Map<Set<Integer>, Integer> atMost,
            Set<Integer> named,
            int unnamed) {
        int children = unnamed;
        var alone = new HashSet<>(named);
        alone.retainAll(cards);
        for (var group : inside) {
            children += atMost.get(group);
            alone.removeAll(group);
        }
        return Math.min(cards.size(), children + alone.size());
    }

    private static int unnamedOf(List<Seen> sessions, Set<Set<Integer>> groups, boolean andWhole) {
        int unnamed = 0;
        for (var each : sessions) {
            if (each.whole() ? andWhole : groups.contains(each.cards())) {
                unnamed += each.unnamed();
            }
        }
        return unnamed;
    }

    private static int fromTheHighest(Set<Integer> one, Set<Integer> other) {
        var these = List.copyOf(new TreeSet<>(one).descendingSet());
        var those = List.copyOf(new TreeSet<>(other).descendingSet());
        for (int i = 0; i < these.size(); i++) {
            int by = Integer.compare(these.get(i), those.get(i));
            if (by != 0) {
                return by;
            }
        }
        return 0;
    }
}
