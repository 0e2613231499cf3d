package uk.thinkuknow.identity.audit;

import io.quarkus.logging.Log;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.AuditHash;

/**
 * Checks that no audit entry was changed, deleted or inserted: recomputes the whole chain of hashes, every night and on
 * request.
 */
@Singleton
class AuditCheck {
    private static final int AT_ONCE = 2000;
    private static final int SECONDS_AT_MOST = 300;

    private final AuditChain chain;
    private final DataSource database;
    private final Clock clock;

    AuditCheck(AuditChain chain, DataSource database, Clock clock) {
        this.chain = chain;
        this.database = database;
        this.clock = clock;
    }

    void register(@Observes Jobs jobs) {
        jobs.onOneInstance("audit-check", Words.of("audit.checkJob"), Schedule.daily(4, 30), this::nightly);
    }

    /** Checks the chain and logs its last hash. Somebody who rewrites the whole chain cannot rewrite that log. */
    void nightly() {
        var found = check();
        var head = HexFormat.of().formatHex(found.hash());
        if (found.problem() == null) {
            Log.infof("the audit was checked to entry %d, unbroken; its chain ends with %s", found.entry(), head);
        } else {
            Log.errorf("the audit is broken: %s It was whole up to entry %d.", found.problem(), found.entry());
        }
    }

    /** Seals the remaining entries, checks the whole chain and stores the result. */
    CheckResult check() {
        chain.sealAll();
        return RetryOnConflict.call(SECONDS_AT_MOST, () -> {
            try (var connection = database.getConnection()) {
                var found = CheckResult.of(connection);
                found.note(connection, Sql.utc(clock.instant()));
                return found;
            }
        });
    }

    /** The result of the last check; empty before the first. */
    Optional<StoredResult> last() {
        return RetryOnConflict.call(() -> Sql.first(
                database,
                "SELECT checked_at, checked_to, checked_hash, problem FROM audit_head WHERE id = 1 AND checked_at IS NOT NULL",
                List.of(),
                row -> new StoredResult(
                        row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getLong(2),
                        row.getBytes(3) == null ? AuditHash.BEGINNING : row.getBytes(3),
                        row.getString(4))));
    }

    /** The two hashes stored when an entry was sealed. */
    private record Sealed(byte[] words, byte[] hash) {}

    /** The stored result of the last check. */
    record StoredResult(
            Instant at, long entry, byte[] hash, @Nullable String problem) {}

    /**
     * The result of checking the chain.
     *
     * @param entry the last entry that matches its seal
     * @param problem the fault of the next entry; null if there is none
     */
    record CheckResult(
            long seq, long entry, byte[] hash, @Nullable String problem) {
        static CheckResult of(Connection connection) throws SQLException {
            var so = new CheckResult(0, 0, AuditHash.BEGINNING, null);
            var next = so.walk(connection);
            while (next.seq > so.seq && next.problem == null) {
                so = next;
                next = so.walk(connection);
            }
            return next.problem == null ? so.orElse(so.atItsEnd(connection)) : next;
        }

        private CheckResult walk(Connection connection) throws SQLException {
            var so = this;
            try (var select = connection.prepareStatement("""
                    SELECT s.seq, s.entry_id, s.words_hash AS sealed_words, s.hash AS sealed_hash, x.* FROM audit_seal s
                    LEFT JOIN (%s) x ON x.id = s.entry_id WHERE s.seq > ? ORDER BY s.seq LIMIT %d""".formatted(AuditChain.ENTRIES, AT_ONCE))) {
                select.setLong(1, seq);
                try (var rows = select.executeQuery()) {
                    while (rows.next() && so.problem == null) {
                        long number = rows.getLong("entry_id");
                        if (rows.getLong("seq") != so.seq + 1) {
                            so = so.orElse(Words.of("audit.sealGone", String.valueOf(number)));
                        } else if (rows.getObject("id") == null) {
                            so = so.orElse(Words.of("audit.entryGone", String.valueOf(number)));
                        } else {
                            var sealed = new Sealed(rows.getBytes("sealed_words"), rows.getBytes("sealed_hash"));
                            so = so.over(connection, AuditChain.Sealable.of(rows), sealed);
                        }
                    }
                }
            }
            return so;
        }

        private CheckResult over(Connection connection, AuditChain.Sealable entry, Sealed sealed) throws SQLException {
            var words = entry.erased().in() > 0 ? erasedWords(connection, entry) : sealed.words();
            if (!Arrays.equals(words, entry.wordsHash())) {
                return orElse(Words.of("audit.entryChanged", String.valueOf(entry.id())));
            }
            var next = new AuditChain.Link(seq, hash).next(entry, sealed.words(), entry.erasures(connection));
            return Arrays.equals(next.hash(), sealed.hash())
                    ? new CheckResult(next.seq(), entry.id(), next.hash(), null)
                    : orElse(Words.of("audit.entryNotSealed", String.valueOf(entry.id())));
        }

        /** The hash of the words after an erasure, as the later entry records it. */
        private static byte[] erasedWords(Connection connection, AuditChain.Sealable entry) throws SQLException {
            return Sql.first(
                            connection,
                            "SELECT words_hash FROM audit_erasure WHERE entry_id = ? AND in_entry = ?",
                            List.of(entry.id(), entry.erased().in()),
                            row -> row.getBytes(1))
                    .orElseGet(() -> new byte[0]);
        }

        /**
         * Checks that every old enough entry is sealed and that the chain still contains the link at which the last
         * check ended.
         */
        private @Nullable String atItsEnd(Connection connection) throws SQLException {
            long late =
                    Sql.first(connection, """
                            SELECT MIN(e.id) FROM audit_entry_v e LEFT JOIN audit_seal s ON s.entry_id = e.id
                            WHERE s.entry_id IS NULL AND e.id <= (SELECT settled_to FROM audit_head WHERE id = 1)""", List.of(), row -> row.getLong(1)).orElse(0L);
            if (late > 0) {
                return Words.of("audit.entryLate", String.valueOf(late));
            }
            boolean asChecked = Sql.first(
                            connection, """
                            SELECT h.checked_hash, s.hash FROM audit_head h
                            LEFT JOIN audit_seal s ON s.seq = h.checked_seq WHERE h.id = 1 AND h.checked_seq > 0""", List.of(), row -> Arrays.equals(row.getBytes(1), row.getBytes(2)))
                    .orElse(true);
            return asChecked ? null : Words.of("audit.otherChain");
        }

        private CheckResult orElse(@Nullable String why) {
            return new CheckResult(seq, entry, hash, why);
        }

        /** Stores the result. After a failure, the end of the last unbroken chain is kept. */
        private void note(Connection connection, LocalDateTime at) throws SQLException {
            Sql.update(connection, """
                    UPDATE audit_head SET checked_at = ?, problem = ?, checked_seq = IF(? IS NULL, ?, checked_seq),
                      checked_to = IF(? IS NULL, ?, checked_to), checked_hash = IF(? IS NULL, ?, checked_hash) WHERE id = 1""", Arrays.asList(at, problem, problem, seq, problem, entry, problem, hash));
        }
    }
}
