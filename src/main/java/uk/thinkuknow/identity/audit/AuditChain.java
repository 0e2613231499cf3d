package uk.thinkuknow.identity.audit;

import io.quarkus.logging.Log;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.Sql;

/**
 * Chains the audit: seals what was written since, some seconds after it was committed, so that no act waits for another to be
 * chained. What is changed within these seconds is not found out; what is changed, taken away or put in later is.
 */
@Singleton
class AuditChain {
    static final int AT_ONCE = 1000;

    /**
     * Numbers are given before a transaction is committed, so a smaller one may come after a larger; one that comes after so
     * many more is found by the check as put in.
     */
    private static final int LATE_BY_AT_MOST = 5000;

    private static final int SECONDS_AT_MOST = 300;

    private final DataSource database;
    private final Clock clock;

    AuditChain(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void register(@Observes Jobs jobs) {
        jobs.onOneInstance("audit-seal", "Chains new entries of the audit", Schedule.every("5s", "5s"), this::sealAll);
        jobs.onOneInstance("audit-check", "Checks the chain of the audit", Schedule.daily(4, 30), this::nightly);
    }

    void sealAll() {
        int some = AT_ONCE;
        while (some == AT_ONCE) {
            some = sealedSome();
        }
    }

    /** Every night, and the end of the chain goes into the log: whoever writes all of it anew does not have that. */
    void nightly() {
        var found = check();
        var head = HexFormat.of().formatHex(found.hash());
        if (found.problem() == null) {
            Log.infof("the audit was checked to entry %d, unbroken; its chain ends with %s", found.entry(), head);
        } else {
            Log.errorf("the audit is broken: %s It was whole up to entry %d.", found.problem(), found.entry());
        }
    }

    /** Seals what is not sealed yet, looks through the whole chain, and notes what was found. */
    AuditCheck check() {
        sealAll();
        return RetryOnConflict.call(SECONDS_AT_MOST, () -> {
            try (var connection = database.getConnection()) {
                var found = AuditCheck.of(connection);
                found.note(connection, now());
                return found;
            }
        });
    }

    /** What was found last time; empty before the first. */
    Optional<AuditCheck.Noted> last() {
        return RetryOnConflict.call(() -> {
            try (var connection = database.getConnection()) {
                return AuditCheck.last(connection);
            }
        });
    }

    /** Whoever holds the head seals; another instance that comes meanwhile has nothing to do. */
    private int sealedSome() {
        return RetryOnConflict.call(this::sealSome);
    }

    private int sealSome() {
        return Sql.on(database, connection -> {
            var settledTo = Sql.first(
                    connection,
                    "SELECT settled_to FROM audit_head WHERE id = 1 FOR UPDATE SKIP LOCKED",
                    List.of(),
                    row -> row.getLong(1));
            return settledTo.isPresent() ? seal(connection, settledTo.get()) : 0;
        });
    }

    private int seal(Connection connection, long settledTo) throws SQLException {
        var entries = Sql.list(
                connection,
                AuditSeal.ENTRIES
                        + " LEFT JOIN audit_seal s ON s.entry_id = e.id WHERE e.id > ? AND s.entry_id IS NULL ORDER BY e.id LIMIT "
                        + AT_ONCE,
                List.of(settledTo),
                AuditSeal.Sealable::of);
        var last = AuditSeal.last(connection);
        var seals = new ArrayList<List<Object>>();
        for (var entry : entries) {
            last = last.next(entry, entry.wordsHash(), entry.erasures(connection));
            seals.add(List.of(last.seq(), entry.id(), entry.wordsHash(), last.hash(), now()));
        }
        Sql.batch(
                connection,
                "INSERT INTO audit_seal (seq, entry_id, words_hash, hash, sealed_at) VALUES (?,?,?,?,?)",
                seals);
        if (!entries.isEmpty()) {
            Sql.update(
                    connection,
                    "UPDATE audit_head SET settled_to = GREATEST(settled_to, ?) WHERE id = 1",
                    List.of(entries.getLast().id() - LATE_BY_AT_MOST));
        }
        return entries.size();
    }

    private LocalDateTime now() {
        return Sql.utc(clock.instant());
    }
}
