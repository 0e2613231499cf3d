package uk.thinkuknow.reach.targets;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.AgeRange;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.targets.TargetAreas.Area;
import uk.thinkuknow.reach.totals.AreaKind;
import uk.thinkuknow.reach.totals.SchoolCalendar;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.FormOption;

/** Builds the pages of targets: the table, the paste form and the copy of last year's targets. */
@Singleton
class TargetPages {
    /** A form may have a thousand fields. A row uses one for each cell and one for their state. */
    private static final int FIELDS_AT_MOST = 900;

    private static final List<Integer> UNITS = List.of(1, 10, 100);

    private final TargetService targets;
    private final TargetApproval approval;
    private final SchoolCalendar calendar;
    private final PeopleService people;

    TargetPages(TargetService targets, TargetApproval approval, SchoolCalendar calendar, PeopleService people) {
        this.targets = targets;
        this.approval = approval;
        this.calendar = calendar;
        this.people = people;
    }

    /** The notes above the table: errors, filled-in numbers that are not saved yet, and the reason typed. */
    record Notes(
            @Nullable String title,
            List<FormError> problems,
            @Nullable String filled,
            String why,
            String factor,
            int unit) {
        static final Notes NONE = new Notes(null, List.of(), null, "", "", 1);

        static Notes filled(String sentence) {
            return filled(sentence, "", 1);
        }

        static Notes filled(String sentence, String factor, int unit) {
            return new Notes(null, List.of(), sentence, "", factor, unit);
        }

        static Notes wrong(String title, List<FormError> problems, String why) {
            return new Notes(title, problems, null, why, "", 1);
        }

        public String factorOr() {
            return factor.isEmpty() ? "1.05" : factor;
        }

        /** What the copied numbers can be rounded to. */
        public List<FormOption> units() {
            return UNITS.stream()
                    .map(each -> new FormOption("" + each, Words.of("targets.unit." + each), each == unit))
                    .toList();
        }

        public boolean wantsReason() {
            return problems.stream().anyMatch(problem -> "why".equals(problem.field()));
        }

        /** Keeps the factor and the unit in the links to other pages of a copy. */
        public String copying() {
            return factor.isEmpty() ? "" : "&factor=" + TargetTableQuery.coded(factor) + "&unit=" + unit;
        }
    }

    /** The options above the table of targets: year, measure, kind of area and columns. */
    record Choices(
            List<FormOption> years, List<FormOption> measures, List<FormOption> kinds, List<FormOption> across) {}

    /** The page for pasting a table. */
    record PasteForm(String title, String query, String headings) {}

    /** The result of pasting: the areas that differ from the numbers in force, or the errors. */
    record PasteResult(List<Area> areas, List<String> wrong) {
        String sentence(long changes) {
            return changes == 0 ? Words.of("targets.pastedSame") : Words.of("targets.pastedDiffers", changes);
        }
    }

    /** @throws NotFound for an unknown year or an unknown value of another parameter */
    TargetTableQuery view(TargetTableQuery.Parameters asked) {
        var kinds = TargetAreas.kinds(people.me().scope());
        var usual = kinds.contains(AreaKind.REGION) ? AreaKind.REGION : kinds.getFirst();
        return TargetTableQuery.of(planned(calendar.period(asked.year(), null).year()), asked, usual);
    }

    /** The year with the age bands in force when it or one of its terms begins, and those that have a target in it. */
    private TargetTableQuery.PlannedYear planned(String year) {
        var begun = Period.TERMS.stream().flatMap(term -> calendar.bands(new Period(year, term)).stream());
        return new TargetTableQuery.PlannedYear(
                year,
                Stream.concat(begun, targets.bandsOf(year).stream())
                        .distinct()
                        .sorted(AgeRange.OF_KEYS)
                        .toList());
    }

    TargetsResource.TargetsPage table(TargetGrid grid, Notes notes) {
        var me = people.me();
        return new TargetsResource.TargetsPage(
                grid, choices(grid.view(), me.scope()), notes, me.is(Role.MANAGER), approval.count(true));
    }

