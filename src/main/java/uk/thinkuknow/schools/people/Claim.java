package uk.thinkuknow.schools.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;

/** A claim: a person's request to join a school, open until it is approved, refused or withdrawn. */
@Entity
@Table(name = "school_claim")
class Claim {
    static final int NOTE_AT_MOST = 400;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "staff_id")
    private long staffId;

    @Column(name = "school_id")
    private long schoolId;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "by_domain")
    private boolean byDomain;

    private String note;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init")
    Claim() {}

    /**
     * @param byDomain whether the person has a verified address at the school's own domain
     * @throws Refused if the note is too long
     */
    Claim(long staffId, long schoolId, boolean byDomain, String note, Instant at) {
        if (note.length() > NOTE_AT_MOST) {
            throw new Refused("people.noteTooLong", NOTE_AT_MOST);
        }
        this.publicId = PublicId.draw().value();
        this.staffId = staffId;
        this.schoolId = schoolId;
        this.state = State.OPEN;
        this.byDomain = byDomain;
        this.note = note;
        this.madeAt = at;
    }

    enum State {
        OPEN,
        APPROVED,
        REFUSED,
        WITHDRAWN
    }

    void approve(String by, Instant at) {
        decide(State.APPROVED, by, at);
    }

    void refuse(String by, String why, Instant at) {
        if (why.isBlank() || why.length() > NOTE_AT_MOST) {
            throw new Refused("people.reasonMissing", NOTE_AT_MOST);
        }
        decide(State.REFUSED, by, at);
        reason = why.strip();
    }

    void withdraw(String by, Instant at) {
        decide(State.WITHDRAWN, by, at);
    }

    private void decide(State decision, String by, Instant at) {
        if (state != State.OPEN) {
            throw switch (state) {
                case APPROVED -> new Refused("people.approvedAlready", String.valueOf(decidedBy));
                case REFUSED -> new Refused("people.refusedAlready", String.valueOf(decidedBy));
                case WITHDRAWN, OPEN -> new Refused("people.takenBackAlready");
            };
        }
        state = decision;
        decidedBy = by;
        decidedAt = at;
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    long staffId() {
        return staffId;
    }

    long schoolId() {
        return schoolId;
    }

    State state() {
        return state;
    }

    boolean byDomain() {
        return byDomain;
    }

    String note() {
        return note;
    }

    Instant madeAt() {
        return madeAt;
    }

    @Nullable
    String decidedBy() {
        return decidedBy;
    }

    @Nullable
    String reason() {
        return reason;
    }
}
