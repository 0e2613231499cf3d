package uk.thinkuknow.reach.coverage;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import uk.thinkuknow.bookings.trainers.TrainerService;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.counting.Figures;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.coverage.CoverageSchool.Area;
import uk.thinkuknow.reach.coverage.CoverageSchool.Entry;
import uk.thinkuknow.reach.coverage.CoverageSchool.Placed;
import uk.thinkuknow.reach.report.ReachTotals;
import uk.thinkuknow.reach.totals.RowKind;
import uk.thinkuknow.reach.totals.SchoolCalendar;
import uk.thinkuknow.schools.school.GridPlace;

/**
 * Reads the facts of each open school for the coverage tables, from the national registers, the signed returns, the
 * kept totals and the trainers.
 */
@Singleton
class CoverageReader {
    /** Without nurseries and schools of other phases: the programme is for children aged 4 to 18. */
    private static final String SCHOOLS = """
            SELECT s.id, s.public_id, s.name, s.town, s.phase, s.roll, s.easting, s.northing,
              a.authority_key, a.region_key, r.nation, m.value, u.value
            FROM school_v s
            JOIN school_area_v l ON l.school_id = s.id AND l.in_force = 1
            JOIN authority_v a ON a.authority_key = l.authority_key
            JOIN region_v r ON r.region_key = a.region_key
            LEFT JOIN school_fact_v m ON m.school_id = s.id AND m.fact = 'fsm' AND m.in_force = 1
            LEFT JOIN school_fact_v u ON u.school_id = s.id AND u.fact = 'rurality' AND u.in_force = 1
            WHERE s.status IN ('open', 'closing') AND s.phase NOT IN ('nursery', 'other')""";

    private static final String LAST_LESSONS =
            "SELECT school_id, MAX(local_date) FROM return_line_v WHERE audience = 'lesson' GROUP BY school_id";

    private final DataSource reports;
    private final ReachTotals totals;
    private final SchoolCalendar calendar;
    private final TrainerService training;

    CoverageReader(
            @io.quarkus.agroal.DataSource("reports") DataSource reports,
            ReachTotals totals,
            SchoolCalendar calendar,
            TrainerService training) {
        this.reports = reports;
        this.totals = totals;
        this.calendar = calendar;
        this.training = training;
    }

    /** The current school year. */
    String year() {
        return calendar.thisTerm().yearKey();
    }

    /**
     * The facts of each school, by school id.
     *
     * @param year the school year for which reach is read
     */
    Map<Long, CoverageSchool> schools(String year) {
        var reached = totals.read(new Period(year, null), Scope.PROGRAMME, EnumSet.of(RowKind.SCHOOL))
                .sums()
                .by(RowKind.SCHOOL);
        var lineage = new SchoolLineage(Sql.list(
                reports,
                "SELECT predecessor_id, successor_id FROM school_link_v",
                List.of(),
                row -> new SchoolLineage.Link(row.getLong(1), row.getLong(2))));
        var days = new HashMap<Long, LocalDate>();
        Sql.each(
                reports,
                LAST_LESSONS,
                List.of(),
                row -> Map.entry(row.getLong(1), row.getObject(2, LocalDate.class)),
                each -> days.put(each.getKey(), each.getValue()));
        var nearestTrainerFinder = new NearestTrainerFinder(training.readyToday());
        var schools = new HashMap<Long, CoverageSchool>();
        for (var placed : placed()) {
            var entry = placed.entry();
            schools.put(
                    entry.id(),
                    new CoverageSchool(
                            entry,
                            placed.meals(),
                            placed.surroundings(),
                            lineage.last(entry.id(), days),
                            reached.getOrDefault(entry.publicId(), Figures.NONE)
                                    .own()
                                    .figure(),
                            nearestTrainerFinder.to(placed.place(), entry.phase())));
        }
        return schools;
    }

    private List<Placed> placed() {
        return Sql.list(reports, SCHOOLS, List.of(), row -> {
            var east = row.getObject(7, Integer.class);
            var north = row.getObject(8, Integer.class);
            return new Placed(
                    new Entry(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            new Area(row.getString(9), row.getString(10), row.getString(11)),
                            row.getString(5),
                            row.getObject(6, Integer.class)),
                    FreeMealsBand.of(row.getString(12)),
                    Surroundings.of(row.getString(13)),
                    east == null || north == null ? null : new GridPlace(east, north));
        });
    }
}
