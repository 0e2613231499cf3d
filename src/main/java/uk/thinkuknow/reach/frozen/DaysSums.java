package uk.thinkuknow.reach.frozen;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.thinkuknow.counting.ClassCount;
import uk.thinkuknow.counting.ClassYearReach;
import uk.thinkuknow.counting.CountedLine;
import uk.thinkuknow.counting.Figures;
import uk.thinkuknow.counting.GroupTally;
import uk.thinkuknow.counting.LinkedClasses;
import uk.thinkuknow.counting.PendingReturns;
import uk.thinkuknow.counting.PendingSessions;
import uk.thinkuknow.counting.ReachCount;
import uk.thinkuknow.counting.TwoYearCount;
import uk.thinkuknow.reach.totals.ClosedPlaces;
import uk.thinkuknow.reach.totals.Cohorts;
import uk.thinkuknow.reach.totals.DaysQueries.Days;
import uk.thinkuknow.reach.totals.Place;
import uk.thinkuknow.reach.totals.ReachSums;
import uk.thinkuknow.reach.totals.RowKind;

/**
 * Adds up the return lines of a quarter of the financial year into reach figures: the total, the rows and the weeks of
 * a closed quarter. If the quarter is in two school years, classes of both years that may hold the same children are
 * counted together (counting rule 7), so that areas may add up to more than the total.
 */
final class DaysSums implements ReachSums {
    private final Days days;
    private final Map<Long, Place> places;
    private final ClosedPlaces where;
    private final Cohorts cohorts = new Cohorts(new HashMap<>(), new HashMap<>());
    private final Map<Long, ClassYearReach.School> schools = new HashMap<>();
    private final LinkedClasses links;
    private final Map<Long, QuarterClass> taught = new HashMap<>();
    private final List<PendingSessions> awaited = new ArrayList<>();

    DaysSums(Days days, Map<Long, Place> places, ClosedPlaces where) {
        this.days = days;
        this.places = places;
        this.where = where;
        this.links = new LinkedClasses(where.classes().links());
        for (var schoolClass : where.classes().classes()) {
            cohorts.ofClass().put(schoolClass.classId(), schoolClass.cohorts());
            if (!schoolClass.later()) {
                cohorts.ofSchool()
                        .computeIfAbsent(schoolClass.year(), year -> new HashMap<>())
                        .computeIfAbsent(schoolClass.schoolId(), school -> new HashSet<>())
                        .addAll(schoolClass.cohorts());
            }
        }
    }

    /** A class with its return lines of the quarter, at the school it belonged to on the last day. */
    private record QuarterClass(long classId, Place place, boolean second, List<CountedLine> lines) {}

    /** Adds a line; lines of schools without a place are skipped. */
    void accept(DaysLinesAsOf.Line line) {
        var counted = line.counted();
        var place = places.get(where.homes().getOrDefault(counted.classId(), counted.schoolId()));
        if (place != null) {
            taught.computeIfAbsent(
                            counted.classId(),
                            id -> new QuarterClass(
                                    id,
                                    place,
                                    days.overYears() && line.year().equals(days.second()),
                                    new ArrayList<>()))
                    .lines()
                    .add(counted);
        }
    }

    void await(PendingSessions sessions) {
        if (places.containsKey(sessions.schoolId())) {
            awaited.add(sessions);
        }
    }

    @Override
    public Figures total() {
        return figures(taught.values(), line -> true, each -> true);
    }

    @Override
    public Map<String, Figures> by(RowKind by) {
        return by == RowKind.BAND ? bands() : areas(by);
    }

