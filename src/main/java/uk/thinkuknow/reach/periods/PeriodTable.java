package uk.thinkuknow.reach.periods;

import java.time.LocalDate;
import java.util.List;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.web.Cell;
import uk.thinkuknow.web.DataTable;
import uk.thinkuknow.web.DataTable.Column;

/** The columns of the list of closed periods. */
final class PeriodTable {
    private PeriodTable() {}

    /** A closed period and its last day. */
    record Row(ClosedPeriod closed, PeriodPages.Line line, LocalDate lastDay) {}

    static DataTable<Row> of() {
        return new DataTable<>(
                Words.of("periods.periods"),
                List.of(
                        Column.of("period", Words.of("periods.sheet.period"), PeriodTable::period),
                        Column.numbers(
                                "children",
                                Words.of("periods.childrenReached"),
                                row -> Cell.number(
                                        row.line().frozen().children().headline())),
                        Column.numbers(
                                "at-least",
                                Words.of("periods.atLeast"),
                                row -> Cell.number(
                                        row.line().frozen().children().atLeast())),
                        Column.numbers(
                                "at-most",
                                Words.of("periods.atMost"),
                                row -> Cell.number(
                                        row.line().frozen().children().atMost())),
                        Column.of("as-at", Words.of("periods.figuresAsAt"), PeriodTable::asAt),
                        Column.of("signed", Words.of("periods.signed"), PeriodTable::signed),
                        Column.of(
                                "state",
                                Words.of("periods.howItStands"),
                                row -> row.line().tag())));
    }

    private static Cell period(Row row) {
        return Cell.link(row.line().words(), "/periods/" + row.line().id()).by(row.lastDay());
    }

    private static Cell asAt(Row row) {
        return Cell.of(row.line().frozen().asAt()).by(row.closed().asAt());
    }

    private static Cell signed(Row row) {
        return Cell.of(row.line().hands().signed()).by(row.closed().signedAt());
    }
}
