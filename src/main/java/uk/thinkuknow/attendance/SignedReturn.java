package uk.thinkuknow.attendance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.shared.PublicId;

/** The register signed by the person who delivered; for ten minutes she can take her signature back. */
@Entity
@Table(name = "signed_return")
class SignedReturn {
    static final Duration TAKEN_BACK_WITHIN = Duration.ofMinutes(10);
    static final int RULES = 1;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "session_id")
    private long sessionId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private State state;

    @Column(name = "signed_by")
    private String signedBy;

    private String signer;

    @Column(name = "signed_at")
    private Instant signedAt;

    private int rules;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    SignedReturn() {}

    /** @param signer the account that signed, which alone may take it back; {@code signedBy} is its name */
    SignedReturn(PublicId publicId, long sessionId, State state, String signedBy, String signer, Instant at) {
        this.publicId = publicId.value();
        this.sessionId = sessionId;
        this.state = state;
        this.signedBy = signedBy;
        this.signer = signer;
        this.signedAt = at;
        this.rules = RULES;
    }

    /** @throws SignatureStands if somebody else signed, or ten minutes have passed */
    void requireTakenBackBy(String username, Instant now) {
        if (!signer.equals(username)) {
            throw SignatureStands.of(signedBy);
        }
        if (!isOpenToTakingBack(now)) {
            throw SignatureStands.after(TAKEN_BACK_WITHIN);
        }
    }

    boolean canBeTakenBackBy(String username, Instant now) {
        return signer.equals(username) && isOpenToTakingBack(now);
    }

    Instant canBeTakenBackUntil() {
        return signedAt.plus(TAKEN_BACK_WITHIN);
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    long sessionId() {
        return sessionId;
    }

    boolean nobodyCame() {
        return state == State.NOBODY;
    }

    String signedBy() {
        return signedBy;
    }

    Instant signedAt() {
        return signedAt;
    }

    int rules() {
        return rules;
    }

    private boolean isOpenToTakingBack(Instant now) {
        return !now.isAfter(canBeTakenBackUntil());
    }

    enum State {
        COUNTED,
        /** The session took place and nobody came: a return of its own, without lines. */
        NOBODY
    }
}
