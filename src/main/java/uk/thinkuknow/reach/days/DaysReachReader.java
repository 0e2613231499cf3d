package uk.thinkuknow.reach.days;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.LinkedClasses;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.totals.CohortsCache;
import uk.thinkuknow.reach.totals.DaysQueries;
import uk.thinkuknow.reach.totals.DaysQueries.Days;
import uk.thinkuknow.reach.totals.Place;
import uk.thinkuknow.reach.totals.PlacesCache;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Reads the data for a count of reach between two days: the classes taught, the areas of their schools, the lessons
 * that do not count yet and, over two years, the links between classes.
 */
@Singleton
class DaysReachReader {
    private final DaysQueries lines;
    private final ReturnLinesCache linesCache;
    private final PlacesCache placesCache;
    private final CohortsCache cohortsCache;
    private final SchoolService schools;

    DaysReachReader(
            DaysQueries lines,
            ReturnLinesCache linesCache,
            PlacesCache placesCache,
            CohortsCache cohortsCache,
            SchoolService schools) {
        this.lines = lines;
        this.linesCache = linesCache;
        this.placesCache = placesCache;
        this.cohortsCache = cohortsCache;
        this.schools = schools;
    }

    /**
     * The data for a count of reach between two days.
     *
     * @param taught the classes with a lesson between the days, of all areas, with only the lines of those days
     * @param places the schools in the scope, with their areas on the last day, by school id
     * @param pending the lessons of these schools that do not count yet
     * @param moves the moves of classes with their schools up to the last day
     * @param links the links between classes of two years; null, like the cohorts, if the days are in one year
     */
    record DaysInput(
            Days days,
            List<ReturnLinesCache.CachedClass> taught,
            Map<Long, Place> places,
            List<DaysQueries.Pending> pending,
            DaysQueries.Moves moves,
            @Nullable LinkedClasses links,
            CohortsCache.@Nullable TwoYears cohorts) {}

    /** Reads the data; schools count if they are in the scope on the last day. */
    DaysInput gather(Days days, Scope scope) {
        var taught = taught(days);
        var pending = lines.pending(days);
        var places = places(days, scope, taught, pending);
        return new DaysInput(
                days,
                taught,
                places,
                pending.stream()
                        .filter(each -> places.containsKey(each.schoolId()))
                        .toList(),
                lines.moves(days.to()),
                days.overYears() ? new LinkedClasses(schools.linksOver(days.first(), days.second())) : null,
                days.overYears() ? cohortsCache.of(days.first(), days.second()) : null);
    }

    /** The classes with a lesson between the days, with only the lines of those days. */
    private List<ReturnLinesCache.CachedClass> taught(Days days) {
        var taught = new ArrayList<ReturnLinesCache.CachedClass>();
        for (var year : days.years()) {
            for (var schoolClass : linesCache.of(year)) {
                var between = schoolClass.between(days.from(), days.to());
                if (between != null) {
                    taught.add(between);
                }
            }
        }
        return taught;
    }

    private Map<Long, Place> places(
            Days days, Scope scope, List<ReturnLinesCache.CachedClass> taught, List<DaysQueries.Pending> pending) {
        var schools = new HashSet<Long>();
        long last = 0;
        for (var schoolClass : taught) {
            if (schoolClass.schoolId() != last) { // classes of a school are mostly consecutive
                last = schoolClass.schoolId();
                schools.add(last);
            }
        }
        pending.forEach(each -> schools.add(each.schoolId()));
        var places = placesCache.on(days.to(), schools);
        if (scope.isProgramme()) {
            return places;
        }
        var inScope = new HashMap<>(places);
        inScope.values().removeIf(place -> !place.liesIn(scope));
        return inScope;
    }
}
