package uk.thinkuknow.reach.days;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.counting.LinkedClasses;
import uk.thinkuknow.counting.YearsClass;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.totals.Areas;
import uk.thinkuknow.reach.totals.CohortsAtHand;
import uk.thinkuknow.reach.totals.DaysBy;
import uk.thinkuknow.reach.totals.OtherAudiences;
import uk.thinkuknow.reach.totals.Place;
import uk.thinkuknow.reach.totals.PlacesAtHand;
import uk.thinkuknow.reach.totals.YearsLines;
import uk.thinkuknow.schools.school.SchoolService;

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
        var awaited = awaitedOfAll.stream()
                .filter(each -> places.containsKey(each.schoolId()))
                .toList();
        var naming = naming(days, scope, by, places);
        var counts = new Counts(days, by, naming);
        counts.add(taught, homes(places), lines.homes(days.to()));
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
                        counts.of(each.getKey()),
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
                row("total", areas.nameOf(scope), counts.total, all, null),
                others.between(days.first(), days.second(), days.from(), days.to(), scope));
    }

    /** The classes with a lesson between the days. */
    private List<LinesAtHand.OfClass> taught(Days days) {
        var taught = new ArrayList<LinesAtHand.OfClass>();
        for (var year : new LinkedHashSet<>(List.of(days.first(), days.second()))) {
            for (var room : atHand.of(year)) {
                var between = room.between(days.from(), days.to());
                if (between != null) {
                    taught.add(between);
                }
            }
        }
        return taught;
    }

    private Map<Long, Place> places(
            Days days, Scope scope, List<LinesAtHand.OfClass> taught, List<YearsLines.Awaited> awaited) {
        var schools = new HashSet<Long>();
        long last = 0;
        for (var room : taught) {
            if (room.schoolId() != last) { // classes of a school mostly follow each other
                last = room.schoolId();
                schools.add(last);
            }
        }
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

    /** A school where it lay on the last day: what is the same for all its classes is looked for once. */
    private static final class Home {
        private final Place place;
        private @Nullable DaysCount row;
        private CohortsAtHand.@Nullable Ends ends;

        Home(Place place) {
            this.place = place;
        }
    }

    private static Map<Long, Home> homes(Map<Long, Place> places) {
        var homes = new HashMap<Long, Home>();
        places.forEach((id, place) -> homes.put(id, new Home(place)));
        return homes;
    }

    /** The rows and the total, each of them counted afresh. */
    private final class Counts {
        private final DaysBy by;
        private final DaysNames naming;
        private final String second;
        private final @Nullable LinkedClasses links;
        private final CohortsAtHand.@Nullable TwoYears cohorts;
        private final Map<String, DaysCount> rows = new HashMap<>();
        private final DaysCount total;

        Counts(Days days, DaysBy by, DaysNames naming) {
            this.by = by;
            this.naming = naming;
            second = days.second();
            links = days.overYears() ? new LinkedClasses(schools.linksOver(days.first(), days.second())) : null;
            cohorts = days.overYears() ? cohortsAtHand.of(days.first(), days.second()) : null;
            total = new DaysCount(links);
        }

        DaysCount of(String key) {
            return rows.computeIfAbsent(key, row -> new DaysCount(links));
        }

        /** @param moved the school of each class that has moved with it */
        void add(List<LinesAtHand.OfClass> taught, Map<Long, Home> homes, Map<Long, Long> moved) {
            Home last = null;
            for (var room : taught) {
                var to = moved.isEmpty() ? null : moved.get(room.classId());
                long at = to == null ? room.schoolId() : to;
                // Classes of a school mostly follow each other.
                last = last != null && last.place.schoolId() == at ? last : homes.get(at);
                if (last != null) {
                    add(room, last);
                }
            }
        }

        private void add(LinesAtHand.OfClass room, Home home) {
            var whole = ofTwoYears(room, home);
            total.add(room, whole);
            if (by.isPlace()) {
                var row = home.row == null ? of(naming.place(home.place)) : home.row;
                home.row = row;
                row.add(room, whole);
            } else {
                room.lines().stream()
                        .collect(Collectors.groupingBy(naming::line))
                        .forEach((key, some) -> {
                            var part = room.with(some);
                            of(key).add(part, ofTwoYears(part, home));
                        });
            }
        }

        private @Nullable YearsClass ofTwoYears(LinesAtHand.OfClass room, Home home) {
            if (cohorts == null) {
                return null;
            }
            var ends = home.ends == null ? cohorts.ends(home.place) : home.ends;
            home.ends = ends;
            return new YearsClass(
                    room.classId(),
                    home.place.schoolId(),
                    home.place.regionKey(),
                    room.year().equals(second),
                    room.cohorts(),
                    ends.leaves(),
                    ends.arrives(),
                    room::tallies,
                    room.count());
        }
    }

    private static DaysReport.Row row(String key, String name, DaysCount count, int awaiting, @Nullable Integer roll) {
        return new DaysReport.Row(key, name, count.reach(), count.marks(), count.sessions(), awaiting, roll);
    }
}
