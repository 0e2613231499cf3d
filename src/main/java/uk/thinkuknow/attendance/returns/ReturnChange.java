package uk.thinkuknow.attendance.returns;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A request to change a return that counts: to amend or to withdraw it. The return counts unchanged until a second
 * person signs the change.
 */
@Entity
@Table(name = "return_change")
class ReturnChange {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "session_id")
    private long sessionId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Kind kind;

    private String why;

    private long asker;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private State state;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "decided_why")
    private @Nullable String decidedWhy;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    ReturnChange() {}

    ReturnChange(long sessionId, Kind kind, String why, long asker, Instant at) {
        this.sessionId = sessionId;
        this.kind = kind;
        this.why = why;
        this.asker = asker;
        this.askedAt = at;
        this.state = State.WAITING;
    }

    void sign(String by, Instant at) {
        decide(State.SIGNED, by, at, null);
    }

    void refuse(String by, Instant at, String because) {
        decide(State.REFUSED, by, at, because);
    }

    void giveUp(String by, Instant at) {
        decide(State.GIVEN_UP, by, at, null);
    }

    private void decide(State became, String by, Instant at, @Nullable String because) {
        state = became;
        decidedBy = by;
        decidedAt = at;
        decidedWhy = because;
    }

    long sessionId() {
        return sessionId;
    }

    boolean isWithdrawal() {
        return kind == Kind.WITHDRAWAL;
    }

    String why() {
        return why;
    }

    /** Returns the account of the person who asked for the change, who may not sign it as the second. */
    long asker() {
        return asker;
    }

    Instant askedAt() {
        return askedAt;
    }

    /** The kind of change. */
    enum Kind {
        /** The register was signed once more; it stays closed until the change is decided. */
        AMENDMENT,
        WITHDRAWAL
    }

    /** Whether the change waits or how it was decided. */
    enum State {
        WAITING,
        SIGNED,
        REFUSED,
        GIVEN_UP
    }
}
