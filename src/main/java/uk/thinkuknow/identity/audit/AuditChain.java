package uk.thinkuknow.identity.audit;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.AuditHash;
import uk.thinkuknow.identity.staff.AuditWords;

/**
 * Seals audit entries into a chain of hashes, a few seconds after they are committed, so that no transaction waits for
 * another to be chained. Changes within these seconds go undetected; later changes, deletions and insertions are found
 * by {@link AuditCheck}.
 */
@Singleton
class AuditChain {
    static final int AT_ONCE = 1000;

    /**
     * Ids are assigned before the commit, so an entry may appear after one with a larger id. An entry that appears
     * after this many others is reported as inserted.
     */
    private static final int LATE_BY_AT_MOST = 5000;

    /** Formats times in the database, so that no client's rounding gets into the hash. */
    static final String ENTRIES = """
            SELECT e.id, DATE_FORMAT(e.at, '%Y-%m-%d %H:%i:%s.%f') AS at_words, e.act, e.subject, e.salt, e.erased_in,
              e.staff_name, e.username, e.detail, e.was, e.became,
              EXISTS (SELECT 1 FROM audit_erasure r WHERE r.in_entry = e.id) AS erases
            FROM audit_entry_v e""";

    private final DataSource database;
    private final Clock clock;

    AuditChain(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void register(@Observes Jobs jobs) {
        jobs.onOneInstance("audit-seal", Words.of("audit.chainJob"), Schedule.every("5s", "5s"), this::sealAll);
    }

    void sealAll() {
        int some = AT_ONCE;
        while (some == AT_ONCE) {
            some = RetryOnConflict.call(this::sealSome);
        }
    }

    /** Seals one batch under the lock of the head row; another instance that finds it locked does nothing. */
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
                ENTRIES
                        + " LEFT JOIN audit_seal s ON s.entry_id = e.id WHERE e.id > ? AND s.entry_id IS NULL ORDER BY e.id LIMIT "
                        + AT_ONCE,
                List.of(settledTo),
                Sealable::of);
        var last = Link.last(connection);
        var seals = new ArrayList<List<Object>>();
        for (var entry : entries) {
            last = last.next(entry, entry.wordsHash(), entry.erasures(connection));
            seals.add(List.of(last.seq(), entry.id(), entry.wordsHash(), last.hash(), Sql.utc(clock.instant())));
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

    /** One link of the chain: its sequence number, and the hash of its entry and the link before. */
    record Link(long seq, byte[] hash) {
        static final Link BEGINNING = new Link(0, AuditHash.BEGINNING);

        /** The last link; for an empty chain, a start that is the same in every installation. */
        static Link last(Connection connection) throws SQLException {
            return Sql.first(
                            connection,
                            "SELECT seq, hash FROM audit_seal ORDER BY seq DESC LIMIT 1",
                            List.of(),
                            row -> new Link(row.getLong(1), row.getBytes(2)))
                    .orElse(BEGINNING);
        }

        /** The next link. Its hash also covers what the entry erased in other entries. */
        Link next(Sealable entry, byte[] wordsHash, byte[] erasures) {
            return new Link(
                    seq + 1,
                    new AuditHash()
                            .add(hash)
                            .add(entry.id())
                            .add(entry.at())
                            .add(entry.act())
                            .add(entry.subject())
                            .add(wordsHash)
                            .add(erasures)
                            .done());
        }
    }

    /** An audit entry as it is hashed. */
    record Sealable(long id, String at, String act, String subject, Erased erased, AuditWords words) {
        static Sealable of(ResultSet row) throws SQLException {
            return new Sealable(
                    row.getLong("id"),
                    row.getString("at_words"),
                    row.getString("act"),
                    row.getString("subject"),
                    new Erased(row.getBytes("salt"), row.getLong("erased_in"), row.getBoolean("erases")),
                    new AuditWords(
                            row.getString("staff_name"),
                            row.getString("username"),
                            row.getString("detail"),
                            row.getString("was"),
                            row.getString("became")));
        }

        byte[] wordsHash() {
            return AuditHash.ofWords(erased.salt(), words);
        }

        /** The hash of the erasures in other entries that this entry records. */
        byte[] erasures(Connection connection) throws SQLException {
            var hash = new AuditHash();
            if (erased.erases()) {
                Sql.each(
                        connection,
                        "SELECT entry_id, words_hash FROM audit_erasure WHERE in_entry = ? ORDER BY entry_id",
                        List.of(id),
                        row -> hash.add(row.getLong(1)).add(row.getBytes(2)));
            }
            return hash.done();
        }
    }

    /**
     * How an entry takes part in the erasure of names.
     *
     * @param in the later entry that records the erasure in this one; 0 for none
     * @param erases true if this entry records erasures in others
     */
    record Erased(byte @Nullable [] salt, long in, boolean erases) {}
}
