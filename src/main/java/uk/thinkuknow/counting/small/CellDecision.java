package uk.thinkuknow.counting.small;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.thinkuknow.counting.small.SmallNumbers.Rule;
import uk.thinkuknow.counting.small.SmallNumbers.Verdict;

/** One run of {@link SmallNumbers}: shows what it can, then hides parts until no whole gives a small rest away. */
final class CellDecision {
    private final CellEdition now;
    private final Set<Rule> rules;
    private final List<CellEdition> samePeriod;
    private final Map<String, PublishedCell> before;
    private final KnownCells published;
    private final Map<String, PublishedCell> shown = new LinkedHashMap<>();
    private final Map<String, Integer> order = new HashMap<>();

    CellDecision(CellEdition now, List<CellEdition> earlier, Set<Rule> rules) {
        this.now = now;
        this.rules = rules;
        this.samePeriod = earlier.stream()
                .filter(each -> each.period().equals(now.period()))
                .toList();
        this.before = SmallNumbers.before(now, earlier);
        now.cells().forEach(cell -> order.put(cell.key(), order.size()));
        this.published = new KnownCells(rules);
        for (var edition : earlier) {
            edition.cells().forEach(cell -> published.add(edition, cell));
            if (rules.contains(Rule.COMPLEMENTS)) {
                Whole.of(edition.byKey(), edition.cells()).forEach(whole -> published.add(whole.unit(), whole.rest()));
            }
        }
    }

    Map<String, Verdict> verdicts() {
        showWhatIsLarge();
        while (rules.contains(Rule.COMPLEMENTS) && hideOne()) {
            // hiding one part changes the rests of all its wholes
        }
        var verdicts = new HashMap<String, Verdict>();
        for (var cell : now.cells()) {
            var seen = shown.get(cell.key());
            verdicts.put(
                    cell.key(),
                    seen == null ? Verdict.HIDDEN : seen.base().equals(cell.base()) ? Verdict.SHOWN : Verdict.KEPT);
        }
        return verdicts;
    }

    private void showWhatIsLarge() {
        var known = published.copy();
        for (var cell : now.cells()) {
            if (isAsBefore(cell) || known.allows(now, cell)) {
                shown.put(cell.key(), cell);
                known.add(now, cell);
            } else {
                hide(cell);
            }
        }
    }

    /** Hides a number or, if it was published before, leaves it as it was. Nought is not left: it would be wrong. */
    private void hide(PublishedCell cell) {
        var then = before.get(cell.key());
        if (then == null || then.base().isNought()) {
            shown.remove(cell.key());
        } else {
            shown.put(cell.key(), cell.as(then.base()));
        }
    }

    private boolean isAsBefore(PublishedCell cell) {
        var then = before.get(cell.key());
        return then != null && then.base().equals(cell.base());
    }

    /** Hides one part, or one whole, so that one rest fewer can be worked out; false if none has to be. */
    private boolean hideOne() {
        var known = published.copy();
        shown.values().forEach(cell -> known.add(now, cell));
        for (var whole : Whole.of(shown, shown.values())) {
            if (!known.allows(whole.unit(), whole.rest()) && (hidePart(whole, known) || hideAny(whole))) {
                return true;
            }
            known.add(whole.unit(), whole.rest());
        }
        return samePeriod.stream().anyMatch(this::hideAgainst);
    }

    /** Hides one number that would give a rest away together with an earlier edition of the period. */
    private boolean hideAgainst(CellEdition edition) {
        return Stream.concat(
                        Whole.of(shown, edition.cells()).stream(), Whole.of(edition.byKey(), shown.values()).stream())
                .filter(whole -> !whole.rest().isNought() && !whole.rest().isLarge())
                .anyMatch(this::hideAny);
    }

    /** Hides the least important part that suffices, with the numbers that differ too little from the new rest. */
    private boolean hidePart(Whole whole, KnownCells known) {
        var least = fresh(whole.parts()).stream()
                .filter(part -> !part.base().isNought())
                .flatMap(part -> withoutPart(whole, part, known).stream())
                .filter(hidden -> first(hidden) > first(List.of(whole.cell())))
                .sorted(Comparator.comparingInt(this::first).reversed().thenComparing(List::size))
                .findFirst();
        least.ifPresent(hidden -> hidden.forEach(this::hide));
        return least.isPresent();
    }

    /** What has to be hidden with a part so that the rest of its whole is safe; empty if that is not possible. */
    private Optional<List<PublishedCell>> withoutPart(Whole whole, PublishedCell part, KnownCells known) {
        var rest = whole.rest().plus(part.base());
        var close = known.close(whole.unit(), rest);
        if (!rest.isLarge() || !areFresh(whole.unit(), close)) {
            return Optional.empty();
        }
        return Optional.of(Stream.concat(
                        Stream.of(part),
                        shownFresh(cell -> cell.unit().equals(whole.unit()) && close.contains(cell.base())).stream())
                .distinct()
                .toList());
    }

    /** The place of the most important of some numbers. */
    private int first(List<PublishedCell> cells) {
        return cells.stream()
                .mapToInt(cell -> order.getOrDefault(cell.key(), 0))
                .min()
                .orElse(0);
    }

    /** Hides the whole or, if it was published before, its smallest part that was not. */
    private boolean hideAny(Whole whole) {
        var candidate = Stream.concat(Stream.of(whole.cell()), fresh(whole.parts()).stream())
                .filter(this::isFresh)
                .findFirst();
        candidate.ifPresent(this::hide);
        return candidate.isPresent();
    }

    private boolean areFresh(String unit, List<CellBase> bases) {
        return bases.stream().noneMatch(base -> published.has(unit, base))
                && bases.stream()
                        .allMatch(base -> shown.values().stream()
                                .anyMatch(cell ->
                                        cell.unit().equals(unit) && cell.base().equals(base)));
    }

    private List<PublishedCell> shownFresh(Predicate<PublishedCell> which) {
        return shown.values().stream().filter(which).filter(this::isFresh).toList();
    }

    /** The parts that are not published yet, the smallest first. */
    private List<PublishedCell> fresh(Collection<PublishedCell> parts) {
        return parts.stream()
                .filter(this::isFresh)
                .sorted(Comparator.comparingLong(
                                (PublishedCell part) -> part.base().children())
                        .thenComparing(PublishedCell::key))
                .toList();
    }

    /** Returns whether a number is shown now and was not, or was another, in the last edition of the period. */
    private boolean isFresh(PublishedCell cell) {
        return cell.equals(shown.get(cell.key())) && !isAsBefore(cell);
    }
}
