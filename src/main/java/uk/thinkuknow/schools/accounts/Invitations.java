package uk.thinkuknow.schools.accounts;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.schools.registers.BuiltOnSchools;

@Singleton
class Invitations implements PanacheRepository<Invitation>, BuiltOnSchools {
    /** Stands for the programme in questions. */
    private static final long PROGRAMME = 0;

    private static final String OF = "(schoolId = ?1 or (?1 = 0L and schoolId is null))";

    @Override
    public Built since(long importId, Instant takenIn) {
        return new Built(
                "invitation",
                "invitations",
                getSession()
                        .createNativeQuery(
                                "select count(*) from invitation b where b.invited_at > ?2 and b.school_id in "
                                        + SCHOOLS,
                                Long.class)
                        .setParameter(1, importId)
                        .setParameter(2, takenIn)
                        .getSingleResult());
    }

    Optional<Invitation> by(byte[] keyHash) {
        return find("keyHash", keyHash).firstResultOptional();
    }

    /** Locked until the transaction ends, so that it is used once; to be asked before anything else is read. */
    Optional<Invitation> locked(byte[] keyHash) {
        return find("keyHash", keyHash).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** An invitation of a school, or of the programme where that is null. */
    Optional<Invitation> of(@Nullable Long schoolId, PublicId id) {
        return find(OF + " and publicId = ?2", whither(schoolId), id.value()).firstResultOptional();
    }

    /** Those that nobody has used or withdrawn, the latest first; they may have run out since a day. */
    List<Invitation> unusedOf(@Nullable Long schoolId, Instant expiredAfter) {
        return list(
                OF + " and usedAt is null and withdrawnAt is null and expiresAt > ?2 order by id desc",
                whither(schoolId),
                expiredAfter);
    }

    Optional<Invitation> openTo(@Nullable Long schoolId, String email, Instant now) {
        return find(
                        OF + " and email = ?2 and usedAt is null and withdrawnAt is null and expiresAt > ?3",
                        whither(schoolId),
                        email,
                        now)
                .firstResultOptional();
    }

    /** Those that were sent to an address and can still be used. */
    List<Invitation> openTo(String email, Instant now) {
        return list("email = ?1 and usedAt is null and withdrawnAt is null and expiresAt > ?2 order by id", email, now);
    }

    /** The invitation by which an account was made. */
    Optional<Invitation> thatMade(long staffId) {
        return find("usedBy = ?1 order by usedAt", staffId).firstResultOptional();
    }

    long countSince(@Nullable Long schoolId, Instant since) {
        return count(OF + " and invitedAt > ?2", whither(schoolId), since);
    }

    private static long whither(@Nullable Long schoolId) {
        return schoolId == null ? PROGRAMME : schoolId;
    }
}
