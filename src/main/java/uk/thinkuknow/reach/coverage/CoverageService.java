package uk.thinkuknow.reach.coverage;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.ReachCount;
import uk.thinkuknow.counting.ReachFigure;
import uk.thinkuknow.identity.staff.PeopleService;

/**
 * Answers coverage queries from the coverage tables: schools never reached or due again, schools to visit next, and
 * leavers.
 */
@Singleton
public class CoverageService {
    static final int NEXT = 25;

    private static final String STATE = """
            SELECT s.as_at, s.year_key, r.months, r.source, r.valid_from FROM coverage_state s
            JOIN due_rule r ON r.valid_from = (SELECT MAX(valid_from) FROM due_rule WHERE valid_from <= ?)
            WHERE s.id = 1""";

    private static final String CELLS = """
            SELECT c.region_key, c.authority_key, c.phase, c.meals, c.surroundings, COUNT(*), SUM(c.last_lesson IS NULL),
              SUM(c.last_lesson < ?), SUM(c.reach > 0), SUM(COALESCE(c.roll, 0)), SUM(LEAST(c.reach, COALESCE(c.roll, 0))),
              SUM(LEAST(GREATEST(c.reach, c.reach_upper), COALESCE(c.roll, 0)))
            FROM coverage_school c WHERE %s
            GROUP BY c.region_key, c.authority_key, c.phase, c.meals, c.surroundings""";

    private static final String LISTED = """
            SELECT c.public_id, c.name, c.town, c.phase, c.authority_key, c.roll, c.last_lesson, c.reach, GREATEST(c.reach, c.reach_upper)
            FROM coverage_school c WHERE %s %s LIMIT ? OFFSET ?""";

    private static final String BEST = """
            SELECT c.public_id, c.name, c.town, c.authority_key, c.roll, c.reach, c.unreached, c.trainer_id, c.kilometres, c.minutes,
              c.per_hour, c.last_lesson
            FROM coverage_school c WHERE c.per_hour > 0 AND %s ORDER BY c.per_hour DESC, c.school_id LIMIT\s""" + NEXT;

    private static final String LEAVERS = """
            SELECT l.year_group, %s, SUM(l.alone), SUM(l.cards), SUM(l.at_least), SUM(l.at_most), SUM(l.mixed)
            FROM coverage_leavers l JOIN coverage_school c ON c.school_id = l.school_id
            WHERE %s GROUP BY l.year_group, %s""";

    private final DataSource reports;
    private final PeopleService people;
    private final Clock clock;

    CoverageService(@io.quarkus.agroal.DataSource("reports") DataSource reports, PeopleService people, Clock clock) {
        this.reports = reports;
        this.people = people;
        this.clock = clock;
    }

    /** The last refresh of the coverage tables, and the due rule in force today. */
    CoverageState asAt() {
        var today = London.today(clock);
        return Sql.list(reports, STATE, List.of(today), row -> {
                    var at = row.getObject(1, LocalDateTime.class);
                    int months = row.getInt(3);
                    return new CoverageState(
                            at == null ? null : at.toInstant(ZoneOffset.UTC),
                            row.getString(2),
                            today.minusMonths(months),
                            months,
                            row.getString(4),
                            row.getObject(5, LocalDate.class));
                })
                .getFirst();
    }

    /** The coverage figures of an area. */
    CoverageOverview overview(CoverageArea within) {
        var coverageState = asAt();
        var parameters = new ArrayList<Object>(List.of(coverageState.dueBefore()));
        parameters.addAll(within.parameters());
        var cells = Sql.list(
                reports,
                CELLS.formatted(within.sql()),
                parameters,
                row -> new CoverageOverview.Cell(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        new CoverageFigures(
                                row.getInt(6),
                                row.getInt(7),
                                row.getInt(8),
                                row.getInt(9),
                                row.getInt(10),
                                new ReachCount(row.getInt(11), row.getInt(12), 0, 0))));
        return new CoverageOverview(coverageState, cells);
    }

    /** A school's id, name, town and authority. */
    record School(String publicId, String name, String town, String authority) {}

    /** A school in a list, with its last lesson and its reach this year. */
    record Listed(
            School school,
            String phase,
            @Nullable Integer roll,
            @Nullable LocalDate lastLesson,
            ReachFigure reach) {}

    /** The schools listed, and the number of schools in the whole list. */
    record Found(int all, List<Listed> schools) {}

