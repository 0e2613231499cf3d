package uk.thinkuknow.counting.small;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The numbers a reader of all publications knows, and what a further number would let them work out. */
final class KnownCells {
    private final Set<SmallNumbers.Rule> rules;
    private final Map<String, Set<CellBase>> bases = new HashMap<>();
    private final Map<String, TimeSums> sums = new HashMap<>();

    KnownCells(Set<SmallNumbers.Rule> rules) {
        this.rules = rules;
    }

    /** A copy of these numbers, to which others can be added. */
    KnownCells copy() {
        var copy = new KnownCells(rules);
        bases.forEach((unit, some) -> copy.bases.put(unit, new LinkedHashSet<>(some)));
        sums.forEach((key, some) -> copy.sums.put(key, some.copy()));
        return copy;
    }

    void add(CellEdition edition, PublishedCell cell) {
        add(cell.unit(), cell.base());
        if (cell.adds()) {
            sums.computeIfAbsent(cell.key(), key -> new TimeSums()).add(span(edition, cell));
        }
    }

    void add(String unit, CellBase base) {
        bases.computeIfAbsent(unit, key -> new LinkedHashSet<>()).add(base);
    }

    boolean has(String unit, CellBase base) {
        return bases.getOrDefault(unit, Set.of()).contains(base);
    }

    /** Returns whether a number may be published beside those that are known. */
    boolean allows(CellEdition edition, PublishedCell cell) {
        return isLarge(cell.base()) && differs(cell.unit(), cell.base()) && addsUp(edition, cell);
    }

    /** Returns whether a number that can be worked out says nothing, or is large and differs from the known ones. */
    boolean allows(String unit, CellBase derived) {
        return derived.isNought() || derived.isLarge() && differs(unit, derived);
    }

    /** The known numbers from which another differs by too little. */
    List<CellBase> close(String unit, CellBase base) {
        return bases.getOrDefault(unit, Set.of()).stream()
                .filter(known -> !base.differsSafely(known))
                .toList();
    }

    private boolean isLarge(CellBase base) {
        return !rules.contains(SmallNumbers.Rule.BASE) || base.isNought() || base.isLarge();
    }

    private boolean differs(String unit, CellBase base) {
        return !rules.contains(SmallNumbers.Rule.DIFFERENCES)
                || bases.getOrDefault(unit, Set.of()).stream().allMatch(base::differsSafely);
    }

    private boolean addsUp(CellEdition edition, PublishedCell cell) {
        return !cell.adds()
                || !rules.contains(SmallNumbers.Rule.COMPLEMENTS)
                || sums.getOrDefault(cell.key(), new TimeSums()).allows(span(edition, cell));
    }

    private static TimeSums.Span span(CellEdition edition, PublishedCell cell) {
        return new TimeSums.Span(edition.first(), edition.last(), cell.base(), 1);
    }
}
