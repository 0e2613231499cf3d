package uk.thinkuknow.reach.targets;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.targets.TargetAreas.Area;
import uk.thinkuknow.reach.targets.TargetGrid.Notes;
import uk.thinkuknow.reach.targets.TargetGrid.Proposed;
import uk.thinkuknow.reach.targets.TargetGrid.Row;
import uk.thinkuknow.reach.targets.TargetGrid.Shown;
import uk.thinkuknow.reach.targets.TargetService.CellState;
import uk.thinkuknow.reach.targets.TargetService.TypedNumber;
import uk.thinkuknow.reach.totals.AreaKind;

/** Builds the table of targets from the numbers in force and the submitted form. */
@Singleton
class TargetGrids {
    static final int ROWS_A_PAGE = 50;

    private final TargetService targets;
    private final TargetAreas areas;
    private final SchoolsReached reached;
    private final ProfessionalTargets trained;
    private final PeopleService people;

    TargetGrids(
            TargetService targets,
            TargetAreas areas,
            SchoolsReached reached,
            ProfessionalTargets trained,
            PeopleService people) {
        this.targets = targets;
        this.areas = areas;
        this.reached = reached;
        this.trained = trained;
        this.people = people;
    }

    /**
     * The areas of a table that the user may see and that match the search words.
     *
     * @throws NotFound if the user's scope has no areas of this kind, such as nations within a region
     */
    List<Area> matching(TargetTableQuery view) {
        return mine(view).stream()
                .filter(area -> view.words().isEmpty() || area.has(view.words()))
                .toList();
    }

    /**
     * All areas of the table that the user may see, whether or not they match the search words: numbers typed before a
     * search may still be sent.
     */
    List<Area> mine(TargetTableQuery view) {
        var mine = people.me().scope();
        if (!TargetAreas.kinds(mine).contains(view.kind())) {
            throw new NotFound();
        }
        return areas.of(view.kind(), mine);
    }

    /** The areas on the page that is shown. */
    static List<Area> page(List<Area> matching, TargetTableQuery view) {
        int from = Math.min(matching.size(), (view.page() - 1) * ROWS_A_PAGE);
        return matching.subList(from, Math.min(matching.size(), from + ROWS_A_PAGE));
    }

    /** The areas for which the form has fields. */
    List<Area> sent(TargetTableQuery view, Map<String, String> form) {
        return mine(view).stream()
                .filter(area -> form.containsKey(seenField(area)))
                .toList();
    }

    /** The table of targets. Typed values are shown as typed, valid or not; other cells show the number in force. */
    @Transactional
    TargetGrid grid(TargetTableQuery view, List<Area> matching, List<Area> shown, Map<String, String> typed) {
        var standing = targets.standing(view.year(), view.measure(), view.kind());
        var mine = people.me().scope();
        var beside = new TargetComparison(
                targets.inForce(view.year(), view.measure()),
                areas.of(AreaKind.REGION, mine),
                areas.of(AreaKind.AUTHORITY, mine),
                reached(view, shown));
        var columns = view.columns();
        var rows = new ArrayList<Row>();
        for (int i = 0; i < shown.size(); i++) {
            rows.add(row("r" + i, view, shown.get(i), standing, typed, beside));
        }
        int from = shown.isEmpty() ? 0 : Math.max(0, matching.indexOf(shown.getFirst())) + 1;
        int pages = Math.max(1, (matching.size() + ROWS_A_PAGE - 1) / ROWS_A_PAGE);
        return new TargetGrid(
                view,
                tabs(view),
                columns,
                rows,
                totals(view, standing),
                new Shown(from, shown.isEmpty() ? 0 : from + shown.size() - 1, matching.size(), view.page(), pages),
                Stream.of(beside.measured(view, mine(view), mine), beside.sentences(view, wholes(view, mine)))
                        .flatMap(List::stream)
                        .toList());
    }

    private Map<TargetCell, Integer> reached(TargetTableQuery view, List<Area> shown) {
        return switch (view.measure()) {
            case SCHOOLS -> view.kind() == AreaKind.TRUST ? Map.of() : reached.of(view);
            case PROFESSIONALS -> view.kind() == AreaKind.REGION ? trained.of(view, shown) : Map.of();
            case CHILDREN -> Map.of();
        };
    }

    /**
     * The numbers of a form with the state that each cell had when the form was made; invalid numbers are left out.
     */
    List<TypedNumber> wanted(TargetTableQuery view, Map<String, String> form) {
        var wanted = new ArrayList<TypedNumber>();
        var columns = view.columns();
        for (var area : sent(view, form)) {
            var seen = form.getOrDefault(seenField(area), "").split(" ", -1);
            for (int i = 0; i < columns.size(); i++) {
                var cell = view.cell(area.key(), columns.get(i));
                var typed = form.get(field(area, columns.get(i)));
                var stood = seen(i < seen.length ? seen[i] : "");
                if (typed != null && !TargetNumbers.isBad(typed)) {
                    wanted.add(new TypedNumber(cell, TargetNumbers.read(typed).orElse(null), stood));
                }
            }
        }
        return wanted;
    }

