package uk.thinkuknow.reach.periods;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import uk.thinkuknow.counting.small.CellBase;
import uk.thinkuknow.counting.small.CellEdition;
import uk.thinkuknow.counting.small.PublishedCell;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.frozen.SchoolPart;
import uk.thinkuknow.reach.report.ReachTable;

/**
 * The numbers of a period's figures as cells with the schools behind them, in the order in which they are to be shown:
 * the headline first.
 */
final class PublicCells {
    private static final String TOTAL = "total";

    /** The columns of a row, the most important first. */
    private static final List<String> COLUMNS = List.of(
            "new",
            "reach",
            "attendances",
            "sessions",
            "newUpper",
            "reachUpper",
            "newLower",
            "largestSession",
            "awaiting",
            "toConfirm",
            "toConfirmChildren");

    private static final List<String> TABLES = List.of("nation", "region", "band", "phase", "authority");
    private static final List<String> GRADES = List.of("gradeA", "gradeB", "gradeC");
    private static final List<String> WEEK = List.of("soFar", "upperSoFar");
    private static final List<String> RETURNS = List.of("asked", "waiting", "answered");

    /** The place of the checks by risk in the figures. */
    static final String BY_RISK = "byRisk";

    /** The numbers of the checks by risk. */
    static final List<String> RISK_RETURNS = List.of("asked", "waiting", "answered", "different");

    private static final String TO_CONFIRM = "toConfirmChildren";

    /** Columns that are judged by the children of another column. */
    private static final Map<String, String> OF = Map.of("sessions", "attendances", "toConfirm", TO_CONFIRM);

    /** Columns that do not count children who were reached. */
    private static final Map<String, String> UNITS =
            Map.of("sessions", "lessons", "awaiting", "awaited", "toConfirm", "to-confirm", TO_CONFIRM, "to-confirm");

    private static final Set<String> ADD_UP = Set.of("attendances", "sessions", "awaiting", "toConfirm", TO_CONFIRM);

    /** Too little to be shown. */
    private static final CellBase UNKNOWN = CellBase.of(Map.of(0L, 1));

    private final FrozenFigures figures;
    private final List<SchoolPart> parts;
    private final Days days;
    private final List<PublishedCell> cells = new ArrayList<>();

    /**
     * The days of a period.
     *
     * @param quarter whether it is a quarter, in which every child counts as new
     */
    record Days(LocalDate first, LocalDate last, boolean quarter) {}

    private PublicCells(FrozenFigures figures, List<SchoolPart> parts, Days days) {
        this.figures = figures;
        this.parts = parts;
        this.days = days;
    }

    /** The cells of figures; a number that no school contributes to is a cell too. */
    static CellEdition of(FrozenFigures figures, List<SchoolPart> parts, Days days) {
        var cells = new PublicCells(figures, parts, days);
        cells.addAll();
        return new CellEdition(figures.period(), days.first(), days.last(), List.copyOf(cells.cells));
    }

    /** The key of a number. */
    static String key(String table, String row, String column) {
        return table + "/" + row + "/" + column;
    }

    private void addAll() {
        columns().forEach(column -> cells.add(cell(TOTAL, figures.total(), column, parts, SchoolPart.ALL)));
        add(key("schools", "", "schools"), "schools", false, base(part -> part.number(SchoolPart.ALL, "attendances")));
        for (var table : TABLES) {
            var schools = schools(table);
            for (var column : columns()) {
                figures.tables().getOrDefault(table, List.of()).stream()
                        .map(row -> cell(
                                table,
                                row,
                                column,
                                schools.getOrDefault(row.key(), List.of()),
                                table.equals("band") ? row.key() : SchoolPart.ALL))
                        .sorted(Comparator.comparingLong(
                                (PublishedCell each) -> -each.base().children()))
                        .forEach(cells::add);
            }
        }
        addHeads();
        addCheck();
        addByRisk();
        addWeeks();
    }

    /** Figures that were frozen before returns could wait have no number of them. */
    private List<String> columns() {
        return figures.total().toConfirm() != null
                ? COLUMNS
                : COLUMNS.stream()
                        .filter(column -> !ReachTable.LAST_COLUMNS.contains(column))
                        .toList();
    }

    private PublishedCell cell(String table, ReachTable.Row row, String column, List<SchoolPart> some, String band) {
        var of = OF.getOrDefault(column, column);
        var bySchool = new TreeMap<Long, Integer>();
        some.forEach(part -> bySchool.put(part.school(), part.number(band, of)));
        return new PublishedCell(
                key(table, table.equals(TOTAL) ? "" : row.key(), column),
                UNITS.getOrDefault(column, "children"),
                ADD_UP.contains(column) || column.equals("new") && !days.quarter(),
                of.equals(TO_CONFIRM) ? stillWaiting(row, bySchool) : CellBase.of(bySchool),
                wholes(table, column, some));
    }

