package uk.thinkuknow.schools.imports;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.imports.SchoolImport.State;

/**
 * Repository of imports of national registers of schools: stores their states, progress and counts, and audits what is
 * applied and undone.
 */
@Singleton
class SchoolImports {
    private static final int FILES_AT_MOST = 400;
    private static final int PROBLEM_AT_MOST = 600;

    private final DataSource database;
    private final PeopleService people;
    private final Clock clock;

    SchoolImports(DataSource database, PeopleService people, Clock clock) {
        this.database = database;
        this.people = people;
        this.clock = clock;
    }

    /** Input for starting an import. */
    record NewImport(
            String files,
            long bytes,
            LocalDate asOf,
            int rows,
            String by,
            @Nullable Long byId) {}

    /**
     * Starts an import. Marks an interrupted one as refused, drops dry runs that were not decided on, and deletes old
     * staged rows.
     */
    SchoolImport begin(NewImport begun) {
        return on(sql -> {
            sql.run(
                    "update school_import set state = 'REFUSED', problem = ? where state in ('READING', 'APPLYING')",
                    Words.of("imports.cutOff"));
            sql.run("update school_import set state = 'DROPPED' where state = 'READY'");
            clear(
                    sql,
                    "where state in ('REFUSED', 'DROPPED', 'UNDONE') or (state = 'APPLIED' and decided_at < ?)",
                    clock.instant().minus(ImportUndo.MAY_BE_UNDONE_FOR));
            var id = PublicId.draw();
            sql.run(
                    "insert into school_import (public_id, state, files, bytes, as_of, total, started_by, started_by_id, started_at, step, follows) values (?, 'READING', ?, ?, ?, ?, ?, ?, ?, ?, (select max(i.id) from school_import i where i.state = 'APPLIED'))",
                    id.value(),
                    shortened(begun.files(), FILES_AT_MOST),
                    begun.bytes(),
                    begun.asOf(),
                    begun.rows(),
                    begun.by(),
                    begun.byId(),
                    clock.instant(),
                    Words.of("imports.stepReading"));
            return called(id).orElseThrow();
        });
    }

    /** Deletes the staged rows, and the copies for an undo, of imports that are over. */
    private static void clear(ImportConnection sql, String which, Instant longAgo) {
        for (var table : List.of("row", "area", "link", "before")) {
            sql.run(
                    "delete from school_import_%s where import_id in (select id from school_import %s)"
                            .formatted(table, which),
                    longAgo);
        }
    }

    Optional<SchoolImport> called(PublicId id) {
        return ask("where public_id = ?", id.value()).stream().findFirst();
    }

    /** The latest imports, newest first. */
    List<SchoolImport> latest(int atMost) {
        return ask("order by school_import.id desc limit " + atMost);
    }

    /** The dry run that waits for a decision; a new one drops it. */
    Optional<SchoolImport> ready() {
        return ask("where state = 'READY'").stream().findFirst();
    }

    Optional<SchoolImport> lastApplied() {
        return ask("where state = 'APPLIED' order by id desc limit 1").stream().findFirst();
    }

    void step(long id, String step, int done) {
        change("update school_import set step = ?, done = ? where id = ?", step, done, id);
    }

    void markReady(long id, SchoolImport.Counts counts, String absent) {
        change(
                """
                update school_import set state = 'READY', row_count = ?, new_count = ?, changed = ?, closed = ?, reopened = ?,
                  succeeded = ?, refused = ?, links = ?, absent = ?, seconds = timestampdiff(second, started_at, ?) where id = ?""",
                counts.rows(),
                counts.schools().fresh(),
                counts.schools().changed(),
                counts.schools().closed(),
                counts.schools().reopened(),
                counts.succeeded(),
                counts.refused(),
                counts.links(),
                shortened(absent, PROBLEM_AT_MOST),
                clock.instant(),
                id);
    }

    void refuse(long id, String problem) {
        change(
                "update school_import set state = 'REFUSED', problem = ?, seconds = timestampdiff(second, started_at, ?) where id = ?",
                shortened(problem, PROBLEM_AT_MOST),
                clock.instant(),
                id);
    }