    /** The fields of a form that differ from the state when the form was made; only these are the user's changes. */
    Map<String, String> changed(TargetTableQuery view, Map<String, String> form) {
        var unchanged = wanted(view, form).stream()
                .filter(each -> !each.isChanged())
                .map(each -> each.cell().area() + " " + each.cell().term() + " "
                        + each.cell().slice())
                .collect(Collectors.toSet());
        var changed = new HashMap<String, String>();
        for (var area : sent(view, form)) {
            for (var column : view.columns()) {
                var typed = form.get(field(area, column));
                if (typed != null && !unchanged.contains(area.key() + " " + column.term() + " " + column.slice())) {
                    changed.put(field(area, column), typed);
                }
            }
        }
        return changed;
    }

    static String field(Area area, TargetTableQuery.Column column) {
        return column.key() + ":" + area.key();
    }

    private static String seenField(Area area) {
        return "seen:" + area.key();
    }

    /**
     * Parses the version and number of a cell as written by {@link #row}, for example "3:400".
     *
     * @throws NotFound if it has another form and so cannot be from one of our pages
     */
    private static TargetService.SeenState seen(String written) {
        if (!written.matches("\\d{1,9}:\\d{0,7}")) {
            throw new NotFound();
        }
        int colon = written.indexOf(':');
        var number = written.substring(colon + 1);
        return new TargetService.SeenState(
                number.isEmpty() ? null : Integer.valueOf(number), Integer.parseInt(written.substring(0, colon)));
    }

    private static Row row(
            String id,
            TargetTableQuery view,
            Area area,
            Map<TargetCell, CellState> standing,
            Map<String, String> typed,
            TargetComparison beside) {
        var cells = new ArrayList<TargetGrid.Cell>();
        var seen = new ArrayList<String>();
        for (var column : view.columns()) {
            var cell = view.cell(area.key(), column);
            var stands = standing.getOrDefault(cell, CellState.NONE);
            var number = stands.number();
            seen.add(stands.version() + ":" + (number == null ? "" : number));
            cells.add(cell(id, area, column, stands, typed.get(field(area, column)), beside.of(cell, view.across())));
        }
        return new Row(
                id,
                area.name(),
                area.where(),
                "/targets/history?year=%s&of=%s&areas=%s&area=%s"
                        .formatted(
                                view.year(),
                                view.measure().key(),
                                view.kind().key(),
                                TargetTableQuery.coded(area.key())),
                new TargetGrid.SeenField(seenField(area), String.join(" ", seen)),
                cells);
    }

    private static TargetGrid.Cell cell(
            String row,
            Area area,
            TargetTableQuery.Column column,
            CellState standing,
            @Nullable String typed,
            @Nullable String beside) {
        var number = standing.number();
        var stands = number == null ? "" : TextFormat.number(number);
        var value = typed == null ? stands : typed.strip();
        var bad = TargetNumbers.isBad(value);
        var waiting = standing.waiting();
        return new TargetGrid.Cell(
                row + "-" + column.key(),
                field(area, column),
                column,
                bad ? value : TargetNumbers.read(value).map(TextFormat::number).orElse(""),
                stands,
                new Notes(
                        bad ? TargetNumbers.wrong(value) : null,
                        waiting == null
                                ? null
                                : new Proposed(
                                        Words.of(
                                                "targets.proposedNumberBy",
                                                TargetWords.number(waiting.wanted()),
                                                waiting.by()),
                                        waiting.proposal()),
                        beside));
    }

    private static List<TargetGrid.Tab> tabs(TargetTableQuery view) {
        return view.choices().stream()
                .map(held -> new TargetGrid.Tab(
                        TargetTableQuery.heldName(held, view.measure()),
                        view.holding(held).query(),
                        held.equals(view.held())))
                .toList();
    }

    private List<String> totals(TargetTableQuery view, Map<TargetCell, CellState> standing) {
        var all = mine(view);
        return view.columns().stream()
                .map(column -> {
                    var numbers = all.stream()
                            .map(area -> standing.getOrDefault(view.cell(area.key(), column), CellState.NONE)
                                    .number())
                            .filter(Objects::nonNull)
                            .toList();
                    return numbers.isEmpty()
                            ? "–"
                            : TextFormat.number(
                                    numbers.stream().mapToInt(Integer::intValue).sum());
                })
                .toList();
    }

    /** The areas that contain the areas shown, or the nations themselves, as far as the user may see them. */
    private List<Area> wholes(TargetTableQuery view, Scope mine) {
        return switch (view.kind()) {
            case NATION, REGION -> areas.of(AreaKind.NATION, mine);
            case AUTHORITY -> areas.of(AreaKind.REGION, mine);
            case TRUST -> List.of();
        };
    }
}