    /**
     * The children of returns that are to be confirmed. A return that was confirmed since the figures were counted is in
     * no school's number any more: what is behind the frozen number is then not known.
     */
    private static CellBase stillWaiting(ReachTable.Row row, Map<Long, Integer> bySchool) {
        int known = bySchool.values().stream().mapToInt(Integer::intValue).sum();
        return known == row.pending().toConfirmChildren() ? CellBase.of(bySchool) : UNKNOWN;
    }

    /** The numbers that a row's number is a part of: those of its areas, or the total. */
    private static Map<String, List<String>> wholes(String table, String column, List<SchoolPart> some) {
        var total = key(TOTAL, "", column);
        if (table.equals(TOTAL) || some.isEmpty()) {
            return Map.of();
        }
        var first = some.getFirst();
        var nation = key("nation", first.nation(), column);
        return switch (table) {
            case "nation" -> Map.of("areas", List.of(total));
            case "region" -> Map.of("areas", List.of(nation, total));
            case "authority" -> Map.of("areas", List.of(key("region", first.region(), column), nation, total));
            default -> Map.of(table, List.of(total));
        };
    }

    /** The schools of each row of a table; a school has children of several bands. */
    private Map<String, List<SchoolPart>> schools(String table) {
        var schools = new HashMap<String, List<SchoolPart>>();
        for (var part : parts) {
            var rows = switch (table) {
                case "nation" -> List.of(part.nation());
                case "region" -> List.of(part.region());
                case "authority" -> List.of(part.authority());
                case "phase" -> List.of(part.phase());
                default -> part.bands().keySet();
            };
            rows.forEach(row ->
                    schools.computeIfAbsent(row, key -> new ArrayList<>()).add(part));
        }
        return schools;
    }

    private void addHeads() {
        for (var grade : GRADES) {
            cells.add(new PublishedCell(
                    key("quality", "", grade),
                    "children",
                    true,
                    base(part -> part.apart().heads().getOrDefault(grade, 0)),
                    Map.of("quality", List.of(key(TOTAL, "", "attendances")))));
        }
        figures.others()
                .keySet()
                .forEach(audience -> add(
                        key("others", "", audience),
                        "heads",
                        true,
                        base(part -> part.apart().heads().getOrDefault(audience, 0))));
    }

    /** The numbers of returns checked by chance have the heads of these returns behind them. */
    private void addCheck() {
        var asked = key("check", "", RETURNS.getFirst());
        for (var number : RETURNS) {
            cells.add(new PublishedCell(
                    key("check", "", number),
                    "checked-returns",
                    false,
                    base(part -> at(part.apart().check(), RETURNS.indexOf(number))),
                    number.equals(RETURNS.getFirst()) ? Map.of() : Map.of("check", List.of(asked))));
        }
        for (var number : List.of("signed", "said")) {
            int place = number.equals("signed") ? RETURNS.indexOf("answered") : RETURNS.size();
            add(
                    key("check", "", number),
                    "checked-heads",
                    false,
                    base(part -> at(part.apart().check(), place)));
        }
    }

    /** The heads of returns that were drawn by risk follow those of the others in a school's numbers. */
    private void addByRisk() {
        if (figures.check().byRisk() == null) {
            return;
        }
        int first = RETURNS.size() + 1;
        var asked = key("check", BY_RISK, "asked");
        for (var number : RISK_RETURNS) {
            cells.add(new PublishedCell(
                    key("check", BY_RISK, number),
                    "returns-by-risk",
                    false,
                    base(part -> at(part.apart().check(), first + RISK_RETURNS.indexOf(number))),
                    switch (number) {
                        case "asked" -> Map.of();
                        case "different" -> Map.of(number, List.of(key("check", BY_RISK, "answered"), asked));
                        default -> Map.of(BY_RISK, List.of(asked));
                    }));
        }
    }

    private void addWeeks() {
        for (var week : figures.weeks()) {
            for (int i = 0; i < WEEK.size(); i++) {
                int bound = i;
                add(
                        key("weeks", week.monday().toString(), WEEK.get(i)),
                        "children",
                        false,
                        base(part -> at(part.apart().weeks().getOrDefault(week.monday(), List.of()), bound)));
            }
        }
    }

    private void add(String key, String unit, boolean adds, CellBase base) {
        cells.add(new PublishedCell(key, unit, adds, base, Map.of()));
    }

    private CellBase base(ToIntFunction<SchoolPart> number) {
        var bySchool = new HashMap<Long, Integer>();
        parts.forEach(part -> bySchool.put(part.school(), number.applyAsInt(part)));
        return CellBase.of(bySchool);
    }

    private static int at(List<Integer> numbers, int place) {
        return place < numbers.size() ? numbers.get(place) : 0;
    }
}
