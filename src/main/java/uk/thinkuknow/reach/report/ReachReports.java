package uk.thinkuknow.reach.report;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.AgeRange;
import uk.thinkuknow.common.Nations;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.counting.ClassLines;
import uk.thinkuknow.counting.Figures;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.targets.TargetSums;
import uk.thinkuknow.reach.totals.AreaKind;
import uk.thinkuknow.reach.totals.Areas;
import uk.thinkuknow.reach.totals.ClosedPlaces;
import uk.thinkuknow.reach.totals.LinesAsOf;
import uk.thinkuknow.reach.totals.Place;
import uk.thinkuknow.reach.totals.ReachSums;
import uk.thinkuknow.reach.totals.RowKind;
import uk.thinkuknow.reach.totals.TargetSlices;

/**
 * Assembles reach reports from counted figures, the names of areas, and targets. For closed periods it also counts the
 * figures from return lines.
 */
@Singleton
public class ReachReports {
    private static final Comparator<ReachRow> BY_NAME = Comparator.comparing(ReachRow::name);

    private final Areas areas;
    private final Clock clock;

    public ReachReports(Areas areas, Clock clock) {
        this.areas = areas;
        this.clock = clock;
    }

    /** The counted figures, and the schools in which they were counted. */
    public record Counted(Map<Long, Place> places, ReachSums sums) {}

    /**
     * Counts from the return lines as at a past moment, for which there are no kept totals.
     *
     * @param where the schools' areas when the period was closed
     * @param alsoTell receives the lines of every counted class
     */
    public Counted count(
            LinesAsOf lines, ClosedPlaces where, Period period, Set<RowKind> by, Consumer<ClassLines> alsoTell) {
        var places = where.places().stream().collect(Collectors.toMap(Place::schoolId, place -> place));
        var lineSums = new LineSums(period, places, by, alsoTell);
        lines.each(period, line -> {
            var home = where.homes().get(line.classId());
            lineSums.accept(home == null ? line : line.at(home));
        });
        lineSums.close();
        lines.pending(period).forEach(lineSums::await);
        return new Counted(places, lineSums);
    }

    /** @param scope the area in which the figures were counted */
    public ReachReport report(Counted counted, Period period, RowKind by, Scope scope, TargetSums targets) {
        var sums = counted.sums();
        var regions = areas.regions(scope);
        var set = targets.by(AreaKind.REGION);
        var rows = switch (by) {
            case NATION -> nations(regions, scope, targets, sums);
            case REGION ->
                regions.stream()
                        .map(each -> new ReachRow(
                                each.key(),
                                each.name(),
                                each.nation(),
                                scope.holdsRegion(each.key())
                                        ? set.get(each.key())
                                        : targets.of(TargetSlices.ALL, regions, scope),
                                sums.by(by).getOrDefault(each.key(), Figures.NONE)))
                        .toList();
            case AUTHORITY -> authorities(scope, regions, targets.by(AreaKind.AUTHORITY), sums.by(by));
            case SCHOOL -> schools(counted.places(), sums.by(by));
            case PHASE ->
                inOrder(TargetSlices.PHASES, slices(TargetSlices.PHASES, targets, regions, scope), sums.by(by));
            case BAND -> {
                var bands = bands(targets, sums.by(by));
                yield inOrder(bands, slices(bands, targets, regions, scope), sums.by(by));
            }
        };
        var target = targets.of(TargetSlices.ALL, regions, scope);
        return new ReachReport(
                clock.instant(),
                ReachReport.RULES,
                period,
                by,
                rows,
                new ReachRow("total", areas.nameOf(scope), target, sums.total()));
    }

    /**
     * Managers of a part of a nation see their part's figures and target in the nation's row, never the nation's own.
     */
    private static List<ReachRow> nations(List<Areas.Region> regions, Scope scope, TargetSums targets, ReachSums sums) {
        return regions.stream()
                .map(Areas.Region::nation)
                .distinct()
                .map(key -> row(
                        key,
                        Nations.name(key),
                        scope.isProgramme()
                                ? targets.nation(key, regions, TargetSlices.ALL)
                                : targets.of(TargetSlices.ALL, regions, scope),
                        sums.by(RowKind.NATION)))
                .toList();
    }

    private List<ReachRow> authorities(
            Scope scope, List<Areas.Region> regions, Map<String, Integer> set, Map<String, Figures> figures) {
        var known = areas.authorities();
        var keys = new HashSet<>(figures.keySet());
        known.values().stream()
                .filter(each -> set.containsKey(each.key())
                        && regions.stream()
                                .anyMatch(region -> region.key().equals(each.region())
                                        && scope.holds(region.nation(), region.key(), each.key())))
                .forEach(each -> keys.add(each.key()));
        return keys.stream()
                .map(key -> {
                    var authority = known.get(key);
                    return row(key, authority == null ? key : authority.name(), set.get(key), figures);
                })
                .sorted(BY_NAME)
                .toList();
    }

    private static Map<String, Integer> slices(
            List<String> slices, TargetSums targets, List<Areas.Region> regions, Scope scope) {
        var set = new HashMap<String, Integer>();
        for (var slice : slices) {
            var target = targets.of(slice, regions, scope);
            if (target != null) {
                set.put(slice, target);
            }
        }
        return set;
    }

    /** The age bands with figures or targets in the period, youngest first. */
    private static List<String> bands(TargetSums targets, Map<String, Figures> figures) {
        return Stream.concat(
                        figures.keySet().stream(), targets.slices().stream().filter(TargetSlices::isBand))
                .distinct()
                .sorted(AgeRange.OF_KEYS)
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
                .map(key -> row(key, TextFormat.capitalised(key), set.get(key), figures))
                .toList();
    }

    private static ReachRow row(String key, String name, @Nullable Integer target, Map<String, Figures> figures) {
        return new ReachRow(key, name, target, figures.getOrDefault(key, Figures.NONE));
    }
}
