package uk.thinkuknow.programme;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.people.Scope;
import uk.thinkuknow.school.ClassLink;
import uk.thinkuknow.school.SchoolService;
import uk.thinkuknow.shared.Refused;

/** The door to reach between any two days of one school year, or of two that follow each other. */
@Singleton
public class DaysReach {
    private final YearsLines lines;
    private final LinesAtHand atHand;
    private final PlacesAtHand placesAtHand;
    private final SchoolService schools;
    private final Areas areas;
    private final OtherAudiences others;
    private final Clock clock;

    DaysReach(
            YearsLines lines,
            LinesAtHand atHand,
            PlacesAtHand placesAtHand,
            SchoolService schools,
            Areas areas,
            OtherAudiences others,
            Clock clock) {
        this.lines = lines;
        this.atHand = atHand;
        this.placesAtHand = placesAtHand;
        this.schools = schools;
        this.areas = areas;
        this.others = others;
        this.clock = clock;
    }

    /**
     * Counts by the rules; schools lie where they lie on the last day.
     *
     * @param scope where to count
     * @param by what the rows are
     * @throws Refused if the days are out of order, or touch none or more than two school years
     */
    @Transactional
    DaysReport between(LocalDate from, LocalDate to, Scope scope, DaysBy by) {
        if (to.isBefore(from)) {
            throw new Refused("The last day lies before the first. Change one of the two.");
        }
        var years = lines.years(from, to);
        if (years.isEmpty()) {
            throw new Refused("The calendar has no school year with these days.");
        }
        if (years.size() > 2) {
            throw new Refused("These days lie in " + years.size()
                    + " school years. Reach is counted over two at most: choose days that are closer together.");
        }
        return report(new Days(from, to, years.getFirst(), years.getLast()), scope, by);
    }

    /** The days, and the school years they lie in: the same twice, or two that follow each other. */
    private record Days(LocalDate from, LocalDate to, String first, String second) {
        boolean overYears() {
            return !first.equals(second);
        }
    }

    private DaysReport report(Days days, Scope scope, DaysBy by) {
        var taught = taught(days);
        var awaitedOfAll = lines.awaited(days.first(), days.second(), days.from(), days.to());
        var places = places(days, scope, taught, awaitedOfAll);
        var links = days.overYears() ? schools.linksOver(days.first(), days.second()) : List.<ClassLink>of();
        var awaited = awaitedOfAll.stream()
                .filter(each -> places.containsKey(each.schoolId()))
                .toList();
        var naming = naming(days, scope, by, places);
        var classes = classes(days, taught, places);
        var parts = new HashMap<String, List<Counted>>();
        for (var each : classes) {
            if (by.isPlace()) {
                parts.computeIfAbsent(naming.place(each.place()), key -> new ArrayList<>())
                        .add(each);
            } else {
                each.split(naming::line)
                        .forEach((key, part) -> parts.computeIfAbsent(key, any -> new ArrayList<>())
                                .add(part));
            }
        }
        var waits = new HashMap<String, Integer>();
        for (var each : awaited) {
            var place = places.get(each.schoolId());
            if (place != null) {
                waits.merge(naming.awaited(each, place), each.sessions(), Integer::sum);
            }
        }
        var rolls = by == DaysBy.SCHOOL ? rolls(places) : Map.<String, Integer>of();
        var rows = naming.names().entrySet().stream()
                .map(each -> row(
                        each.getKey(),
                        each.getValue(),
                        days,
                        parts.getOrDefault(each.getKey(), List.of()),
                        links,
                        waits.getOrDefault(each.getKey(), 0),
                        rolls.get(each.getKey())))
                .filter(row -> by == DaysBy.NATION || by == DaysBy.REGION || row.sessions() + row.awaiting() > 0)
                .toList();
        int all = awaited.stream().mapToInt(YearsLines.Awaited::sessions).sum();
        return new DaysReport(
                clock.instant(),
                days.from(),
                days.to(),
                days.overYears(),
                by,
                rows,
                row("total", areas.nameOf(scope), days, classes, links, all, null),
                others.between(days.first(), days.second(), days.from(), days.to(), scope));
    }

