package uk.thinkuknow.reach.frozen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.check.FigureCheck;
import uk.thinkuknow.counting.WeeklyGrowth;
import uk.thinkuknow.reach.report.ReachTable;

/**
 * The figures of a term, a year or a quarter as they were at a given moment. A closed period stores them as JSON.
 *
 * @param format the version of the JSON, see {@link #FORMAT}
 * @param period for example "2026-27-autumn", or "2026-27-q2" for a quarter of the financial year
 * @param rules the version of the counting rules
 * @param tables rows by nation, region, authority, phase and band
 * @param schools the schools with at least one lesson that counts
 * @param weeks the growth of the count week by week
 * @param quality marks by grade
 * @param others attendances that are not part of the headline, by audience
 * @param professionals adults who took training, not among the children
 * @param check the results of the figure checks, by chance and by risk
 */
public record FrozenFigures(
        int format,
        String period,
        Instant asAt,
        int rules,
        ReachTable.Row total,
        Map<String, List<ReachTable.Row>> tables,
        int schools,
        List<Week> weeks,
        Quality quality,
        Map<String, Integer> others,
        Trained professionals,
        FigureCheck check) {
    /** The meaning of the fields in a file of frozen figures, except the columns of its rows. */
    public static final List<ReachTable.Column> DICTIONARY = List.of(
            column("format", "number"),
            column("period", "text"),
            column("asAt", "moment"),
            column("rules", "number"),
            column("total", "row"),
            column("tables", "rows"),
            column("schools", "number"),
            column("weeks", "rows"),
            column("quality", "numbers"),
            column("others", "numbers"),
            column("professionals", "rows"),
            column("check", "numbers"),
            column("hidden", "texts"),
            column("kept", "texts"));

    private static ReachTable.Column column(String name, String type) {
        return ReachTable.Column.of("frozen.column.", name, type);
    }

    /** Must be raised with every change of the fields, because the hash is calculated from the JSON. */
    static final int FORMAT = 4;

    /** The first format that has the figure checks by risk. */
    private static final int WITH_RISK = 4;

    /** The children that a week added, and the count at its end. */
    public record Week(LocalDate monday, int added, int soFar, int upperSoFar) {}

    /** Numbers of marks by grade: picked on a device, ticked by a grown-up, counted without a card. */
    public record Quality(int gradeA, int gradeB, int gradeC) {}

    /**
     * Different adults who attended a training event for at least half its time. Regions need not add up: a person may
     * attend events in two regions.
     *
     * @param target null if none was set
     */
    public record Trained(int people, @Nullable Integer target, List<TrainedRow> regions) {
        /**
         * These numbers with the names, targets and order of the frozen ones. A region that was not among them gets no
         * target.
         */
        private Trained besides(Trained frozen) {
            var now = new LinkedHashMap<String, TrainedRow>();
            regions.forEach(row -> now.put(row.key(), row));
            var beside = new ArrayList<TrainedRow>();
            for (var row : frozen.regions) {
                var counted = now.remove(row.key());
                beside.add(new TrainedRow(row.key(), row.name(), counted == null ? 0 : counted.people(), row.target()));
            }
            now.values().stream()
                    .filter(row -> row.people() > 0)
                    .forEach(row -> beside.add(new TrainedRow(row.key(), row.name(), row.people(), null)));
            return new Trained(people, frozen.target, List.copyOf(beside));
        }
    }

    /** The adults trained at events in a region; the key is empty for events of the whole programme. */
    public record TrainedRow(
            String key, String name, int people, @Nullable Integer target) {}

    /** These figures with the names, targets and row order of the frozen ones, for comparison. */
    public FrozenFigures besides(FrozenFigures frozen) {
        return with(format, rules, total.besides(frozen.total), rowsWith(frozen, FrozenFigures::besides), frozen);
    }

    /**
     * These figures for a comparison with the frozen ones, counted as at the same moment, in their format and by their
     * rules. The numbers of what did not count are taken from the frozen figures, because a lesson held before that
     * moment may have been entered or confirmed since.
     */
    public FrozenFigures again(FrozenFigures frozen) {
        var beside = besides(frozen);
        return beside.with(
                frozen.format,
                frozen.rules,
                beside.total.pendingAs(frozen.total),
                beside.rowsWith(frozen, FrozenFigures::again),
                frozen);
    }

    private FrozenFigures with(
            int inFormat,
            int byRules,
            ReachTable.Row all,
            Map<String, List<ReachTable.Row>> rows,
            FrozenFigures frozen) {
        return new FrozenFigures(
                inFormat,
                period,
                asAt,
                byRules,
                all,
                rows,
                schools,
                weeks,
                quality,
                others,
                professionals.besides(frozen.professionals),
                inFormat < WITH_RISK ? check.withoutRisk() : check);
    }

    private Map<String, List<ReachTable.Row>> rowsWith(
            FrozenFigures frozen, BinaryOperator<List<ReachTable.Row>> beside) {
        var rows = new TreeMap<String, List<ReachTable.Row>>();
        tables.forEach((by, table) -> rows.put(by, beside.apply(frozen.tables.getOrDefault(by, List.of()), table)));
        return rows;
    }

    private static List<ReachTable.Row> again(List<ReachTable.Row> frozen, List<ReachTable.Row> table) {
        var again = new ArrayList<ReachTable.Row>();
        for (int i = 0; i < table.size(); i++) {
            if (i < frozen.size()) {
                again.add(table.get(i).pendingAs(frozen.get(i)));
            } else if (table.get(i).sessions() > 0) {
                again.add(table.get(i));
            }
        }
        return List.copyOf(again);
    }

    private static List<ReachTable.Row> besides(List<ReachTable.Row> frozen, List<ReachTable.Row> table) {
        var now = new LinkedHashMap<String, ReachTable.Row>();
        table.forEach(row -> now.put(row.key(), row));
        var beside = new ArrayList<ReachTable.Row>();
        for (var row : frozen) {
            var counted = now.remove(row.key());
            beside.add(counted == null ? row.withoutAnything() : counted.besides(row));
        }
        now.values().forEach(row -> beside.add(row.besides(null)));
        return List.copyOf(beside);
    }

    /**
     * Returns whether both have the same counts of children, marks, other audiences and professionals. Targets are
     * ignored, and so are the numbers awaiting a return, because they change without a return.
     */
    public boolean countsAs(FrozenFigures other) {
        return total.counted().equals(other.total.counted())
                && counted(tables).equals(counted(other.tables))
                && quality.equals(other.quality)
                && others.equals(other.others)
                && trained() == other.trained();
    }

    /**
     * The growth of the figure week by week, with the range of each week: what may have been reached before the period
     * is the headline less the lower end of its range. A week that is not among the weeks is part of the next one.
     */
    public List<WeeklyGrowth.Week> growth() {
        int reachedBefore = total.fresh() - total.newLower();
        var increases = new TreeMap<LocalDate, WeeklyGrowth.Increase>();
        int upper = reachedBefore;
        for (var week : weeks) {
            increases.put(week.monday(), new WeeklyGrowth.Increase(week.added(), week.upperSoFar() - upper));
            upper = week.upperSoFar();
        }
        return WeeklyGrowth.weeks(new WeeklyGrowth.Increase(0, reachedBefore), increases).stream()
                .filter(week -> increases.containsKey(week.monday()))
                .toList();
    }

    /** The first day of each week of the growth. */
    List<LocalDate> mondays() {
        return weeks.stream().map(Week::monday).toList();
    }

    /** The number of professionals trained. */
    public int trained() {
        return professionals.people();
    }

    private static Map<String, List<ReachTable.Row>> counted(Map<String, List<ReachTable.Row>> tables) {
        var counted = new TreeMap<String, List<ReachTable.Row>>();
        tables.forEach((by, rows) -> counted.put(
                by,
                rows.stream()
                        .filter(row -> row.sessions() > 0)
                        .map(ReachTable.Row::counted)
                        .toList()));
        return counted;
    }
}
