package uk.thinkuknow.identity.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.identity.staff.AuditHash;
import uk.thinkuknow.identity.staff.AuditWords;

/** A link of the chain over the audit: its place in it, and the hash over the entry and the link before. */
record AuditSeal(long seq, byte[] hash) {
    /** Times as the database writes them, so that no reader's rounding is in the hash. */
    static final String ENTRIES = """
            SELECT e.id, DATE_FORMAT(e.at, '%Y-%m-%d %H:%i:%s.%f') AS at_words, e.act, e.subject, e.salt, e.erased_in,
              e.staff_name, e.username, e.detail, e.was, e.became,
              EXISTS (SELECT 1 FROM audit_erasure r WHERE r.in_entry = e.id) AS erases
            FROM audit_entry_v e""";

    /** An entry as it goes into the chain. */
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

        /** The hash over what this entry says was erased in others. */
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
     * What has to do with names that were taken out.
     *
     * @param in the later entry that says that it was done in this one; 0 for none
     * @param erases whether this entry says so of others
     */
    record Erased(byte @Nullable [] salt, long in, boolean erases) {}

    /** The last link there is; before the first a beginning that is the same everywhere. */
    static AuditSeal last(Connection connection) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT seq, hash FROM audit_seal ORDER BY seq DESC LIMIT 1",
                        List.of(),
                        row -> new AuditSeal(row.getLong(1), row.getBytes(2)))
                .orElse(beginning());
    }

    static AuditSeal beginning() {
        return new AuditSeal(0, AuditHash.BEGINNING);
    }

    /** The link after this one; what the entry erased elsewhere is in it too. */
    AuditSeal next(Sealable entry, byte[] wordsHash, byte[] erasures) {
        return new AuditSeal(
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
