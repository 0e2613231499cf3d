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
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.people.Scope;
import uk.thinkuknow.school.ClassLink;
import uk.thinkuknow.school.SchoolService;
import uk.thinkuknow.school.YearGroups;
import uk.thinkuknow.shared.Refused;

/** The door to reach between any two days of one school year, or of two that follow each other. */
@Singleton
public class DaysReach {
    private static final int LAST_OF_PRIMARY = 6;
    private static final int FIRST_OF_SECONDARY = 7;
    private static final int FIRST_OF_JUNIOR = 3;
    private static final int LAST_OF_SECONDARY = 11;

    private final YearsLines lines;
    private final SchoolService schools;
    private final Areas areas;
    private final OtherAudiences others;
    private final Clock clock;

    DaysReach(YearsLines lines, SchoolService schools, Areas areas, OtherAudiences others, Clock clock) {
        this.lines = lines;
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
        var places = lines.places(days.to());
        places.values().removeIf(place -> !place.liesIn(scope));
        var links = days.overYears() ? schools.linksOver(days.first(), days.second()) : List.<ClassLink>of();
        var awaited = lines.awaited(days.first(), days.second(), days.from(), days.to()).stream()
                .filter(each -> places.containsKey(each.schoolId()))
                .toList();
        var naming = naming(days, scope, by, places);
        var classes = classes(days, by, places);
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
                row("total", areas.nameOf(scope), classes, links, all, null),
                others.between(days.first(), days.second(), days.from(), days.to(), scope));
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

    /** A class, where it lies, and those of its lines that are counted. */
    private record Counted(YearsClass room, Place place, List<YearsLines.Line> lines) {
        static Counted of(YearsClass room, Place place, List<YearsLines.Line> lines) {
            return new Counted(
                    room.with(lines.stream().map(YearsLines.Line::tally).toList()), place, lines);
        }

        Map<String, Counted> split(Function<YearsLines.Line, String> key) {
            var parts = new HashMap<String, Counted>();
            lines.stream()
                    .collect(Collectors.groupingBy(key))
                    .forEach((of, some) -> parts.put(of, of(room, place, some)));
            return parts;
        }
    }

    private List<Counted> classes(Days days, DaysBy by, Map<Long, Place> places) {
        var first = days.first();
        var second = days.second();
        var cohorts = lines.cohorts(first, second);
        var counted = new ArrayList<Counted>();
        var homes = lines.homes(days.to());
        for (var each : lines.classes(by, first, second, days.from(), days.to())) {
            var place = places.get(homes.getOrDefault(each.classId(), each.schoolId()));
            if (place != null) {
                var room = new YearsClass(
                        each.classId(),
                        place.schoolId(),
                        place.regionKey(),
                        each.year().equals(second) && days.overYears(),
                        cohorts.ofClass().getOrDefault(each.classId(), Set.of()),
                        leaves(place, first, second, cohorts),
                        arrives(place, first, second, cohorts),
                        List.of());
                counted.add(Counted.of(room, place, each.lines()));
            }
        }
        return counted;
    }

    private static DaysReport.Row row(
            String key,
            String name,
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
        return new DaysReport.Row(
                key,
                name,
                OverYears.of(classes.stream().map(Counted::room).toList(), links),
                marks,
                sessions.size(),
                awaiting,
                roll);
    }

    /**
     * A school's last cohort: the last year of a primary school or of a secondary; or, where a school's oldest cohort has
     * no class there any more in the year after, although others have, that one (an infant school's Year 2).
     */
    static Set<Integer> leaves(Place place, String first, String second, YearsLines.Cohorts cohorts) {
        var before = cohorts.of(first, place.schoolId());
        var after = cohorts.of(second, place.schoolId());
        int last = place.phase().equals("primary") ? LAST_OF_PRIMARY : LAST_OF_SECONDARY;
        var leaves = new HashSet<Integer>();
        // The oldest cohort started first: its year is the smallest.
        before.stream().min(Integer::compare).ifPresent(oldest -> {
            boolean gone = !after.contains(oldest);
            boolean atTheEnd = YearGroups.inYear(first, Set.of(oldest)).first() >= last;
            if (gone && (atTheEnd || !after.isEmpty())) {
                leaves.add(oldest);
            }
        });
        return leaves;
    }

    /** A school's new intake: its youngest cohort, if that had no class there in the year before. */
    static Set<Integer> arrives(Place place, String first, String second, YearsLines.Cohorts cohorts) {
        var before = cohorts.of(first, place.schoolId());
        var after = cohorts.of(second, place.schoolId());
        var arrives = new HashSet<Integer>();
        after.stream().max(Integer::compare).ifPresent(youngest -> {
            int group = YearGroups.inYear(second, Set.of(youngest)).first();
            boolean atTheStart = group == FIRST_OF_SECONDARY || group == FIRST_OF_JUNIOR;
            if (!before.contains(youngest) && (atTheStart || !before.isEmpty())) {
                arrives.add(youngest);
            }
        });
        return arrives;
    }
}
