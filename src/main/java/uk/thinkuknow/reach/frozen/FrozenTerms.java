package uk.thinkuknow.reach.frozen;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumSet;
import javax.sql.DataSource;
import uk.thinkuknow.attendance.check.FigureChecks;
import uk.thinkuknow.counting.ClosedClasses;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.counting.SchoolFamilies;
import uk.thinkuknow.counting.WeeklyGrowth;
import uk.thinkuknow.reach.report.ReachReports;
import uk.thinkuknow.reach.targets.Measure;
import uk.thinkuknow.reach.targets.TargetService;
import uk.thinkuknow.reach.targets.TargetSums;
import uk.thinkuknow.reach.totals.ClosedPlaces;
import uk.thinkuknow.reach.totals.LinesAsOf;
import uk.thinkuknow.reach.totals.PeriodQueries;
import uk.thinkuknow.reach.totals.RowKind;

/** Counts the reach of terms and school years from the returns that counted at a given moment, for closed periods. */
@Singleton
class FrozenTerms {
    private final DataSource database;
    private final ReachReports reports;
    private final PeriodQueries lines;
    private final TargetService targets;
    private final FigureChecks checks;

    FrozenTerms(
            @io.quarkus.agroal.DataSource("reports") DataSource database,
            ReachReports reports,
            PeriodQueries lines,
            TargetService targets,
            FigureChecks checks) {
        this.database = database;
        this.reports = reports;
        this.lines = lines;
        this.targets = targets;
        this.checks = checks;
    }

    /** Counts a term or a year school by school. */
    PartCounts parts(Period period, FrozenFigures of, ClosedPlaces where) {
        var source = new LinesAsOf(database, of.asAt());
        var count = new SchoolCount(period);
        reports.count(source, where, period, EnumSet.noneOf(RowKind.class), count);
        source.pending(period).forEach(count::await);
        return new PartCounts(
                count.figures(),
                count.weeks(of.mondays()),
                source.headsBySchool(period),
                checks.bySchool(period.year(), period.term(), of.asAt()));
    }

    ClosedPlaces places(Period period) {
        return new ClosedPlaces(lines.places(period), lines.homes(period), SchoolFamilies.NONE, ClosedClasses.NONE);
    }

    /** The targets for professionals in a period. */
    TargetSums professionals(Period period) {
        return TargetSums.of(period, targets.inForce(period.year(), Measure.PROFESSIONALS));
    }

    /** Counts a term or a year from the returns that counted at the moment. */
    PeriodCounts count(Period period, Instant asAt, ClosedPlaces where) {
        var source = new LinesAsOf(database, asAt);
        var climb = new WeeklyGrowth(period);
        var kinds = EnumSet.copyOf(FrozenReach.ROWS);
        kinds.add(RowKind.SCHOOL);
        var counted = reports.count(source, where, period, kinds, climb);
        int schools = (int) counted.sums().by(RowKind.SCHOOL).values().stream()
                .filter(figures -> figures.sessions() > 0)
                .count();
        var weeks = climb.weeks().stream()
                .map(week -> new FrozenFigures.Week(
                        week.monday(),
                        week.added().headline(),
                        week.soFar().headline(),
                        week.soFar().atMost()))
                .toList();
        return new PeriodCounts(
                counted,
                targets.sums(period),
                schools,
                weeks,
                source.heads(period),
                checks.asAt(period.year(), period.term(), asAt));
    }
}
