package uk.thinkuknow.reach.periods;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;

/**
 * A term, year or quarter with frozen figures. One manager signs the figures and a second one approves them; either can
 * refuse them until then.
 */
@Entity
@Table(name = "closed_period")
class ClosedPeriod {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "period_key")
    private String periodKey;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private State state;

    @Column(name = "as_at")
    private Instant asAt;

    private String figures;

    private String hash;

    private String note;

    @Column(name = "signed_by")
    private long signedBy;

    @Column(name = "signed_at")
    private Instant signedAt;

    @Column(name = "decided_by")
    private @Nullable Long decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "decided_why")
    private @Nullable String decidedWhy;

    @SuppressWarnings("NullAway.Init")
    ClosedPeriod() {}

    ClosedPeriod(PublicId publicId, String periodKey, FiguresJson text, String note, PeriodSignature by) {
        this.publicId = publicId.value();
        this.periodKey = periodKey;
        this.state = State.SIGNED;
        this.asAt = text.figures().asAt();
        this.figures = text.json();
        this.hash = text.hash();
        this.note = note;
        this.signedBy = by.staffId();
        this.signedAt = by.at();
    }

    /**
     * Records the decision.
     *
     * @throws Refused if there is a decision already, or if the signer tries to approve
     */
    void decide(State became, PeriodSignature by, String why) {
        if (state != State.SIGNED) {
            throw new Refused("periods.decidedAlready");
        }
        if (became == State.APPROVED && by.staffId() == signedBy) {
            throw new Refused("periods.ownFigures");
        }
        state = became;
        decidedBy = by.staffId();
        decidedAt = by.at();
        decidedWhy = why;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    String publicId() {
        return publicId;
    }

    String periodKey() {
        return periodKey;
    }

    State state() {
        return state;
    }

    Instant asAt() {
        return asAt;
    }

    FiguresJson figures() {
        return new FiguresJson(figures, hash);
    }

    String note() {
        return note;
    }

    long signedBy() {
        return signedBy;
    }

    Instant signedAt() {
        return signedAt;
    }

    @Nullable
    Long decidedBy() {
        return decidedBy;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    @Nullable
    String decidedWhy() {
        return decidedWhy;
    }

    /** The state of a closed period's figures: signed, approved or refused. */
    enum State {
        /** The second manager has not decided yet. */
        SIGNED,
        APPROVED,
        REFUSED
    }
}
