package uk.thinkuknow.programme;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.school.SchoolService;
import uk.thinkuknow.shared.NotFound;

/** The door to reach as at a moment: a term or a year is counted as it then stood, and again to the same figures. */
@Singleton
public class FrozenReach {
    /** A signature can be taken back for ten minutes; what has stood longer is never deleted. */
    private static final Duration SETTLED_AFTER = Duration.ofMinutes(10);

    private static final Set<By> ROWS = EnumSet.of(By.NATION, By.REGION, By.AUTHORITY, By.PHASE, By.BAND);

    private final DataSource database;
    private final ReachReports reports;
    private final ReachLines lines;
    private final TargetService targets;
    private final Calendar calendar;
    private final SchoolService schools;
    private final Areas areas;
    private final Clock clock;

    FrozenReach(
            @io.quarkus.agroal.DataSource("reports") DataSource database,
            ReachReports reports,
            ReachLines lines,
            TargetService targets,
            Calendar calendar,
            SchoolService schools,
            Areas areas,
            Clock clock) {
        this.database = database;
        this.reports = reports;
        this.lines = lines;
        this.targets = targets;
        this.calendar = calendar;
        this.schools = schools;
        this.areas = areas;
        this.clock = clock;
    }

    /** A term or a year that can be closed. */
    public record Closable(String key, String words) {}

    /** The terms and years that are over in every nation, latest first; those without anything are left out. */
    @Transactional
    public List<Closable> over() {
        var over = new ArrayList<Closable>();
        for (var year :
                calendar.yearsWithAnything(new Period(calendar.thisTerm().yearKey(), null))) {
            for (var term : new @Nullable String[] {null, "summer", "spring", "autumn"}) {
                var period = new Period(year, term);
                if (lastDay(period).isBefore(calendar.today())) {
                    over.add(new Closable(period.key(), period.inWords()));
                }
            }
        }
        return over;
    }

    /** For example "Autumn term 2026-27". */
    public String words(String period) {
        return calendar.period(period).inWords();
    }

    /** By the programme's calendar. */
    public LocalDate firstDay(String period) {
        return calendar.firstDay(calendar.period(period));
    }

    /** By the programme's calendar. */
    public LocalDate lastDay(String period) {
        return calendar.lastDay(calendar.period(period));
    }

    /** The latest moment as at which figures never move: no signature of before it can be taken back any more. */
    public Instant settled() {
        return clock.instant().minus(SETTLED_AFTER).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Where schools lie on the period's last day, as it is known now. */
    @Transactional
    public ClosedPlaces places(String key) {
        var period = calendar.period(key);
        return new ClosedPlaces(lines.places(period).join(), lines.homes(period));
    }

    /**
     * The figures as at a moment, with the targets of now.
     *
     * @throws NotFound if there is no such period
     */
    @Transactional
    public FrozenFigures count(String key, Instant asAt, ClosedPlaces where) {
        var period = calendar.period(key);
        var source = new LinesAsOf(database, asAt, where);
        var climb = new Climb(period);
        var kinds = EnumSet.copyOf(ROWS);
        kinds.add(By.SCHOOL);
        var counted = reports.count(source, period, null, kinds, climb);
        var sums = targets.sums(period);
        var tables = new TreeMap<String, List<ReachTable.Row>>();
        for (var by : ROWS) {
            tables.put(
                    by.key(),
                    ReachTable.of(reports.report(counted, period, by, null, sums)).rows().stream()
                            .filter(ReachTable.Row::says)
                            .toList());
        }
        var total = ReachTable.of(reports.report(counted, period, By.NATION, null, sums))
                .total();
        var heads = source.heads(period);
        var lessons = heads.getOrDefault("lesson", new LinesAsOf.Heads(0, 0, 0));
        var others = new TreeMap<String, Integer>();
        heads.forEach((audience, each) -> {
            if (!audience.equals("lesson")) {
                others.put(audience, each.all());
            }
        });
        return new FrozenFigures(
                key,
                asAt,
                ReachReport.RULES,
                total,
                tables,
                (int) counted.reckoning().by(By.SCHOOL).values().stream()
                        .filter(figures -> figures.sessions() > 0)
                        .count(),
                climb.weeks().stream()
                        .map(week ->
                                new FrozenFigures.Week(week.monday(), week.added(), week.soFar(), week.upperSoFar()))
                        .toList(),
                new FrozenFigures.Quality(
                        lessons.gradeA(), lessons.gradeB(), lessons.all() - lessons.gradeA() - lessons.gradeB()),
                others);
    }

    /** The climb to the target as it is drawn; null if nothing was counted. */
    public ReachView.@Nullable ClimbView climb(FrozenFigures figures) {
        var weeks = figures.weeks().stream()
                .map(week -> new Climb.Week(week.monday(), week.added(), week.soFar(), week.upperSoFar()))
                .toList();
        var last = lastDay(figures.period());
        return ReachWords.climb(
                weeks,
                new Dashboard.Dates(firstDay(figures.period()), last, last),
                figures.total().target());
    }

    private LocalDate lastDay(Period period) {
        return areas.regions().stream()
                .map(Areas.Region::nation)
                .distinct()
                .map(nation -> schools.termsOf(nation, period.year())
                        .get(period.last())
                        .lastDay())
                .max(LocalDate::compareTo)
                .orElseThrow(NotFound::new);
    }
}
