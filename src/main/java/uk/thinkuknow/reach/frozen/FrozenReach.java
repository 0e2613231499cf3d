package uk.thinkuknow.reach.frozen;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.counting.FinancialQuarter;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.counting.TeachingDays;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.report.Dashboard;
import uk.thinkuknow.reach.report.ReachReport;
import uk.thinkuknow.reach.report.ReachReports;
import uk.thinkuknow.reach.report.ReachTable;
import uk.thinkuknow.reach.report.ReachView;
import uk.thinkuknow.reach.report.ReachWords;
import uk.thinkuknow.reach.targets.TargetSums;
import uk.thinkuknow.reach.totals.AreaKind;
import uk.thinkuknow.reach.totals.Areas;
import uk.thinkuknow.reach.totals.ClosedPlaces;
import uk.thinkuknow.reach.totals.LinesAsOf;
import uk.thinkuknow.reach.totals.RowKind;
import uk.thinkuknow.reach.totals.SchoolCalendar;
import uk.thinkuknow.reach.totals.TargetSlices;

/**
 * Counts the reach of a term, a school year or a quarter of the financial year from the returns that counted at a given
 * moment, for closed periods. The caller gives the areas of the schools; targets are those in force now.
 */
@Singleton
public class FrozenReach {
    /** Never changes: it is part of the JSON from which the hash of frozen figures is calculated. */
    private static final String EVERYWHERE = "Events for the whole programme";

    static final Set<RowKind> ROWS =
            EnumSet.of(RowKind.NATION, RowKind.REGION, RowKind.AUTHORITY, RowKind.PHASE, RowKind.BAND);

    private final FrozenTerms terms;
    private final FrozenQuarters quarters;
    private final ReachReports reports;
    private final SchoolCalendar calendar;
    private final Areas areas;

    FrozenReach(
            FrozenTerms terms, FrozenQuarters quarters, ReachReports reports, SchoolCalendar calendar, Areas areas) {
        this.terms = terms;
        this.quarters = quarters;
        this.reports = reports;
        this.calendar = calendar;
        this.areas = areas;
    }

    /** A term, year or quarter that is over in every nation, so that it can be closed. */
    public record Closable(String key, String words, boolean quarter) {}

    /**
     * The terms, years and quarters that are over in every nation, latest year first, quarters last; years without data
     * are left out.
     */
    @Transactional
    public List<Closable> over() {
        var over = new ArrayList<Closable>();
        var touched = new TreeSet<FinancialQuarter>(
                Comparator.comparing(FinancialQuarter::lastDay).reversed());
        for (var year :
                calendar.yearsWithAnything(new Period(calendar.thisTerm().yearKey(), null))) {
            for (var term : new @Nullable String[] {null, "summer", "spring", "autumn"}) {
                var period = new Period(year, term);
                if (lastDay(period).isBefore(calendar.today())) {
                    over.add(new Closable(period.key(), period.inWords(), false));
                }
            }
            var whole = new Period(year, null);
            touched.addAll(FinancialQuarter.touching(calendar.firstDay(whole), calendar.lastDay(whole)));
        }
        touched.stream()
                .filter(quarter -> quarter.lastDay().isBefore(calendar.today()))
                .forEach(quarter -> over.add(new Closable(quarter.key(), quarter.inWords(), true)));
        return over;
    }

    /** For example "Autumn term 2026-27" or "July to September 2026". */
    public String words(String period) {
        return FinancialQuarter.of(period)
                .map(FinancialQuarter::inWords)
                .orElseGet(() -> calendar.period(period).inWords());
    }

    /** The first day of the period: in England's calendar for a term or a year, by the financial year for a quarter. */
    public LocalDate firstDay(String period) {
        return FinancialQuarter.of(period)
                .map(FinancialQuarter::firstDay)
                .orElseGet(() -> calendar.firstDay(calendar.period(period)));
    }

    /** The last day of the period: in England's calendar for a term or a year, by the financial year for a quarter. */
    public LocalDate lastDay(String period) {
        return FinancialQuarter.of(period)
                .map(FinancialQuarter::lastDay)
                .orElseGet(() -> calendar.lastDay(calendar.period(period)));
    }

    /** Returns whether targets can be set for the period: not for quarters. */
    public boolean hasTargets(String period) {
        return FinancialQuarter.of(period).isEmpty();
    }

    /** Returns whether the period crosses the start of a school year, so that its rows need not add up. */
    public boolean isOverYears(String period) {
        return FinancialQuarter.of(period).map(quarters::overYears).orElse(false);
    }

