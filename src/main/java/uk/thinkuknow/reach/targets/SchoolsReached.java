package uk.thinkuknow.reach.targets;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.reach.totals.AreaKind;
import uk.thinkuknow.reach.totals.PeriodQueries;
import uk.thinkuknow.reach.totals.Place;
import uk.thinkuknow.reach.totals.TargetSlices;

/** Counts the schools with a signed return of a lesson, for comparison with the targets for schools. */
@Singleton
class SchoolsReached {
    private static final String LESSONS = """
            SELECT DISTINCT school_id, term_key, band_key FROM return_line_v
            WHERE audience = 'lesson' AND year_key = ?""";

    private final DataSource database;
    private final PeriodQueries lines;

    SchoolsReached(@io.quarkus.agroal.DataSource("reports") DataSource database, PeriodQueries lines) {
        this.database = database;
        this.lines = lines;
    }

    /** A school with a signed lesson in a term, for a band. */
    private record Lesson(long school, String term, String band) {}

    /**
     * The number of schools by cell; cells with none are left out. A school counts in its area on the period's last
     * day.
     */
    Map<TargetCell, Integer> of(TargetTableQuery view) {
        var lessons = Sql.list(
                database,
                LESSONS,
                List.of(view.year()),
                row -> new Lesson(row.getLong(1), row.getString(2), row.getString(3)));
        var schools = new HashMap<TargetCell, Set<Long>>();
        view.columns().stream()
                .map(TargetTableQuery.Column::term)
                .distinct()
                .forEach(term -> count(view, Period.of(view.year(), term), lessons, schools));
        return schools.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().size()));
    }

    private void count(TargetTableQuery view, Period period, List<Lesson> lessons, Map<TargetCell, Set<Long>> schools) {
        var places = lines.places(period).stream().collect(Collectors.toMap(Place::schoolId, place -> place));
        for (var lesson : lessons) {
            var place = places.get(lesson.school());
            if (place == null || period.term() != null && !period.term().equals(lesson.term())) {
                continue;
            }
            for (var slice : List.of(TargetSlices.ALL, lesson.band(), place.phase())) {
                var cell = new TargetCell(
                        view.year(), Measure.SCHOOLS, view.kind(), area(view.kind(), place), period.termKey(), slice);
                schools.computeIfAbsent(cell, each -> new HashSet<>()).add(lesson.school());
            }
        }
    }

    private static String area(AreaKind kind, Place place) {
        return switch (kind) {
            case NATION -> place.nation();
            case REGION -> place.regionKey();
            case AUTHORITY -> place.authorityKey();
            case TRUST -> throw new IllegalStateException("a place has no trust");
        };
    }
}
