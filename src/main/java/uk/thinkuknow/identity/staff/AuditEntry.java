package uk.thinkuknow.identity.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One act of a member of staff in the audit. The database lets nobody change or delete it; only the erasure of a member
 * of staff removes their name from it.
 */
@Entity
@Immutable
@Table(name = "audit_entry")
public class AuditEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private Instant at;

    @Column(name = "staff_name")
    private String staffName;

    private @Nullable String username;

    private String act;

    private String subject;

    private String detail;

    private @Nullable String was;

    private @Nullable String became;

    /**
     * Random bytes that are hashed with the words. They are replaced when a name is removed, so that nobody can guess
     * the name from the old hash.
     */
    @JdbcTypeCode(SqlTypes.BINARY)
    private byte @Nullable [] salt;

    @SuppressWarnings("NullAway.Init")
    AuditEntry() {}

    AuditEntry(Instant at, String act, String subject, AuditWords words, byte[] salt) {
        this.at = at;
        this.staffName = words.staffName();
        this.username = words.username();
        this.salt = salt;
        this.act = act;
        this.subject = subject;
        this.detail = words.detail();
        this.was = words.was();
        this.became = words.became();
    }

    PeopleService.RecordedAct noted() {
        var change = was == null || became == null ? "" : was + " → " + became;
        return new PeopleService.RecordedAct(id(), at, staffName, act, detail.isEmpty() ? change : detail);
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    AuditWords words() {
        return new AuditWords(staffName, username, detail, was, became);
    }

    String subject() {
        return subject;
    }

    AuditLine line(String school) {
        return new AuditLine(id(), at, words(), act, subject, school);
    }
}
