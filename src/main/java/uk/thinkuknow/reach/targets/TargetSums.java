package uk.thinkuknow.reach.targets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.totals.AreaKind;
import uk.thinkuknow.reach.totals.Areas;
import uk.thinkuknow.reach.totals.TargetSlices;

/**
 * The targets of a period by area and slice. A year without a target takes the sum of its terms if each term has one; a
 * nation without a target takes the sum of its regions. A missing target is null, not zero.
 */
public final class TargetSums {
    public static final TargetSums NONE = new TargetSums(Map.of());

    private final Map<Key, Integer> numbers;

    /** Identifies a target of the period by its area and slice. */
    private record Key(AreaKind kind, String area, String slice) {}

    private TargetSums(Map<Key, Integer> numbers) {
        this.numbers = numbers;
    }

    /** @param inForce the numbers in force for the period's year */
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

    /** The targets of all ages and phases together, by area of a kind. */
    public Map<String, Integer> by(AreaKind kind) {
        var some = new HashMap<String, Integer>();
        numbers.forEach((key, number) -> {
            if (key.kind() == kind && key.slice().equals(TargetSlices.ALL)) {
                some.put(key.area(), number);
            }
        });
        return some;
    }

    /** The slices that have a target in some area. */
    public Set<String> slices() {
        return numbers.keySet().stream().map(Key::slice).collect(Collectors.toSet());
    }

    /** The target of a nation, or the sum of its regions' targets if it has none. */
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

    /**
     * The target of a slice in a scope.
     *
     * @param regions the regions of the scope
     */
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
