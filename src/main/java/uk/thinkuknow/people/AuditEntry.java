package uk.thinkuknow.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An act of a member of staff, kept for good: written once, never changed. */
@Entity
@Table(name = "audit_entry")
class AuditEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private Instant at;

    @Column(name = "staff_name")
    private String staffName;

    private String act;

    @SuppressWarnings("UnusedVariable") // read by queries only
    private String subject;

    private String detail;

    @SuppressWarnings("NullAway.Init")
    AuditEntry() {}

    AuditEntry(Instant at, String staffName, String act, String subject, String detail) {
        this.at = at;
        this.staffName = staffName;
        this.act = act;
        this.subject = subject;
        this.detail = detail;
    }

    Instant at() {
        return at;
    }

    String staffName() {
        return staffName;
    }

    String act() {
        return act;
    }

    String detail() {
        return detail;
    }
}
