package uk.thinkuknow.programme;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the counting together: places, lines, awaited sessions and targets become the rows of a report. */
@Singleton
class ReachReports {
    private static final Comparator<ReachRow> BY_NAME = Comparator.comparing(ReachRow::name);
    private static final List<String> PHASES = List.of("nursery", "primary", "secondary", "special");
    private static final List<String> BANDS = Target.BANDS.subList(1, Target.BANDS.size());

    private final ReachLines lines;
    private final Areas areas;
    private final Clock clock;

    ReachReports(ReachLines lines, Areas areas, Clock clock) {
        this.lines = lines;
        this.areas = areas;
        this.clock = clock;
    }

    /**
     * A report of a period.
     *
     * @param region the only region to count, or null for the whole programme
     */
    ReachReport report(Period period, By by, @Nullable String region, TargetSums targets) {
        return report(count(period, region, Set.of(by), null), period, by, region, targets);
    }

    /** What was counted, and the schools it was counted in. */
    record Counted(Map<Long, Place> places, Reckoning reckoning) {}

    Counted count(Period period, @Nullable String region, Set<By> by, @Nullable Consumer<ClassLines> alsoTell) {
        var places = lines.places(period)
                .thenApply(all -> all.stream()
                        .filter(place -> region == null || place.regionKey().equals(region))
                        .collect(Collectors.toMap(Place::schoolId, place -> place)));
        var reckoning = new Reckoning(period, places::join, by, alsoTell);
        var homes = lines.homes(period);
        lines.each(period, alsoTell != null, line -> {
            var home = homes.get(line.classId());
            reckoning.accept(home == null ? line : line.at(home));
        });
        reckoning.close();
        lines.awaited(period).forEach(reckoning::await);
        return new Counted(places.join(), reckoning);
    }

    ReachReport report(Counted counted, Period period, By by, @Nullable String region, TargetSums targets) {
        var reckoning = counted.reckoning();
        var regions = areas.regions().stream()
                .filter(each -> region == null || each.key().equals(region))
                .toList();
        var shown = regions.stream().map(Areas.Region::key).collect(Collectors.toSet());
        var set = new HashMap<>(targets.byRegion());
        set.keySet().retainAll(shown);
        var rows = switch (by) {
            case NATION -> nations(regions, set, reckoning);
            case REGION ->
                regions.stream()
                        .map(each -> new ReachRow(
                                each.key(),
                                each.name(),
                                each.nation(),
                                set.get(each.key()),
                                reckoning.by(by).getOrDefault(each.key(), Figures.NONE)))
                        .toList();
            case AUTHORITY -> named(areas.authorities(), reckoning.by(by));
            case SCHOOL -> schools(counted.places(), reckoning.by(by));
            case PHASE -> inOrder(PHASES, Map.of(), reckoning.by(by));
            case BAND -> inOrder(BANDS, targets.byBand(shown), reckoning.by(by));
        };
        var target = set.isEmpty()
                ? null
                : set.values().stream().mapToInt(Integer::intValue).sum();
        var name = region == null
                ? "United Kingdom"
                : regions.stream().map(Areas.Region::name).findFirst().orElse(region);
        return new ReachReport(
                clock.instant(),
                ReachReport.RULES,
                period,
                by,
                rows,
                new ReachRow("total", name, target, reckoning.total()));
    }

    private static List<ReachRow> nations(List<Areas.Region> regions, Map<String, Integer> set, Reckoning reckoning) {
        var sums = new TreeMap<String, Integer>();
        for (var region : regions) {
            var target = set.get(region.key());
            if (target != null) {
                sums.merge(region.nation(), target, Integer::sum);
            }
        }
        return regions.stream()
                .map(Areas.Region::nation)
                .distinct()
                .map(key -> row(key, Areas.nation(key), sums.get(key), reckoning.by(By.NATION)))
                .toList();
    }

    private static List<ReachRow> named(Map<String, String> names, Map<String, Figures> figures) {
        return figures.entrySet().stream()
                .map(each -> new ReachRow(
                        each.getKey(), names.getOrDefault(each.getKey(), each.getKey()), null, each.getValue()))
                .sorted(BY_NAME)
                .toList();
    }

    private static List<ReachRow> schools(Map<Long, Place> places, Map<String, Figures> figures) {
        return places.values().stream()
                .filter(place -> figures.containsKey(place.publicId()))
                .map(place -> row(place.publicId(), place.name(), null, figures))
                .sorted(BY_NAME)
                .toList();
    }

    private static List<ReachRow> inOrder(List<String> order, Map<String, Integer> set, Map<String, Figures> figures) {
        var keys = new ArrayList<>(order);
        figures.keySet().stream().filter(key -> !keys.contains(key)).sorted().forEach(keys::add);
        return keys.stream()
                .filter(key -> figures.containsKey(key) || set.containsKey(key))
                .map(key -> row(key, InWords.phase(key), set.get(key), figures))
                .toList();
    }

    private static ReachRow row(String key, String name, @Nullable Integer target, Map<String, Figures> figures) {
        return new ReachRow(key, name, target, figures.getOrDefault(key, Figures.NONE));
    }
}
