package uk.thinkuknow.reach.targets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.totals.AreaKind;
import uk.thinkuknow.reach.totals.Areas;
import uk.thinkuknow.reach.totals.Slices;

/**
 * The children that a period is to reach, area by area; what has no target is left out, which is not zero. Where none is set
 * for a whole year its terms are added up, if each of them has one: one term's target is no year's. Where none is set for a
 * nation its regions are added up.
 */
public final class TargetSums {
    public static final TargetSums NONE = new TargetSums(Map.of());

    private final Map<Key, Integer> numbers;

    /** An area and of whom. */
    private record Key(AreaKind kind, String area, String slice) {}

    private TargetSums(Map<Key, Integer> numbers) {
        this.numbers = numbers;
    }

    /** @param inForce the numbers of the period's year */
    public static TargetSums of(Period period, Map<TargetCell, Integer> inForce) {
        var terms = new HashMap<Key, List<Integer>>();
        var own = new HashMap<Key, Integer>();
        inForce.forEach((cell, number) -> {
            var key = new Key(cell.kind(), cell.area(), cell.slice());
            if (cell.term().equals(period.termKey())) {
                own.put(key, number);
            } else if (period.term() == null) {
                terms.computeIfAbsent(key, none -> new ArrayList<>()).add(number);
            }
        });
        var sums = new HashMap<Key, Integer>();
        terms.forEach((key, some) -> {
            if (some.size() == Period.TERMS.size()) {
                sums.put(key, some.stream().mapToInt(Integer::intValue).sum());
            }
        });
        sums.putAll(own);
        return new TargetSums(sums);
    }

    /** Of all ages and phases together, by the keys of a kind of area. */
    public Map<String, Integer> by(AreaKind kind) {
        var some = new HashMap<String, Integer>();
        numbers.forEach((key, number) -> {
            if (key.kind() == kind && key.slice().equals(Slices.ALL)) {
                some.put(key.area(), number);
            }
        });
        return some;
    }

    /** What is set for a nation, or else for its regions together. */
    @Nullable
    public Integer nation(String nation, List<Areas.Region> regions, String slice) {
        var own = numbers.get(new Key(AreaKind.NATION, nation, slice));
        return own != null
                ? own
                : sum(
                        regions.stream()
                                .filter(region -> region.nation().equals(nation))
                                .toList(),
                        slice);
    }

    /** Of a slice: of the whole programme, or of all that is shown of it; the regions are those of the scope. */
    @Nullable
    public Integer of(String slice, List<Areas.Region> regions, Scope scope) {
        return switch (scope.kind()) {
            case PROGRAMME, NATION ->
                regions.stream()
                        .map(Areas.Region::nation)
                        .distinct()
                        .map(nation -> nation(nation, regions, slice))
                        .reduce(null, TargetSums::plus);
            case REGION -> sum(regions, slice);
            case AUTHORITY -> numbers.get(new Key(AreaKind.AUTHORITY, scope.key(), slice));
        };
    }

    private @Nullable Integer sum(List<Areas.Region> regions, String slice) {
        return regions.stream()
                .map(region -> numbers.get(new Key(AreaKind.REGION, region.key(), slice)))
                .reduce(null, TargetSums::plus);
    }

    private static @Nullable Integer plus(@Nullable Integer one, @Nullable Integer other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one + other;
    }
}
