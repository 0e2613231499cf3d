package uk.thinkuknow.reach.days;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.counting.ClassYearReach;
import uk.thinkuknow.counting.PendingReturns;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.totals.Areas;
import uk.thinkuknow.reach.totals.DaysQueries;
import uk.thinkuknow.reach.totals.DaysQueries.Days;
import uk.thinkuknow.reach.totals.DaysRowKind;
import uk.thinkuknow.reach.totals.OtherAudiences;
import uk.thinkuknow.reach.totals.Place;

/**
 * Counts reach between any two days, in one school year or over two consecutive ones, for a report with rows and a
 * total.
 */
@Singleton
public class DaysReach {
    private final DaysQueries lines;
    private final DaysReachReader reader;
    private final Areas areas;
    private final OtherAudiences others;
    private final Clock clock;

    DaysReach(DaysQueries lines, DaysReachReader reader, Areas areas, OtherAudiences others, Clock clock) {
        this.lines = lines;
        this.reader = reader;
        this.areas = areas;
        this.others = others;
        this.clock = clock;
    }

    /**
     * Counts by the counting rules. Each school counts in its area on the last day.
     *
     * @param scope the area to count
     * @param by the dimension of the rows
     * @throws Refused if the days are in the wrong order, or overlap no school year or more than two
     */
    @Transactional
    DaysReport between(LocalDate from, LocalDate to, Scope scope, DaysRowKind by) {
        if (to.isBefore(from)) {
            throw new Refused("days.lastBeforeFirst");
        }
        var days = lines.days(from, to);
        if (days.years().isEmpty()) {
            throw new Refused("days.noYear");
        }
        if (days.years().size() > 2) {
            throw new Refused("days.tooManyYears", days.years().size());
        }
        return report(days, scope, by);
    }

    private DaysReport report(Days days, Scope scope, DaysRowKind by) {
        var gathered = reader.gather(days, scope);
        var places = gathered.places();
        var naming = naming(days, scope, by, places);
        var counts = new Counts(gathered, by, naming);
        counts.add();
        var pending = new HashMap<String, PendingReturns>();
        for (var each : gathered.pending()) {
            var place = Objects.requireNonNull(places.get(each.schoolId()));
            pending.merge(naming.pending(each, place), each.pending(), PendingReturns::plus);
        }
        var rolls = by == DaysRowKind.SCHOOL ? rolls(places) : Map.<String, Integer>of();
        var rows = naming.names().entrySet().stream()
                .map(each -> row(
                        each.getKey(),
                        each.getValue(),
                        counts.of(each.getKey()),
                        pending.getOrDefault(each.getKey(), PendingReturns.NONE),
                        rolls.get(each.getKey())))
                .filter(row -> by == DaysRowKind.NATION || by == DaysRowKind.REGION || row.hasContent())
                .toList();
        var all = gathered.pending().stream()
                .map(DaysQueries.Pending::pending)
                .reduce(PendingReturns.NONE, PendingReturns::plus);
        return new DaysReport(
                clock.instant(),
                days,
                by,
                rows,
                row("total", areas.nameOf(scope), counts.total, all, null),
                others.between(days, scope));
    }

    private DaysRows naming(Days days, Scope scope, DaysRowKind by, Map<Long, Place> places) {
        return switch (by) {
            case CONSTITUENCY, TRUST -> DaysRows.ofFacts(by, places.values(), lines.facts(by, days.to()));
            case MODULE -> DaysRows.ofModules(lines.modules());
            case TRAINER -> DaysRows.ofTrainers(lines.trainers(days));
            case BAND -> DaysRows.ofBands(lines.bands());
            default -> DaysRows.ofPlaces(by, scope, places.values(), areas);
        };
    }

    private Map<String, Integer> rolls(Map<Long, Place> places) {
        var rolls = new HashMap<String, Integer>();
        lines.rolls().forEach((id, roll) -> {
            var place = places.get(id);
            if (place != null) {
                rolls.put(place.publicId(), roll);
            }
        });
        return rolls;
    }

    /** A school with its area on the last day; caches the row and the cohorts that all its classes share. */
    private static final class Home {
        private final Place place;
        private @Nullable DaysCount row;
        private ClassYearReach.@Nullable School ofTwoYears;

        Home(Place place) {
            this.place = place;
        }
    }

    /** Counts the rows and the total; the total is counted separately because a child may be in several rows. */
    private static final class Counts {
        private final DaysReachReader.DaysInput gathered;
        private final DaysRowKind by;
        private final DaysRows naming;
        private final Map<String, DaysCount> rows = new HashMap<>();
        private final DaysCount total;

        Counts(DaysReachReader.DaysInput gathered, DaysRowKind by, DaysRows naming) {
            this.gathered = gathered;
            this.by = by;
            this.naming = naming;
            total = new DaysCount(gathered.links());
        }

        DaysCount of(String key) {
            return rows.computeIfAbsent(key, row -> new DaysCount(gathered.links()));
        }

        void add() {
            var homes = new HashMap<Long, Home>();
            gathered.places().forEach((id, place) -> homes.put(id, new Home(place)));
            var moved = gathered.moves().homes();
            Home last = null;
            for (var schoolClass : gathered.taught()) {
                var to = moved.isEmpty() ? null : moved.get(schoolClass.classId());
                long at = to == null ? schoolClass.schoolId() : to;
                // Classes of a school are mostly consecutive.
                last = last != null && last.place.schoolId() == at ? last : homes.get(at);
                if (last != null) {
                    add(schoolClass, last);
                }
            }
        }

        private void add(ReturnLinesCache.CachedClass schoolClass, Home home) {
            var whole = ofTwoYears(schoolClass, home);
            total.add(schoolClass, whole);
            if (by.isPlace()) {
                var row = home.row == null ? of(naming.place(home.place)) : home.row;
                home.row = row;
                row.add(schoolClass, whole);
            } else {
                schoolClass.lines().stream()
                        .collect(Collectors.groupingBy(naming::line))
                        .forEach((key, some) -> {
                            var part = schoolClass.with(some);
                            of(key).add(part, ofTwoYears(part, home));
                        });
            }
        }

        private @Nullable ClassYearReach ofTwoYears(ReturnLinesCache.CachedClass schoolClass, Home home) {
            var cohorts = gathered.cohorts();
            if (cohorts == null) {
                return null;
            }
            var school = home.ofTwoYears;
            if (school == null) {
                var families = gathered.moves().families();
                var ends = cohorts.ends(home.place, families.of(home.place.schoolId()));
                school = new ClassYearReach.School(
                        families.idOf(home.place.schoolId()), home.place.regionKey(), ends.leaves(), ends.arrives());
                home.ofTwoYears = school;
            }
            return new ClassYearReach(
                    schoolClass.classId(),
                    school,
                    schoolClass.year().equals(gathered.days().second()),
                    schoolClass.cohorts(),
                    schoolClass::tallies,
                    schoolClass.count());
        }
    }

    private static DaysReport.Row row(
            String key, String name, DaysCount count, PendingReturns pending, @Nullable Integer roll) {
        return new DaysReport.Row(key, name, count.reach(), count.marks(), count.sessions(), pending, roll);
    }
}
