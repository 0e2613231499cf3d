package uk.thinkuknow.programme;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import uk.thinkuknow.people.Scope;
import uk.thinkuknow.school.ClassLink;
import uk.thinkuknow.school.SchoolService;
import uk.thinkuknow.school.YearGroups;
import uk.thinkuknow.shared.NotFound;
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
    private final Clock clock;

    DaysReach(YearsLines lines, SchoolService schools, Areas areas, Clock clock) {
        this.lines = lines;
        this.schools = schools;
        this.areas = areas;
        this.clock = clock;
    }

    /**
     * Counts by the rules; schools lie where they lie on the last day.
     *
     * @param scope where to count
     * @param by what the rows are: places, or phases of schools
     * @throws Refused if the days are out of order, or touch none or more than two school years
     */
    @Transactional
    DaysReport between(LocalDate from, LocalDate to, Scope scope, By by) {
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
        return report(from, to, new Years(years.getFirst(), years.getLast()), scope, by);
    }

    /** The school years of the days: the same twice, or two that follow each other. */
    private record Years(String first, String second) {}

    private DaysReport report(LocalDate from, LocalDate to, Years years, Scope scope, By by) {
        var first = years.first();
        var second = years.second();
        var places = lines.places(to);
        places.values().removeIf(place -> !place.liesIn(scope));
        var classes = classes(first, second, from, to, places);
        var links = first.equals(second) ? List.<ClassLink>of() : schools.linksOver(first, second);
        var awaited = lines.awaited(first, second, from, to);
        var rows = names(by, scope, places).entrySet().stream()
                .map(each -> row(
                        each.getKey(),
                        each.getValue(),
                        classes,
                        links,
                        awaited,
                        places,
                        place -> by.keyOf(place).equals(each.getKey())))
                .filter(row -> by == By.NATION || by == By.REGION || row.sessions() + row.awaiting() > 0)
                .toList();
        return new DaysReport(
                clock.instant(),
                from,
                to,
                !first.equals(second),
                rows,
                row("total", areas.nameOf(scope), classes, links, awaited, places, place -> true));
    }

    /** The rows by key, in their order. */
    private Map<String, String> names(By by, Scope scope, Map<Long, Place> places) {
        var names = new LinkedHashMap<String, String>();
        switch (by) {
            case NATION -> areas.regions(scope).forEach(each -> names.put(each.nation(), Areas.nation(each.nation())));
            case REGION -> areas.regions(scope).forEach(each -> names.put(each.key(), each.name()));
            case AUTHORITY ->
                areas.authorities().values().stream()
                        .sorted(Comparator.comparing(Areas.Authority::name))
                        .forEach(each -> names.put(each.key(), each.name()));
            case SCHOOL ->
                places.values().stream()
                        .sorted(Comparator.comparing(Place::name))
                        .forEach(each -> names.put(each.publicId(), each.name()));
            case PHASE -> Slices.PHASES.forEach(each -> names.put(each, InWords.phase(each)));
            case BAND -> throw new NotFound();
        }
        return names;
    }

    /** A class with its count's ingredients and the sessions it was in. */
    private record Counted(YearsClass room, Set<Long> sessions) {}

    private List<Counted> classes(String first, String second, LocalDate from, LocalDate to, Map<Long, Place> places) {
        var cohorts = lines.cohorts(first, second);
        var counted = new ArrayList<Counted>();
        var homes = lines.homes(to);
        for (var each : lines.classes(first, second, from, to)) {
            var place = places.get(homes.getOrDefault(each.classId(), each.schoolId()));
            if (place != null) {
                var room = new YearsClass(
                        each.classId(),
                        place.schoolId(),
                        place.regionKey(),
                        each.year().equals(second) && !first.equals(second),
                        cohorts.ofClass().getOrDefault(each.classId(), Set.of()),
                        leaves(place, first, second, cohorts),
                        arrives(place, first, second, cohorts),
                        each.tallies());
                counted.add(new Counted(room, each.sessions()));
            }
        }
        return counted;
    }

    private static DaysReport.Row row(
            String key,
            String name,
            List<Counted> classes,
            List<ClassLink> links,
            Map<Long, Integer> awaited,
            Map<Long, Place> places,
            Predicate<Place> which) {
        var here = classes.stream()
                .filter(each -> Optional.ofNullable(places.get(each.room().schoolId()))
                        .filter(which)
                        .isPresent())
                .toList();
        var sessions = new HashSet<Long>();
        here.forEach(each -> sessions.addAll(each.sessions()));
        int awaiting = places.values().stream()
                .filter(which)
                .mapToInt(place -> awaited.getOrDefault(place.schoolId(), 0))
                .sum();
        return new DaysReport.Row(
                key, name, OverYears.of(here.stream().map(Counted::room).toList(), links), sessions.size(), awaiting);
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
