package uk.thinkuknow.programme;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.people.Scope;
import uk.thinkuknow.school.SchoolService;
import uk.thinkuknow.shared.Refused;

/** The door to reach between any two days of one school year, or of two that follow each other. */
@Singleton
public class DaysReach {
    private final YearsLines lines;
    private final LinesAtHand atHand;
    private final PlacesAtHand placesAtHand;
    private final CohortsAtHand cohortsAtHand;
    private final SchoolService schools;
    private final Areas areas;
    private final OtherAudiences others;
    private final Clock clock;

    DaysReach(
            YearsLines lines,
            LinesAtHand atHand,
            PlacesAtHand placesAtHand,
            CohortsAtHand cohortsAtHand,
            SchoolService schools,
            Areas areas,
            OtherAudiences others,
            Clock clock) {
        this.lines = lines;
        this.atHand = atHand;
        this.placesAtHand = placesAtHand;
        this.cohortsAtHand = cohortsAtHand;
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
        var together = together(days);
        var awaited = awaitedOfAll.stream()
                .filter(each -> places.containsKey(each.schoolId()))
                .toList();
        var naming = naming(days, scope, by, places);
        var classes = classes(days, taught, places);
        var parts = new HashMap<String, List<Counted>>();
        for (var each : classes) {
            if (by.isPlace()) {
                parts.computeIfAbsent(naming.place(each.place), key -> new ArrayList<>())
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
                        parts.getOrDefault(each.getKey(), List.of()),
                        together,
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
                row("total", areas.nameOf(scope), classes, together, all, null),
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

    /** A class with those of its lines that are counted, and where it lies. */
    private static final class Counted {
        private final LinesAtHand.OfClass room;
        private final Place place;
        private @Nullable YearsClass ofTwoYears;

        Counted(LinesAtHand.OfClass room, Place place) {
            this.room = room;
            this.place = place;
        }

        Map<String, Counted> split(Function<LinesAtHand.Line, String> key) {
            var parts = new HashMap<String, Counted>();
            room.lines().stream()
                    .collect(Collectors.groupingBy(key))
                    .forEach((of, some) -> parts.put(of, new Counted(room.with(some), place)));
            return parts;
        }

        /** The same for counting over two years: it stands in its row and in the total. */
        YearsClass ofTwoYears(CohortsAtHand.TwoYears cohorts, String second) {
            var known = ofTwoYears;
            if (known == null) {
                var ends = cohorts.ends(place);
                known = new YearsClass(
                        room.classId(),
                        place.schoolId(),
                        place.regionKey(),
                        room.year().equals(second),
                        cohorts.ofClass(room.classId()),
                        ends.leaves(),
                        ends.arrives(),
                        room::tallies,
                        room.count());
                ofTwoYears = known;
            }
            return known;
        }
    }

    private List<Counted> classes(Days days, List<LinesAtHand.OfClass> taught, Map<Long, Place> places) {
        var counted = new ArrayList<Counted>(taught.size());
        var homes = lines.homes(days.to());
        for (var room : taught) {
            var place = places.get(homes.getOrDefault(room.classId(), room.schoolId()));
            if (place != null) {
                counted.add(new Counted(room, place));
            }
        }
        return counted;
    }

    /** How classes of one row are counted together: within a year no class is another's children again. */
    private interface Together {
        ReachCount of(List<Counted> classes);
    }

    private Together together(Days days) {
        if (!days.overYears()) {
            return classes -> {
                var sum = ReachCount.NONE;
                for (var each : classes) {
                    sum = sum.plus(each.room.count());
                }
                return sum;
            };
        }
        var links = new LinkedClasses(schools.linksOver(days.first(), days.second()));
        var cohorts = cohortsAtHand.of(days.first(), days.second());
        return classes -> {
            var rooms = new ArrayList<YearsClass>(classes.size());
            for (var each : classes) {
                rooms.add(each.ofTwoYears(cohorts, days.second()));
            }
            return OverYears.of(rooms, links.of(rooms));
        };
    }

    private static DaysReport.Row row(
            String key, String name, List<Counted> classes, Together together, int awaiting, @Nullable Integer roll) {
        int lines = 0;
        for (var each : classes) {
            lines += each.room.lines().size();
        }
        long[] sessions = new long[lines];
        int a = 0;
        int b = 0;
        int c = 0;
        for (var each : classes) {
            for (var line : each.room.lines()) {
                sessions[--lines] = line.session();
                a += line.marks().a();
                b += line.marks().b();
                c += line.marks().c();
            }
        }
        return new DaysReport.Row(
                key, name, together.of(classes), new DaysReport.Marks(a, b, c), distinct(sessions), awaiting, roll);
    }

    private static int distinct(long[] sessions) {
        Arrays.sort(sessions);
        int distinct = 0;
        for (int i = 0; i < sessions.length; i++) {
            distinct += i == 0 || sessions[i] != sessions[i - 1] ? 1 : 0;
        }
        return distinct;
    }
}
