package uk.thinkuknow.schools.registers;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.schools.registers.Fact.Kept;
import uk.thinkuknow.schools.registers.Import.State;

/** Puts the register back to where it was before an import, as long as nothing was built on it. */
@Singleton
class Undoing {
    static final Duration MAY_BE_UNDONE_FOR = Duration.ofDays(14);

    private final DataSource database;
    private final Imports imports;
    private final Clock clock;

    Undoing(DataSource database, Imports imports, Clock clock) {
        this.database = database;
        this.imports = imports;
        this.clock = clock;
    }

    /** Until when an import may be undone; null for one that was not taken in. */
    @Nullable
    Instant until(Import shown) {
        var at = shown.fate().decidedAt();
        return shown.state() != State.APPLIED || at == null ? null : at.plus(MAY_BE_UNDONE_FOR);
    }

    /** Why it cannot be undone any more, in words; null if it can. */
    @Nullable
    String builtOn(Import shown) {
        var until = until(shown);
        if (until == null) {
            return "It is not in force.";
        }
        if (until.isBefore(clock.instant())) {
            return "It was taken in more than 14 days ago.";
        }
        if (imports.lastApplied().filter(last -> last.id() == shown.id()).isEmpty()) {
            return "Another file has been taken in since: undo that one first.";
        }
        try (var sql = new OneConnection(database)) {
            for (var built : Built.values()) {
                int count = sql.number(
                        built.question, shown.id(), shown.id(), shown.fate().decidedAt());
                if (count > 0) {
                    return "%s been added since at schools that this import brought or that took over another's classes."
                            .formatted(InWords.counted(count, built.one + " has", built.many + " have"));
                }
            }
        }
        return null;
    }

    /** What may have been built on a school, and the question that counts it: since when, at the schools of the import. */
    private enum Built {
        CLASSES(
                "class",
                "classes",
                "class_group",
                "b.school_id in (select school_id from school_import_row where import_id = ? and act = 'NEW') and not exists (select 1 from class_move m where m.class_id = b.id) and ? is not null and ? is not null"),
        STAFF(
                "member of staff",
                "members of staff",
                "staff_school",
                "%s and b.valid_from >= date(?) and not exists (select 1 from school_succession x where x.kind = 'staff_school begun' and x.item_id = b.id)"),
        CLAIMS("claim", "claims", "school_claim", "%s and b.made_at > ?"),
        INVITATIONS("invitation", "invitations", "invitation", "%s and b.invited_at > ?"),
        BOOKINGS("booking", "bookings", "booking", "%s and b.requested_at > ?"),
        SESSIONS("session", "sessions", "session", "%s and b.started_at > ?");

        private final String one;
        private final String many;
        private final String question;

        Built(String one, String many, String table, String which) {
            this.one = one;
            this.many = many;
            this.question = "select count(*) from " + table + " b where " + which.formatted("""
                    b.school_id in (select school_id from school_import_row where import_id = ? and act = 'NEW'
                      union select to_school from class_move where begun_by = ?)""");
        }
    }

    /** To be called inside a transaction. */
    void undo(OneConnection sql, Import shown) {
        var id = shown.id();
        sql.run(
                "update school s join school_import_before b on b.school_id = s.id set %s, s.version = s.version + 1 where b.import_id = ?"
                        .formatted(Fact.in(Kept.SCHOOL)
                                .map(fact -> "s.%1$s = b.%1$s".formatted(fact.column()))
                                .collect(Collectors.joining(", "))),
                id);
        sql.run("delete from school_link where begun_by = ?", id);
        for (var kept : new Kept[] {Kept.AREA, Kept.IDENTIFIER, Kept.FACT}) {
            var table = Comparing.tableOf(kept);
            sql.run("delete from " + table + " where begun_by = ?", id);
            sql.run("update " + table + " set valid_to = null, ended_by = null where ended_by = ?", id);
        }
        sql.run("delete from school_import_before where import_id = ?", id);
        sql.run(
                "delete s from school s join school_import_row r on r.school_id = s.id where r.import_id = ? and r.act = 'NEW'",
                id);
        TakingIn.noteChange(sql);
    }
}
