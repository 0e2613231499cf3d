package uk.thinkuknow.reach.frozen;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import uk.thinkuknow.attendance.check.FigureChecks;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.counting.ClosedClasses;
import uk.thinkuknow.counting.FinancialQuarter;
import uk.thinkuknow.reach.report.ReachReports;
import uk.thinkuknow.reach.targets.TargetSums;
import uk.thinkuknow.reach.totals.ClosedPlaces;
import uk.thinkuknow.reach.totals.CohortsCache;
import uk.thinkuknow.reach.totals.DaysQueries;
import uk.thinkuknow.reach.totals.DaysQueries.Days;
import uk.thinkuknow.reach.totals.Place;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Counts the reach of quarters of the financial year from the returns that counted at a given moment, for closed
 * periods. The quarter from July to September crosses the start of a school year.
 */
@Singleton
class FrozenQuarters {
    private final DataSource database;
    private final DaysQueries lines;
    private final CohortsCache cohortsCache;
    private final SchoolService schools;
    private final FigureChecks checks;

    FrozenQuarters(
            @io.quarkus.agroal.DataSource("reports") DataSource database,
            DaysQueries lines,
            CohortsCache cohortsCache,
            SchoolService schools,
            FigureChecks checks) {
        this.database = database;
        this.lines = lines;
        this.cohortsCache = cohortsCache;
        this.schools = schools;
        this.checks = checks;
    }

    boolean overYears(FinancialQuarter quarter) {
        return days(quarter).overYears();
    }

    ClosedPlaces places(FinancialQuarter quarter) {
        var days = days(quarter);
        var moves = lines.moves(quarter.lastDay());
        return new ClosedPlaces(
                lines.places(quarter.lastDay()),
                moves.homes(),
                moves.families(),
                days.overYears() ? classes(days) : ClosedClasses.NONE);
    }

    private ClosedClasses classes(Days days) {
        var cohorts = cohortsCache.of(days.first(), days.second());
        var classes = new ArrayList<ClosedClasses.ClosedClass>();
        for (var each : lines.schoolsOfClasses(days)) {
            classes.add(new ClosedClasses.ClosedClass(
                    each.classId(), each.schoolId(), each.year(), cohorts.ofClass(each.classId()), false));
        }
        return new ClosedClasses(classes, schools.linksOver(days.first(), days.second()));
    }

    /** Counts a quarter from the returns that counted at the moment. */
    PeriodCounts count(FinancialQuarter quarter, Instant asAt, ClosedPlaces where) {
        var days = days(quarter);
        var places = where.places().stream().collect(Collectors.toMap(Place::schoolId, Function.identity()));
        var source = new DaysLinesAsOf(database, asAt, days);
        var sums = sums(source, days, where);
        return new PeriodCounts(
                new ReachReports.Counted(places, sums),
                TargetSums.NONE,
                sums.schools(),
                sums.weeks(),
                source.heads(),
                checks.asAt(days.from(), days.to(), asAt));
    }

    /** Counts a quarter school by school. */
    PartCounts parts(FinancialQuarter quarter, FrozenFigures of, ClosedPlaces where) {
        var days = days(quarter);
        var source = new DaysLinesAsOf(database, of.asAt(), days);
        var sums = sums(source, days, where);
        return new PartCounts(
                sums.bySchool(),
                sums.weeksBySchool(of.mondays()),
                source.headsBySchool(),
                checks.bySchool(days.from(), days.to(), of.asAt()));
    }

    private static DaysSums sums(DaysLinesAsOf source, Days days, ClosedPlaces where) {
        var places = where.places().stream().collect(Collectors.toMap(Place::schoolId, Function.identity()));
        var sums = new DaysSums(days, places, where);
        source.each(sums::accept);
        source.pending().forEach(sums::await);
        return sums;
    }

    private Days days(FinancialQuarter quarter) {
        var days = lines.days(quarter.firstDay(), quarter.lastDay());
        if (days.years().isEmpty()) {
            throw new NotFound();
        }
        return days;
    }
}
