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

/** An act of a member of staff, kept for good: written once, never changed; the database refuses it as well. */
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

    /** Keeps the hash of the words from being guessed once a name was taken out of them. */
    @JdbcTypeCode(SqlTypes.BINARY)
    private byte @Nullable [] salt;

    @SuppressWarnings("NullAway.Init")
    AuditEntry() {}

    AuditEntry(By by, byte[] salt, String act, String subject, String detail, AuditTrail.@Nullable Change change) {
        this.at = by.at();
        this.staffName = by.staffName();
        this.username = by.username();
        this.salt = salt;
        this.act = act;
        this.subject = subject;
        this.detail = detail;
        this.was = change == null ? null : change.was();
        this.became = change == null ? null : change.became();
    }

    /** When, and who: the name as it is shown, and the user name where somebody is signed in. */
    record By(Instant at, String staffName, @Nullable String username) {}

    PeopleService.Noted noted() {
        var change = was == null || became == null ? "" : was + " → " + became;
        return new PeopleService.Noted(
                Objects.requireNonNull(id), at, staffName, act, detail.isEmpty() ? change : detail);
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    AuditWords words() {
        return new AuditWords(staffName, username, detail, was, became);
    }

    public String subject() {
        return subject;
    }

    public AuditLine line(String school) {
        return new AuditLine(
                Objects.requireNonNull(id),
                at,
                new AuditLine.Who(staffName, username == null ? "" : username),
                act,
                subject,
                school,
                detail,
                was == null || became == null ? null : new AuditTrail.Change(was, became));
    }
}