    private Map<String, Figures> bands() {
        var keys = new HashSet<String>();
        taught.values().forEach(schoolClass -> schoolClass.lines().forEach(line -> keys.add(line.band())));
        awaited.forEach(each -> keys.add(each.band()));
        return keys.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        key -> figures(
                                taught.values(),
                                line -> line.band().equals(key),
                                each -> each.band().equals(key))));
    }

    private Map<String, Figures> areas(RowKind by) {
        var here = new HashMap<String, List<QuarterClass>>();
        taught.values()
                .forEach(schoolClass -> here.computeIfAbsent(by.keyOf(schoolClass.place()), key -> new ArrayList<>())
                        .add(schoolClass));
        awaited.forEach(each -> here.computeIfAbsent(by.keyOf(place(each)), key -> new ArrayList<>()));
        var rows = new HashMap<String, Figures>();
        here.forEach((key, some) -> rows.put(
                key, figures(some, line -> true, each -> by.keyOf(place(each)).equals(key))));
        return rows;
    }

    /** The schools with at least one lesson that counts. */
    int schools() {
        return (int) taught.values().stream()
                .map(schoolClass -> schoolClass.place().schoolId())
                .distinct()
                .count();
    }

    /**
     * The growth of the count: a full count at the end of each week, from the first week with a lesson to the last.
     */
    List<FrozenFigures.Week> weeks() {
        var weeks = new ArrayList<FrozenFigures.Week>();
        var dates = taught.values().stream()
                .flatMap(schoolClass -> schoolClass.lines().stream())
                .map(CountedLine::date)
                .toList();
        var last = dates.stream().max(LocalDate::compareTo).orElse(LocalDate.MIN);
        var monday =
                dates.stream().min(LocalDate::compareTo).map(DaysSums::monday).orElse(LocalDate.MAX);
        int before = 0;
        for (; !monday.isAfter(last); monday = monday.plusWeeks(1)) {
            var sunday = monday.plusDays(6);
            var reach = reach(taught.values(), line -> !line.date().isAfter(sunday));
            weeks.add(new FrozenFigures.Week(monday, reach.lower() - before, reach.lower(), reach.upper()));
            before = reach.lower();
        }
        return weeks;
    }

    /**
     * The figures of each school by age band, and for all as "". Where classes of two years are counted together over
     * several schools, the schools may add up to more than the total.
     */
    Map<Long, Map<String, Figures>> bySchool() {
        var schools = new HashMap<Long, Map<String, Figures>>();
        classesBySchool().forEach((school, some) -> {
            var rows = new HashMap<String, Figures>();
            rows.put(SchoolPart.ALL, figures(some, line -> true, each -> each.schoolId() == school));
            for (var band : bands().keySet()) {
                rows.put(
                        band,
                        figures(
                                some,
                                line -> line.band().equals(band),
                                each -> each.schoolId() == school && each.band().equals(band)));
            }
            schools.put(school, rows);
        });
        return schools;
    }

    /** The count and its upper bound at the end of each week, by school. */
    Map<Long, Map<LocalDate, List<Integer>>> weeksBySchool(List<LocalDate> mondays) {
        var schools = new HashMap<Long, Map<LocalDate, List<Integer>>>();
        classesBySchool().forEach((school, some) -> {
            var numbers = new TreeMap<LocalDate, List<Integer>>();
            for (var monday : mondays) {
                var reach = reach(some, line -> !line.date().isAfter(monday.plusDays(6)));
                numbers.put(monday, List.of(reach.lower(), reach.upper()));
            }
            schools.put(school, numbers);
        });
        return schools;
    }

    private Map<Long, List<QuarterClass>> classesBySchool() {
        var schools = new HashMap<Long, List<QuarterClass>>();
        taught.values()
                .forEach(schoolClass -> schools.computeIfAbsent(
                                schoolClass.place().schoolId(), key -> new ArrayList<>())
                        .add(schoolClass));
        awaited.forEach(each -> schools.computeIfAbsent(each.schoolId(), key -> new ArrayList<>()));
        return schools;
    }

    private Place place(PendingSessions each) {
        return Objects.requireNonNull(places.get(each.schoolId()));
    }

    private Figures figures(
            Collection<QuarterClass> some, Predicate<CountedLine> which, Predicate<PendingSessions> awaiting) {
        var reach = reach(some, which);
        var sessions = new HashSet<Long>();
        some.forEach(schoolClass ->
                schoolClass.lines().stream().filter(which).forEach(line -> sessions.add(line.sessionId())));
        var figures = new Figures(ReachCount.NONE, reach, reach, sessions.size(), PendingReturns.NONE);
        for (var each : awaited) {
            figures = awaiting.test(each) ? figures.plusPending(each.pending()) : figures;
        }
        return figures;
    }

    private ReachCount reach(Collection<QuarterClass> some, Predicate<CountedLine> which) {
        var classes = new ArrayList<ClassYearReach>();
        for (var schoolClass : some) {
            var tallies = schoolClass.lines().stream()
                    .filter(which)
                    .map(CountedLine::tally)
                    .toList();
            if (!tallies.isEmpty()) {
                classes.add(of(schoolClass, tallies));
            }
        }
        return TwoYearCount.of(classes, links);
    }

    private ClassYearReach of(QuarterClass schoolClass, List<GroupTally> tallies) {
        var place = schoolClass.place();
        return new ClassYearReach(
                schoolClass.classId(),
                schools.computeIfAbsent(
                        place.schoolId(),
                        id -> new ClassYearReach.School(
                                where.families().idOf(id),
                                place.regionKey(),
                                cohorts.leaves(place, where.families().of(id), days.first(), days.second()),
                                cohorts.arrives(where.families().of(id), days.first(), days.second()))),
                schoolClass.second(),
                cohorts.ofClass().getOrDefault(schoolClass.classId(), Set.of()),
                () -> tallies,
                ClassCount.ofLines(tallies));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(DayOfWeek.MONDAY);
    }
}
