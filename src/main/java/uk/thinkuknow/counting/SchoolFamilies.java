package uk.thinkuknow.counting;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Schools between which classes have moved, or have still to move. Over the start of a school year a family counts as one
 * school, because its children may be in classes of any of them (counting rule 7).
 */
public final class SchoolFamilies {
    public static final SchoolFamilies NONE = new SchoolFamilies(List.of());

    private final Map<Long, Set<Long>> families = new HashMap<>();

    /** A class moved from one school to the other, or may have. */
    public record Move(long from, long to) {}

    public SchoolFamilies(Collection<Move> moves) {
        for (var move : moves) {
            var family = new TreeSet<>(of(move.from()));
            family.addAll(of(move.to()));
            family.forEach(school -> families.put(school, family));
        }
    }

    /** The ids of a school's family, which is the school alone if no other belongs to it. */
    public Set<Long> of(long school) {
        return families.getOrDefault(school, Set.of(school));
    }

    /** One id for the whole family of a school. */
    public long idOf(long school) {
        return of(school).iterator().next();
    }

    /** Pairs of schools that make the same families again. */
    public List<Move> moves() {
        return families.entrySet().stream()
                .filter(each -> each.getKey() != idOf(each.getKey()))
                .map(each -> new Move(idOf(each.getKey()), each.getKey()))
                .toList();
    }
}
