package uk.thinkuknow.bookings.trainers;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.web.Cell;
import uk.thinkuknow.web.DataTable;
import uk.thinkuknow.web.DataTable.Column;

/** The columns of the managers' list of trainers. */
final class TrainerTable {
    private TrainerTable() {}

    static DataTable<TrainerPages.Row> of() {
        return new DataTable<>(
                Words.of("trainers.listTitle"),
                List.of(
                        Column.of(
                                "trainer",
                                Words.of("trainers.name"),
                                row -> Cell.link(row.name(), "/trainers/" + row.id())),
                        Column.of("home", Words.of("trainers.home"), row -> Cell.of(row.where())),
                        Column.of("teaches", Words.of("trainers.teaches"), row -> Cell.of(row.teaches())),
                        Column.of(
                                "stands",
                                Words.of("trainers.standing"),
                                row -> Cell.tag(
                                        row.standing().tag(), row.standing().colour())),
                        Column.of("until", Words.of("trainers.accreditation"), TrainerTable::accreditation),
                        Column.of("year", Words.of("trainers.eachYear"), TrainerTable::yearly),
                        Column.numbers("sessions", Words.of("trainers.sessions"), TrainerTable::sessions)));
    }

    /** Sorted by the last day. */
    private static Cell accreditation(TrainerPages.Row row) {
        var warning = row.standing().warning();
        var words = row.standing().sentence() + (warning == null ? "" : " " + warning);
        return Cell.of(words).by(Objects.requireNonNullElse(row.until(), LocalDate.MIN));
    }

    private static Cell yearly(TrainerPages.Row row) {
        var yearly = row.activity().yearly();
        return yearly.isOverdue()
                ? Cell.tag(Words.of("trainers.yearlyOverdue"), "red")
                : yearly.isDue() ? Cell.tag(Words.of("trainers.yearlyDue"), "orange") : Cell.of("–");
    }

    private static Cell sessions(TrainerPages.Row row) {
        long sessions = row.activity().sessions();
        return row.activity().tooFew()
                ? Cell.tag(Words.of("trainers.tooFew", sessions), "orange").by(sessions)
                : Cell.number(sessions);
    }
}