    /**
     * The schools' areas on the last day of the period and, for a quarter over the start of a school year, the classes
     * of both years and their links, as the database has them now.
     */
    @Transactional
    public ClosedPlaces places(String key) {
        return FinancialQuarter.of(key).map(quarters::places).orElseGet(() -> terms.places(calendar.period(key)));
    }

    /**
     * Counts the figures from the returns that counted at the moment, with the current targets.
     *
     * @param where the areas of the schools, which decide the rows
     * @param trained the professionals of the period
     * @throws NotFound if there is no such period
     */
    @Transactional
    public FrozenFigures count(String key, Instant asAt, ClosedPlaces where, FrozenFigures.Trained trained) {
        var found = FinancialQuarter.of(key)
                .map(quarter -> quarters.count(quarter, asAt, where))
                .orElseGet(() -> terms.count(calendar.period(key), asAt, where));
        var tables = new TreeMap<String, List<ReachTable.Row>>();
        for (var by : ROWS) {
            tables.put(
                    by.key(),
                    table(found, by).rows().stream()
                            .filter(ReachTable.Row::hasContent)
                            .toList());
        }
        var lessons = found.heads().getOrDefault("lesson", new LinesAsOf.Heads(0, 0, 0));
        var others = new TreeMap<String, Integer>();
        found.heads().forEach((audience, each) -> {
            if (!audience.equals("lesson")) {
                others.put(audience, each.all());
            }
        });
        return new FrozenFigures(
                FrozenFigures.FORMAT,
                key,
                asAt,
                ReachReport.RULES,
                table(found, RowKind.NATION).total(),
                tables,
                found.schools(),
                found.weeks(),
                new FrozenFigures.Quality(
                        lessons.gradeA(), lessons.gradeB(), lessons.all() - lessons.gradeA() - lessons.gradeB()),
                others,
                trained,
                found.check());
    }

    /**
     * What each school contributes to figures, counted from the same returns.
     *
     * @param where the areas by which the figures were counted
     */
    @Transactional
    public List<SchoolPart> parts(FrozenFigures of, ClosedPlaces where) {
        return FinancialQuarter.of(of.period())
                .map(quarter -> quarters.parts(quarter, of, where))
                .orElseGet(() -> terms.parts(calendar.period(of.period()), of, where))
                .parts(where);
    }

    private ReachTable table(PeriodCounts found, RowKind by) {
        var unnamed = new Period("", null);
        return ReachTable.of(reports.report(found.counted(), unnamed, by, Scope.PROGRAMME, found.targets()));
    }

    /**
     * Professionals trained in a period, with the current targets.
     *
     * @param people the number of different people
     * @param regions people by the region of the event; events for the whole programme under an empty key
     */
    @Transactional
    public FrozenFigures.Trained trained(String key, int people, Map<String, Integer> regions) {
        var targets = hasTargets(key) ? terms.professionals(calendar.period(key)) : TargetSums.NONE;
        var all = areas.regions();
        var set = targets.by(AreaKind.REGION);
        var rows = new ArrayList<FrozenFigures.TrainedRow>();
        for (var region : all) {
            var target = set.get(region.key());
            int trained = regions.getOrDefault(region.key(), 0);
            if (trained > 0 || target != null) {
                rows.add(new FrozenFigures.TrainedRow(region.key(), region.name(), trained, target));
            }
        }
        int everywhere = regions.getOrDefault("", 0);
        if (everywhere > 0) {
            rows.add(new FrozenFigures.TrainedRow("", EVERYWHERE, everywhere, null));
        }
        return new FrozenFigures.Trained(people, targets.of(TargetSlices.ALL, all, Scope.PROGRAMME), rows);
    }

    /** The chart of the weekly growth towards the target; null if nothing was counted, or if its end is not shown. */
    public ReachView.@Nullable ClimbView climb(FrozenFigures figures) {
        if (figures.weeks().isEmpty()
                || figures.weeks().getLast().soFar() != figures.total().fresh()) {
            return null;
        }
        var days = FinancialQuarter.of(figures.period())
                .map(quarter -> new TeachingDays(quarter.firstDay(), quarter.lastDay(), List.of()))
                .orElseGet(() -> calendar.teachingDays(calendar.period(figures.period())));
        return ReachWords.climb(
                figures.growth(),
                new Dashboard.Dates(days, days.last()),
                figures.total().target(),
                null);
    }

    private LocalDate lastDay(Period period) {
        return areas.regions().stream()
                .map(Areas.Region::nation)
                .distinct()
                .map(nation -> calendar.lastDay(nation, period))
                .max(LocalDate::compareTo)
                .orElseThrow(NotFound::new);
    }
}