    /** The classes with a lesson between the days. */
    private List<LinesAtHand.OfClass> taught(Days days) {
        return Stream.of(days.first(), days.second())
                .distinct()
                .flatMap(year -> atHand.of(year).stream())
                .map(room -> room.between(days.from(), days.to()))
                .filter(room -> !room.lines().isEmpty())
                .toList();
    }

    private Map<Long, Place> places(
            Days days, Scope scope, List<LinesAtHand.OfClass> taught, List<YearsLines.Awaited> awaited) {
        var schools = new HashSet<Long>();
        taught.forEach(room -> schools.add(room.schoolId()));
        awaited.forEach(each -> schools.add(each.schoolId()));
        var places = placesAtHand.on(days.to(), schools);
        if (scope.isProgramme()) {
            return places;
        }
        var inScope = new HashMap<>(places);
        inScope.values().removeIf(place -> !place.liesIn(scope));
        return inScope;
    }

    private DaysNames naming(Days days, Scope scope, DaysBy by, Map<Long, Place> places) {
        return switch (by) {
            case CONSTITUENCY, TRUST -> DaysNames.ofFacts(by, places.values(), lines.facts(by, days.to()));
            case MODULE -> DaysNames.ofModules(lines.modules());
            case TRAINER -> DaysNames.ofTrainers(lines.trainers(days.first(), days.second(), days.from(), days.to()));
            case BAND -> DaysNames.ofBands();
            default -> DaysNames.ofPlaces(by, scope, places.values(), areas);
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

    /** A class, where it lies, those of its lines that are counted, and what they come to by themselves. */
    private record Counted(YearsClass room, Place place, List<LinesAtHand.Line> lines, ReachCount alone) {
        static Counted of(YearsClass room, Place place, List<LinesAtHand.Line> lines) {
            var counted = room.with(lines.stream().map(LinesAtHand.Line::tally).toList());
            return new Counted(counted, place, lines, counted.count());
        }

        Map<String, Counted> split(Function<LinesAtHand.Line, String> key) {
            var parts = new HashMap<String, Counted>();
            lines.stream()
                    .collect(Collectors.groupingBy(key))
                    .forEach((of, some) -> parts.put(of, of(room, place, some)));
            return parts;
        }
    }

    private List<Counted> classes(Days days, List<LinesAtHand.OfClass> taught, Map<Long, Place> places) {
        var first = days.first();
        var second = days.second();
        // within a year no class is another's children again
        var cohorts = days.overYears() ? lines.cohorts(first, second) : Cohorts.NONE;
        var counted = new ArrayList<Counted>();
        var homes = lines.homes(days.to());
        var leaves = new HashMap<Long, Set<Integer>>();
        var arrives = new HashMap<Long, Set<Integer>>();
        for (var each : taught) {
            var place = places.get(homes.getOrDefault(each.classId(), each.schoolId()));
            if (place != null) {
                var room = new YearsClass(
                        each.classId(),
                        place.schoolId(),
                        place.regionKey(),
                        each.year().equals(second) && days.overYears(),
                        cohorts.ofClass().getOrDefault(each.classId(), Set.of()),
                        leaves.computeIfAbsent(place.schoolId(), id -> cohorts.leaves(place, first, second)),
                        arrives.computeIfAbsent(place.schoolId(), id -> cohorts.arrives(place, first, second)),
                        List.of());
                counted.add(Counted.of(room, place, each.lines()));
            }
        }
        return counted;
    }

    private static DaysReport.Row row(
            String key,
            String name,
            Days days,
            List<Counted> classes,
            List<ClassLink> links,
            int awaiting,
            @Nullable Integer roll) {
        var sessions = new HashSet<Long>();
        var marks = DaysReport.Marks.NONE;
        for (var each : classes) {
            for (var line : each.lines()) {
                sessions.add(line.session());
                marks = marks.plus(line.marks());
            }
        }
        var reach = days.overYears()
                ? OverYears.of(classes.stream().map(Counted::room).toList(), links)
                : classes.stream().map(Counted::alone).reduce(ReachCount.NONE, ReachCount::plus);
        return new DaysReport.Row(key, name, reach, marks, sessions.size(), awaiting, roll);
    }
}
