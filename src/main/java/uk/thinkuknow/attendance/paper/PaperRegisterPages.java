package uk.thinkuknow.attendance.paper;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.SchoolFacts;
import uk.thinkuknow.web.FormError;

/** Builds the page for entering paper registers: a grid, and the register or the errors that each row gives. */
final class PaperRegisterPages {
    private static final int ROWS = 10;

    private final PaperRegisterCheck registerCheck;

    PaperRegisterPages(PaperRegisterCheck registerCheck) {
        this.registerCheck = registerCheck;
    }

    /** The page for entering paper registers. */
    @CheckedTemplate(basePath = "attendance/paper", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record EntryPage(Head head, Lists lists, List<RowView> rows, Sum sum, List<FormError> problems)
            implements TemplateInstance {}

    /** The school that the registers are for; {@code school} is its id if a manager named it in the URL, else empty. */
    record Head(String name, String school, String query) {}

    /** The names of the columns, and the lessons and classes to choose from. */
    record Lists(List<String> columns, List<String> lessons, List<String> classes) {}

    /**
     * A row of the grid; {@code comesTo} describes its register, and is empty until the row was checked and found
     * right.
     */
    record RowView(int number, List<CellView> cells, String comesTo) {
        public boolean wrong() {
            return cells.stream().anyMatch(cell -> cell.error() != null);
        }
    }

    /** A cell of the grid, with its text as typed and its error. */
    record CellView(
            String name,
            String column,
            String list,
            String value,
            @Nullable String error) {}

    /** Whether the rows were checked without errors, how many would be entered, and their heads in all. */
    record Sum(boolean checked, int rows, int heads) {}

    EntryPage empty(StaffMember me, SchoolFacts school) {
        return page(me, school, List.of(), List.of(), List.of(), false);
    }

    /** Returns the page with the reason why a file was refused; its rows cannot be shown. */
    EntryPage refused(StaffMember me, SchoolFacts school, String why) {
        return page(me, school, List.of(), List.of(), List.of(new FormError("file", why)), false);
    }

    EntryPage checked(StaffMember me, SchoolFacts school, List<PaperRow> rows, List<CheckedRow> understood) {
        var problems = new ArrayList<FormError>();
        for (var each : understood) {
            each.wrong()
                    .forEach(wrong -> problems.add(new FormError(
                            name(each.number(), wrong.column()),
                            Words.of(
                                    "entry.rowProblem",
                                    each.number(),
                                    PaperRow.COLUMNS.get(wrong.column()),
                                    wrong.text()))));
        }
        if (understood.isEmpty()) {
            problems.add(new FormError(name(1, 0), Words.of("entry.nothingTyped")));
        }
        return page(me, school, rows, understood, problems, true);
    }

    /** Returns the page with these rows and ten empty ones more, up to 150 rows in all. */
    EntryPage more(StaffMember me, SchoolFacts school, List<PaperRow> rows) {
        var longer = new ArrayList<>(rows);
        for (int i = 0; i < ROWS && longer.size() < PaperRegisterFile.ROWS_AT_MOST; i++) {
            longer.add(PaperRow.EMPTY);
        }
        return page(me, school, longer, List.of(), List.of(), false);
    }

    private EntryPage page(
            StaffMember me,
            SchoolFacts school,
            List<PaperRow> rows,
            List<CheckedRow> understood,
            List<FormError> problems,
            boolean checked) {
        var byNumber = understood.stream().collect(Collectors.toMap(CheckedRow::number, each -> each));
        int shown = Math.max(ROWS, rows.size());
        var views = IntStream.rangeClosed(1, shown)
                .mapToObj(number -> row(
                        number, number <= rows.size() ? rows.get(number - 1) : PaperRow.EMPTY, byNumber.get(number)))
                .toList();
        var right = understood.stream()
                .map(CheckedRow::register)
                .filter(each -> each != null)
                .toList();
        var named = me.is(Role.MANAGER) ? school.publicId().value() : "";
        return new EntryPage(
                new Head(school.name(), named, named.isEmpty() ? "" : "?school=" + named),
                new Lists(
                        PaperRow.COLUMNS,
                        registerCheck.lessons(),
                        registerCheck.classes(school).stream()
                                .map(ClassFacts::name)
                                .toList()),
                views,
                new Sum(
                        checked && problems.isEmpty(),
                        right.size(),
                        right.stream().mapToInt(CheckedRow.PaperRegister::heads).sum()),
                problems);
    }

    private static RowView row(int number, PaperRow row, @Nullable CheckedRow understood) {
        var cells = IntStream.range(0, PaperRow.COLUMNS.size())
                .mapToObj(column -> new CellView(
                        name(number, column),
                        PaperRow.COLUMNS.get(column),
                        column == 1 ? "lessons" : column == 2 ? "classes" : "",
                        row.cells().get(column),
                        understood == null ? null : understood.wrongIn(column)))
                .toList();
        var register = understood == null ? null : understood.register();
        return new RowView(number, cells, register == null ? "" : register.inWords());
    }

    static String name(int row, int column) {
        return "r" + row + "-" + column;
    }
}
