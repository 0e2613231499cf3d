package uk.thinkuknow.counting.small;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A reader of all publications who subtracts everything from everything, to find a number of fewer than three schools or
 * thirty children. Shares no arithmetic with the rules.
 */
final class SubtractingReader {
    private final List<CellEdition> seen;
    private final TreeSet<String> found = new TreeSet<>();

    SubtractingReader(List<CellEdition> seen) {
        this.seen = seen;
    }

    /** The small numbers found, in words. */
    List<String> finds() {
        readEachNumber();
        subtractAnyTwo();
        for (var edition : seen) {
            for (var other : seen) {
                if (edition.period().equals(other.period())) {
                    subtractParts(edition, other);
                }
            }
        }
        subtractTerms();
        return List.copyOf(found);
    }

    private record Seen(String where, String unit, Map<Long, Integer> schools) {}

    private void readEachNumber() {
        each().forEach(number -> judge("read " + number.where(), number.schools()));
    }

    private void subtractAnyTwo() {
        var all = each();
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (all.get(i).unit().equals(all.get(j).unit())) {
                    judge(
                            all.get(i).where() + " less " + all.get(j).where(),
                            less(all.get(i).schools(), all.get(j).schools()));
                }
            }
        }
    }

    /** Every number shown, each different base of a unit once: equal numbers tell the reader no more. */
    private List<Seen> each() {
        var all = new LinkedHashMap<String, Seen>();
        seen.forEach(edition -> edition.cells()
                .forEach(cell -> all.putIfAbsent(
                        cell.unit() + schools(cell),
                        new Seen(edition.period() + " " + cell.key(), cell.unit(), schools(cell)))));
        return List.copyOf(all.values());
    }

    /** Subtracts from each whole its parts one table down, and all of them but one or two. */
    private void subtractParts(CellEdition edition, CellEdition other) {
        var wholes = edition.byKey();
        var parts = new HashMap<String, List<PublishedCell>>();
        for (var cell : other.cells()) {
            for (var chain : cell.wholes().values()) {
                chain.stream()
                        .filter(wholes::containsKey)
                        .findFirst()
                        .ifPresent(key -> parts.computeIfAbsent(table(cell) + " of " + key, any -> new ArrayList<>())
                                .add(cell));
            }
        }
        parts.forEach(
                (way, some) -> subsets(edition.period() + " " + way, wholes.get(way.replaceAll(".* of ", "")), some));
        finest(edition, other);
    }

    /** Subtracts from each whole the largest shown numbers in it, whichever table they are in. */
    private void finest(CellEdition edition, CellEdition other) {
        var wholes = edition.byKey();
        var parts = new HashMap<String, List<PublishedCell>>();
        other.cells().stream()
                .filter(cell -> isArea(cell.key()))
                .forEach(cell -> cell.wholes().values().iterator().next().stream()
                        .filter(wholes::containsKey)
                        .findFirst()
                        .ifPresent(key -> parts.computeIfAbsent(key, any -> new ArrayList<>())
                                .add(cell)));
        parts.forEach((key, some) -> subsets(edition.period() + " areas of " + key, wholes.get(key), some));
    }

    private void subsets(String way, PublishedCell whole, List<PublishedCell> parts) {
        var all = schools(whole);
        for (var part : parts) {
            all = less(all, schools(part));
        }
        judge(way + " less all parts", all);
        for (int i = 0; i < parts.size(); i++) {
            var one = plus(all, schools(parts.get(i)));
            judge(way + " less all parts but " + parts.get(i).key(), one);
            for (int j = 0; j < i; j++) {
                judge(way + " less all parts but two", plus(one, schools(parts.get(j))));
            }
        }
    }

    /** Subtracts from the children new in a year those new in some of its terms, in whichever edition. */
    private void subtractTerms() {
        for (var year : seen) {
            if (year.period().equals("year")) {
                year.cells().stream()
                        .filter(cell -> cell.key().endsWith("/new"))
                        .forEach(cell ->
                                subtractTerms(cell.key(), schools(cell), List.of("autumn", "spring", "summer")));
            }
        }
    }

    private void subtractTerms(String key, Map<Long, Integer> left, List<String> terms) {
        judge("year " + key + " less terms before " + terms, left);
        if (terms.isEmpty()) {
            return;
        }
        var rest = terms.subList(1, terms.size());
        subtractTerms(key, left, rest);
        for (var edition : seen) {
            var cell = edition.byKey().get(key);
            if (edition.period().equals(terms.getFirst()) && cell != null) {
                subtractTerms(key, less(left, schools(cell)), rest);
            }
        }
    }

    private void judge(String way, Map<Long, Integer> schools) {
        int children = schools.values().stream().mapToInt(Math::abs).sum();
        if (!schools.isEmpty() && (schools.size() < 3 || children < 30)) {
            found.add(way + ": " + schools);
        }
    }

    private static boolean isArea(String key) {
        return key.startsWith("nation") || key.startsWith("region") || key.startsWith("authority");
    }

    private static String table(PublishedCell cell) {
        return cell.key().substring(0, cell.key().indexOf('/'));
    }

    private static Map<Long, Integer> schools(PublishedCell cell) {
        return cell.base().bySchool();
    }

    private static Map<Long, Integer> less(Map<Long, Integer> from, Map<Long, Integer> part) {
        var left = new HashMap<>(from);
        part.forEach((school, children) -> left.merge(school, -children, Integer::sum));
        left.values().removeIf(each -> each == 0);
        return left;
    }

    private static Map<Long, Integer> plus(Map<Long, Integer> one, Map<Long, Integer> other) {
        var both = new HashMap<>(one);
        other.forEach((school, children) -> both.merge(school, children, Integer::sum));
        both.values().removeIf(each -> each == 0);
        return both;
    }
}