    /**
     * Changes the state and records who did so.
     *
     * @return false if it was not in state {@code from}
     */
    boolean move(ImportConnection sql, long id, State from, State to, String by) {
        var who = to == State.UNDONE ? "undone" : "decided";
        return sql.run("""
                        update school_import set seconds = if(state = 'APPLYING', timestampdiff(second, decided_at, ?), seconds), state = ?,
                          %1$s_by = ?, %1$s_at = ? where id = ? and state = ?""".formatted(who), clock.instant(), to.name(), by, clock.instant(), id, from.name()) == 1;
    }

    /**
     * Marks it as applied and audits it, in the caller's transaction.
     *
     * @return false if it was not being applied
     */
    boolean markApplied(ImportConnection sql, SchoolImport applied, String by) {
        var counts = applied.counts();
        var schools = counts.schools();
        return move(sql, applied.id(), State.APPLYING, State.APPLIED, by)
                && noted(
                        by,
                        Words.of("imports.actImported"),
                        applied,
                        Words.of(
                                "imports.importFacts",
                                applied.source().files(),
                                schools.fresh(),
                                schools.changed(),
                                schools.closed(),
                                schools.reopened(),
                                counts.succeeded(),
                                counts.refused()));
    }

    /**
     * Marks it as undone and audits it, in the caller's transaction.
     *
     * @return false if it was not applied
     */
    boolean markUndone(ImportConnection sql, SchoolImport applied, String by) {
        return move(sql, applied.id(), State.APPLIED, State.UNDONE, by)
                && noted(
                        by,
                        Words.of("imports.actUndid"),
                        applied,
                        applied.source().files());
    }

    private boolean noted(String by, String act, SchoolImport of, String detail) {
        people.note(by, act, "import " + of.publicId(), detail);
        return true;
    }

    boolean move(long id, State from, State to, String by) {
        return on(sql -> move(sql, id, from, to, by));
    }

    private void change(String statement, @Nullable Object... values) {
        on(sql -> sql.run(statement, values));
    }

    private List<SchoolImport> ask(String which, Object... values) {
        return on(sql -> sql.list("select * from school_import " + which, SchoolImports::read, values));
    }

    /** Does the work on a connection of its own, and again after a conflict; each statement commits alone. */
    private <T> T on(Function<ImportConnection, T> work) {
        return RetryOnConflict.repeat(() -> {
            try (var sql = connection()) {
                return work.apply(sql);
            }
        });
    }

    ImportConnection connection() {
        return new ImportConnection(database);
    }

    /** Takes the lock on imports; empty if another import runs. */
    Optional<ImportLock> takeLock() {
        return ImportLock.take(database);
    }

    private static SchoolImport read(ResultSet row) throws SQLException {
        return new SchoolImport(
                row.getLong("id"),
                new PublicId(row.getString("public_id")),
                State.valueOf(row.getString("state")),
                new SchoolImport.Source(
                        row.getString("files"),
                        row.getLong("bytes"),
                        row.getObject("as_of", LocalDate.class),
                        row.getString("started_by"),
                        row.getObject("started_by_id", Long.class),
                        Objects.requireNonNullElse(ImportConnection.instant(row, "started_at"), Instant.EPOCH),
                        row.getString("absent"),
                        row.getObject("follows", Long.class)),
                new SchoolImport.Progress(
                        row.getString("step"),
                        row.getInt("done"),
                        row.getInt("total"),
                        row.getInt("seconds"),
                        row.getString("problem")),
                new SchoolImport.Counts(
                        row.getInt("row_count"),
                        new SchoolComparison.Counts(
                                row.getInt("new_count"),
                                row.getInt("changed"),
                                row.getInt("closed"),
                                row.getInt("reopened")),
                        row.getInt("succeeded"),
                        row.getInt("refused"),
                        row.getInt("links")),
                new SchoolImport.ImportDecision(
                        row.getString("decided_by"),
                        ImportConnection.instant(row, "decided_at"),
                        row.getString("undone_by"),
                        ImportConnection.instant(row, "undone_at")));
    }

    private static String shortened(String words, int atMost) {
        return words.length() <= atMost ? words : words.substring(0, atMost - 1) + "…";
    }
}
