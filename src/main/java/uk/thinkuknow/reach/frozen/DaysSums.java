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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.thinkuknow.counting.AwaitedSessions;
import uk.thinkuknow.counting.ClassCount;
import uk.thinkuknow.counting.ClassYearReach;
import uk.thinkuknow.counting.CountedLine;
import uk.thinkuknow.counting.Figures;
import uk.thinkuknow.counting.GroupTally;
import uk.thinkuknow.counting.LinkedClasses;
import uk.thinkuknow.counting.ReachCount;
import uk.thinkuknow.counting.TwoYearCount;
import uk.thinkuknow.reach.totals.ClosedPlaces;
import uk.thinkuknow.reach.totals.Cohorts;
import uk.thinkuknow.reach.totals.DaysQueries.Days;
import uk.thinkuknow.reach.totals.Place;
import uk.thinkuknow.reach.totals.ReachSums;
import uk.thinkuknow.reach.totals.RowKind;

/**
 * Counts reach between two days for a closed quarter by counting rule 7. Over the start of a school year, classes of
 * both years that may hold the same children are counted together, so rows need not add up.
 */
final class DaysSums implements ReachSums {
    private final Days days;
    private final Map<Long, Place> places;
    private final ClosedPlaces where;
    private final Cohorts cohorts = new Cohorts(new HashMap<>(), new HashMap<>());
    private final Map<Long, ClassYearReach.School> schools = new HashMap<>();
    private final LinkedClasses links;
    private final Map<Long, Room> rooms = new HashMap<>();
    private final List<AwaitedSessions> awaited = new ArrayList<>();

    DaysSums(Days days, Map<Long, Place> places, ClosedPlaces where) {
        this.days = days;
        this.places = places;
        this.where = where;
        this.links = new LinkedClasses(where.classes().links());
        for (var room : where.classes().rooms()) {
            cohorts.ofClass().put(room.classId(), room.cohorts());
            if (!room.later()) {
                cohorts.ofSchool()
                        .computeIfAbsent(room.year(), year -> new HashMap<>())
                        .computeIfAbsent(room.schoolId(), school -> new HashSet<>())
                        .addAll(room.cohorts());
            }
        }
    }

    /** A class with its return lines, at the school it belonged to on the period's last day. */
    private record Room(long classId, Place place, boolean second, List<CountedLine> lines) {}

    /** Adds a line; lines of schools without a place are skipped. */
    void accept(DaysLinesAsOf.Line line) {
        var counted = line.counted();
        var place = places.get(where.homes().getOrDefault(counted.classId(), counted.schoolId()));
        if (place != null) {
            rooms.computeIfAbsent(
                            counted.classId(),
                            id -> new Room(
                                    id,
                                    place,
                                    days.overYears() && line.year().equals(days.second()),
                                    new ArrayList<>()))
                    .lines()
                    .add(counted);
        }
    }

    void await(AwaitedSessions sessions) {
        if (places.containsKey(sessions.schoolId())) {
            awaited.add(sessions);
        }
    }

    @Override
    public Figures total() {
        return figures(rooms.values(), line -> true, each -> true);
    }

    @Override
    public Map<String, Figures> by(RowKind by) {
        return by == RowKind.BAND ? bands() : areas(by);
    }

    private Map<String, Figures> bands() {
        var keys = new HashSet<String>();
        rooms.values().forEach(room -> room.lines().forEach(line -> keys.add(line.band())));
        awaited.forEach(each -> keys.add(each.band()));
        return keys.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        key -> figures(
                                rooms.values(),
                                line -> line.band().equals(key),
                                each -> each.band().equals(key))));
    }

    private Map<String, Figures> areas(RowKind by) {
        var here = new HashMap<String, List<Room>>();
        rooms.values()
                .forEach(room -> here.computeIfAbsent(by.keyOf(room.place()), key -> new ArrayList<>())
                        .add(room));
        awaited.forEach(each -> here.computeIfAbsent(by.keyOf(place(each)), key -> new ArrayList<>()));
        var rows = new HashMap<String, Figures>();
        here.forEach((key, some) -> rows.put(
                key, figures(some, line -> true, each -> by.keyOf(place(each)).equals(key))));
        return rows;
    }

    /** The schools with at least one lesson that counts. */
    int schools() {
        return (int) rooms.values().stream()
                .map(room -> room.place().schoolId())
                .distinct()
                .count();
    }

    /**
     * The growth of the count: a full count at the end of each week, from the first week with a lesson to the last.
     */
    List<FrozenFigures.Week> weeks() {
        var weeks = new ArrayList<FrozenFigures.Week>();
        var dates = rooms.values().stream()
                .flatMap(room -> room.lines().stream())
                .map(CountedLine::date)
                .toList();
        var last = dates.stream().max(LocalDate::compareTo).orElse(LocalDate.MIN);
        var monday =
                dates.stream().min(LocalDate::compareTo).map(DaysSums::monday).orElse(LocalDate.MAX);
        int before = 0;
        for (; !monday.isAfter(last); monday = monday.plusWeeks(1)) {
            var sunday = monday.plusDays(6);
            var reach = reach(rooms.values(), line -> !line.date().isAfter(sunday));
            weeks.add(new FrozenFigures.Week(monday, reach.lower() - before, reach.lower(), reach.upper()));
            before = reach.lower();
        }
        return weeks;
    }

    private Place place(AwaitedSessions each) {
        return Objects.requireNonNull(places.get(each.schoolId()));
    }

    private Figures figures(Collection<Room> some, Predicate<CountedLine> which, Predicate<AwaitedSessions> awaiting) {
        var reach = reach(some, which);
        var sessions = new HashSet<Long>();
        some.forEach(room -> room.lines().stream().filter(which).forEach(line -> sessions.add(line.sessionId())));
        var figures = new Figures(ReachCount.NONE, reach, reach, sessions.size(), 0, 0);
        for (var each : awaited) {
            figures = awaiting.test(each) ? figures.plusAwaiting(each) : figures;
        }
        return figures;
    }

    private ReachCount reach(Collection<Room> some, Predicate<CountedLine> which) {
        var classes = new ArrayList<ClassYearReach>();
        for (var room : some) {
            var tallies =
                    room.lines().stream().filter(which).map(CountedLine::tally).toList();
            if (!tallies.isEmpty()) {
                classes.add(of(room, tallies));
            }
        }
        return TwoYearCount.of(classes, links);
    }

    private ClassYearReach of(Room room, List<GroupTally> tallies) {
        var place = room.place();
        return new ClassYearReach(
                room.classId(),
                schools.computeIfAbsent(
                        place.schoolId(),
                        id -> new ClassYearReach.School(
                                id,
                                place.regionKey(),
                                cohorts.leaves(place, days.first(), days.second()),
                                cohorts.arrives(place, days.first(), days.second()))),
                room.second(),
                cohorts.ofClass().getOrDefault(room.classId(), Set.of()),
                () -> tallies,
                ClassCount.ofLines(tallies));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(DayOfWeek.MONDAY);
    }
}
