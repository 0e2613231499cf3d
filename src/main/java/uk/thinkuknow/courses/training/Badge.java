package uk.thinkuknow.courses.training;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;

/** A certificate that a person attended a training event; valid for two years unless revoked. */
@Entity
@Table(name = "training_badge")
class Badge {
    static final int YEARS = 2;

    /** The states of a certificate. */
    enum State {
        VALID,
        EXPIRED,
        REVOKED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "place_id")
    private long placeId;

    private String salt;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable RevocationReason reason;

    @SuppressWarnings("NullAway.Init")
    Badge() {}

    /** @param salt salt of the hash that hides the holder's email address in the credential */
    Badge(PublicId publicId, long placeId, String salt, Instant issuedAt) {
        this.publicId = publicId.value();
        this.placeId = placeId;
        this.salt = salt;
        // a token has whole seconds, and both must state the same time
        this.issuedAt = issuedAt.truncatedTo(ChronoUnit.SECONDS);
        this.expiresAt = London.at(London.dateOf(issuedAt).plusYears(YEARS).atStartOfDay());
    }

    /**
     * Revokes the certificate for good.
     *
     * @throws Refused if it is revoked already
     */
    void revoke(RevocationReason why, Instant at) {
        if (revokedAt != null) {
            throw new Refused("training.revokedAlready");
        }
        revokedAt = at;
        reason = why;
    }

    State stateAt(Instant now) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return now.isBefore(expiresAt) ? State.VALID : State.EXPIRED;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    long placeId() {
        return placeId;
    }

    String salt() {
        return salt;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    Instant revokedAt() {
        return revokedAt;
    }

    @Nullable
    RevocationReason reason() {
        return reason;
    }

    /** Why a certificate was revoked; everyone may read it. */
    enum RevocationReason {
        IN_ERROR,
        REPLACED,
        WITHDRAWN,
        HOLDER_ASKED;

        public String words() {
            return Words.of(this);
        }

        /** The reason for programs: "issued-in-error". */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