    static List<FormError> problems(TargetGrid grid) {
        return grid.rows().stream()
                .flatMap(row -> row.cells().stream()
                        .filter(cell -> cell.error() != null)
                        .map(cell -> new FormError(
                                cell.id(), row.name() + ", " + cell.column().name() + ": " + cell.error())))
                .toList();
    }

    static PasteForm pasting(TargetTableQuery view) {
        var headings = new ArrayList<>(List.of("Key", "Area"));
        view.columns().forEach(column -> headings.add(column.name()));
        return new PasteForm(
                "%s, %s, %s"
                        .formatted(
                                view.measure().words(),
                                view.kind().many(),
                                TargetTableQuery.heldName(view.held(), view.measure())
                                        .toLowerCase(Locale.UK)),
                view.query(),
                String.join(", ", headings));
    }

    PasteResult pasted(TargetTableQuery view, TargetCsv.Read read) {
        if (!read.wrong().isEmpty()) {
            return new PasteResult(List.of(), read.wrong());
        }
        var inForce = targets.inForce(view.year(), view.measure());
        var differ = read.areas().stream()
                .filter(area -> view.columns().stream().anyMatch(column -> {
                    var typed = read.typed().get(TargetGrids.field(area, column));
                    return typed != null
                            && !Objects.equals(
                                    TargetNumbers.read(typed).orElse(null), inForce.get(view.cell(area.key(), column)));
                }))
                .toList();
        int atMost = FIELDS_AT_MOST / (view.columns().size() + 1);
        return differ.size() <= atMost
                ? new PasteResult(differ, List.of())
                : new PasteResult(List.of(), List.of(Words.of("targets.pastedTooMany", differ.size(), atMost)));
    }

    /**
     * A copy of last year's targets: the numbers filled in by field, and a sentence that says how they were calculated.
     */
    record Copy(Map<String, String> typed, String sentence) {}

    /**
     * Fills in last year's targets times a factor, as a draft to check before proposing.
     *
     * @throws Refused if there is no year before, if nothing was in force in it, or if the factor or unit is invalid
     */
    Copy copy(TargetTableQuery view, List<Area> shown, String factor, int unit) {
        var times = TargetNumbers.factor(factor);
        if (!UNITS.contains(unit)) {
            throw new Refused("targets.roundTo");
        }
        var before = view.inYear(yearBefore(view.year()));
        var numbers = targets.inForce(before.year(), view.measure());
        var typed = new HashMap<String, String>();
        for (var area : shown) {
            for (var column : view.columns()) {
                var number = numbers.get(before.cell(area.key(), column));
                if (number != null) {
                    typed.put(
                            TargetGrids.field(area, column),
                            TextFormat.number(TargetNumbers.times(number, times, unit)));
                }
            }
        }
        if (typed.isEmpty()) {
            throw new Refused("targets.nothingInForce", before.year());
        }
        return new Copy(
                typed,
                Words.of(
                        "targets.filled",
                        typed.size(),
                        before.year(),
                        times.toPlainString(),
                        Words.of("targets.unit." + unit)));
    }

    private String yearBefore(String year) {
        return calendar.years().stream()
                .filter(each -> each.compareTo(year) < 0)
                .reduce((one, other) -> one.compareTo(other) > 0 ? one : other)
                .orElseThrow(() -> new Refused("targets.yearBefore", year));
    }

    private Choices choices(TargetTableQuery view, Scope mine) {
        return new Choices(
                calendar.yearsToPlan(view.year()).stream()
                        .map(year -> new FormOption(year, year, year.equals(view.year())))
                        .toList(),
                Arrays.stream(Measure.values())
                        .map(each -> new FormOption(each.key(), each.words(), each == view.measure()))
                        .toList(),
                TargetAreas.kinds(mine).stream()
                        .map(each ->
                                new FormOption(each.key(), TextFormat.capitalised(each.many()), each == view.kind()))
                        .toList(),
                Arrays.stream(TargetTableQuery.Across.values())
                        .map(each -> new FormOption(each.key(), each.words(), each == view.across()))
                        .toList());
    }
}
