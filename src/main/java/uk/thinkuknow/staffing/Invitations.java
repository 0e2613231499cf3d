package uk.thinkuknow.staffing;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.shared.PublicId;

@Singleton
class Invitations implements PanacheRepository<Invitation> {
    Optional<Invitation> by(byte[] keyHash) {
        return find("keyHash", keyHash).firstResultOptional();
    }

    /** Locked until the transaction ends, so that it is used once; to be asked before anything else is read. */
    Optional<Invitation> locked(byte[] keyHash) {
        return find("keyHash", keyHash).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    Optional<Invitation> of(long schoolId, PublicId id) {
        return find("schoolId = ?1 and publicId = ?2", schoolId, id.value()).firstResultOptional();
    }

    /** Those of a school that nobody has used or withdrawn, the latest first; they may have run out since a day. */
    List<Invitation> unusedAt(long schoolId, Instant expiredAfter) {
        return list(
                "schoolId = ?1 and usedAt is null and withdrawnAt is null and expiresAt > ?2 order by id desc",
                schoolId,
                expiredAfter);
    }

    Optional<Invitation> openTo(long schoolId, String email, Instant now) {
        return find(
                        "schoolId = ?1 and email = ?2 and usedAt is null and withdrawnAt is null and expiresAt > ?3",
                        schoolId,
                        email,
                        now)
                .firstResultOptional();
    }

    /** The invitation by which an account was made. */
    Optional<Invitation> thatMade(long staffId) {
        return find("usedBy = ?1 order by usedAt", staffId).firstResultOptional();
    }

    long countSince(long schoolId, Instant since) {
        return count("schoolId = ?1 and invitedAt > ?2", schoolId, since);
    }
}