    /**
     * Lists the schools that match the filters, starting at the page that the filters give.
     *
     * @param atMost the largest number of schools to return
     */
    Found list(CoverageArea within, SchoolFilter wanted, int atMost) {
        var conditions = new ArrayList<>(List.of(within.sql(), wanted.show().sql));
        var parameters = new ArrayList<Object>(within.parameters());
        if (wanted.show() == SchoolFilter.Show.DUE) {
            parameters.add(asAt().dueBefore());
        }
        if (!wanted.phase().isEmpty()) {
            conditions.add("c.phase = ?");
            parameters.add(wanted.phase());
        }
        if (wanted.size() != null) {
            conditions.add(wanted.size().sql);
        }
        for (var word : wanted.words().split("\\s+")) {
            if (!word.isEmpty()) {
                conditions.add("CONCAT(c.name, ' ', c.town) LIKE ?");
                parameters.add("%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%");
            }
        }
        var where = String.join(" AND ", conditions);
        int all = Sql.list(
                        reports,
                        "SELECT COUNT(*) FROM coverage_school c WHERE " + where,
                        parameters,
                        row -> row.getInt(1))
                .getFirst();
        parameters.add(atMost);
        parameters.add(wanted.offset());
        var order = wanted.show() == SchoolFilter.Show.DUE
                ? "ORDER BY c.last_lesson, c.school_id"
                : "ORDER BY c.roll DESC, c.name, c.school_id";
        return new Found(
                all,
                Sql.list(
                        reports,
                        LISTED.formatted(where, order),
                        parameters,
                        row -> new Listed(
                                new School(row.getString(1), row.getString(2), row.getString(3), row.getString(5)),
                                row.getString(4),
                                row.getObject(6, Integer.class),
                                row.getObject(7, LocalDate.class),
                                new ReachCount(row.getInt(8), row.getInt(9), 0, 0).figure())));
    }

    /** A school to visit next, with the journey of the nearest suitable trainer. */
    record NextSchool(
            School school,
            int roll,
            int unreached,
            @Nullable LocalDate lastLesson,
            Trip trip) {}

    /**
     * The journey of a named trainer, in kilometres one way and minutes both ways, and the unreached children per hour
     * of travel.
     */
    record Trip(String trainer, int kilometres, int minutes, int perHour) {}

    /** The schools with the most unreached children per hour of travel, best first; at most {@value #NEXT}. */
    @Transactional
    List<NextSchool> next(CoverageArea within) {
        var trainers = Sql.list(
                reports,
                "SELECT DISTINCT trainer_id FROM (" + BEST.formatted(within.sql()) + ") best",
                within.parameters(),
                row -> row.getLong(1));
        var accounts = people.accounts(trainers);
        return Sql.list(reports, BEST.formatted(within.sql()), within.parameters(), row -> {
            var trainer = accounts.get(row.getLong(8));
            return new NextSchool(
                    new School(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                    row.getInt(5),
                    row.getInt(7),
                    row.getObject(12, LocalDate.class),
                    new Trip(
                            trainer == null ? Words.of("coverage.aTrainer") : trainer.name(),
                            row.getInt(9),
                            row.getInt(10),
                            row.getInt(11)));
        });
    }

    /** The leavers of one year group in one region or authority, with the bounds of those who have had a lesson. */
    record Leavers(int yearGroup, String area, LeaverReach.Sum sum) {}

    /** The leavers by year group and by region or, within a region, by authority. */
    List<Leavers> leavers(CoverageArea within) {
        var by = within.hasRegions() ? "c.region_key" : "c.authority_key";
        return Sql.list(
                reports,
                LEAVERS.formatted(by, within.sql(), by),
                within.parameters(),
                row -> new Leavers(
                        row.getInt(1),
                        row.getString(2),
                        new LeaverReach.Sum(
                                row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6), row.getInt(7))));
    }

    /** The year groups that leave, with their description, by the rule in force today. */
    List<Map.Entry<Integer, String>> leaverRule() {
        return Sql.list(reports, """
                        SELECT year_group, words FROM leaver_rule
                        WHERE valid_from = (SELECT MAX(valid_from) FROM leaver_rule WHERE valid_from <= ?) ORDER BY year_group""", List.of(London.today(clock)), row -> Map.entry(row.getInt(1), row.getString(2)));
    }

    /** The authorities within an area, with the regions they belong to, sorted by region and name. */
    List<AreaName> areas(CoverageArea within) {
        return Sql.list(
                reports,
                """
                        SELECT c.region_key, c.region_name, c.authority_key, c.name FROM (
                          SELECT r.nation, r.region_key, r.name AS region_name, a.authority_key, a.name
                          FROM authority_v a JOIN region_v r ON r.region_key = a.region_key) c
                        WHERE %s ORDER BY c.region_name, c.name""".formatted(within.sql()),
                within.parameters(),
                row -> new AreaName(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    /** An authority and its region, with their names. */
    record AreaName(String region, String regionName, String authority, String authorityName) {}
}
