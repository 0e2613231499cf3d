package uk.thinkuknow.identity.audit;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import uk.thinkuknow.common.InTheWay;

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

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sealAll() {
        int some = AT_ONCE;
        while (some == AT_ONCE) {
            some = sealedSome();
        }
    }

    /** Every night, and the end of the chain goes into the log: whoever writes all of it anew does not have that. */
    @Scheduled(
            cron = "0 30 4 * * ?",
            timeZone = "Europe/London",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
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
        return QuarkusTransaction.requiringNew().timeout(SECONDS_AT_MOST).call(() -> {
            try (var connection = database.getConnection()) {
                var found = AuditCheck.of(connection);
                found.note(connection, now());
                return found;
            }
        });
    }

    /** What was found last time; empty before the first. */
    Optional<AuditCheck.Noted> last() {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection()) {
                return AuditCheck.last(connection);
            }
        });
    }

    /** Whoever holds the head seals; another instance that comes meanwhile has nothing to do. */
    private int sealedSome() {
        try {
            return QuarkusTransaction.requiringNew().call(this::sealSome);
        } catch (RuntimeException e) {
            if (InTheWay.is(e)) {
                return 0;
            }
            throw e;
        }
    }

    private int sealSome() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT settled_to FROM audit_head WHERE id = 1 FOR UPDATE SKIP LOCKED");
                var head = select.executeQuery()) {
            return head.next() ? seal(connection, head.getLong(1)) : 0;
        }
    }

    private int seal(Connection connection, long settledTo) throws SQLException {
        var last = AuditSeal.last(connection);
        int sealed = 0;
        long highest = 0;
        try (var select = connection.prepareStatement(AuditSeal.ENTRIES
                        + " LEFT JOIN audit_seal s ON s.entry_id = e.id WHERE e.id > ? AND s.entry_id IS NULL ORDER BY e.id LIMIT "
                        + AT_ONCE);
                var insert = connection.prepareStatement(
                        "INSERT INTO audit_seal (seq, entry_id, words_hash, hash, sealed_at) VALUES (?,?,?,?,?)")) {
            select.setLong(1, settledTo);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var entry = AuditSeal.Sealable.of(rows);
                    last = last.next(entry, entry.wordsHash(), entry.erasures(connection));
                    insert.setLong(1, last.seq());
                    insert.setLong(2, entry.id());
                    insert.setBytes(3, entry.wordsHash());
                    insert.setBytes(4, last.hash());
                    insert.setObject(5, now());
                    insert.addBatch();
                    highest = entry.id();
                    sealed++;
                }
            }
            if (sealed > 0) {
                insert.executeBatch();
                settle(connection, highest - LATE_BY_AT_MOST);
            }
        }
        return sealed;
    }

    private static void settle(Connection connection, long upTo) throws SQLException {
        try (var update = connection.prepareStatement(
                "UPDATE audit_head SET settled_to = GREATEST(settled_to, ?) WHERE id = 1")) {
            update.setLong(1, upTo);
            update.executeUpdate();
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
