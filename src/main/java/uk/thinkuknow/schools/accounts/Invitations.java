package uk.thinkuknow.schools.accounts;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.schools.imports.ImportUndoCheck;

/** Repository of invitations to schools and to the programme. */
@Singleton
class Invitations implements PanacheRepository<Invitation>, ImportUndoCheck {
    /** The value for the programme in query parameters. */
    private static final long PROGRAMME = 0;

    private static final String OF = "from SchoolInvitation where (schoolId = ?1 or (?1 = 0L and schoolId is null))";

    @Override
    public AddedRows since(long importId, Instant appliedAt) {
        return new AddedRows(
                Words.of("accounts.invitation"),
                Words.of("accounts.invitations"),
                getSession()
                        .createNativeQuery(
                                "select count(*) from invitation b where b.invited_at > ?2 and b.school_id in "
                                        + SCHOOLS,
                                Long.class)
                        .setParameter(1, importId)
                        .setParameter(2, appliedAt)
                        .getSingleResult());
    }

    Optional<Invitation> by(byte[] keyHash) {
        return find("keyHash", keyHash).firstResultOptional();
    }

    /**
     * Locks an invitation until the transaction ends, so that it is used once. Call it before the first read of the
     * transaction.
     */
    Optional<Invitation> locked(byte[] keyHash) {
        return find("keyHash", keyHash).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** An invitation of a school, or of the programme if {@code schoolId} is null. */
    Optional<Invitation> of(@Nullable Long schoolId, PublicId id) {
        return find(OF + " and publicId = ?2", idOrProgramme(schoolId), id.value())
                .firstResultOptional();
    }

    /**
     * Invitations neither used nor withdrawn, latest first: open ones, and those that expired after the given moment.
     */
    List<Invitation> unusedOf(@Nullable Long schoolId, Instant expiredAfter) {
        return list(
                OF + " and usedAt is null and withdrawnAt is null and (expiresAt > ?2) order by id desc",
                idOrProgramme(schoolId),
                expiredAfter);
    }

    Optional<Invitation> openTo(@Nullable Long schoolId, String email, Instant now) {
        return find(
                        OF
                                + " and email = ?2 and usedAt is null and withdrawnAt is null and expiresAt > ?3 order by id",
                        idOrProgramme(schoolId),
                        email,
                        now)
                .firstResultOptional();
    }

    /** The open invitations to an address. */
    List<Invitation> openTo(String email, Instant now) {
        return list("email = ?1 and usedAt is null and withdrawnAt is null and expiresAt > ?2 order by id", email, now);
    }

    /** The open invitations to schools. */
    List<Invitation> openToSchools(Instant now) {
        return list(
                "from SchoolInvitation where schoolId is not null and usedAt is null and withdrawnAt is null and (expiresAt > ?1)",
                now);
    }

    /** The open invitations that somebody sent: to one school, or all if {@code schoolId} is null. */
    List<Invitation> openFrom(long inviter, @Nullable Long schoolId, Instant now) {
        return list(
                "from SchoolInvitation where inviter = ?1 and (?2 = 0L or schoolId = ?2) and usedAt is null and withdrawnAt is null and expiresAt > ?3",
                inviter,
                schoolId == null ? 0 : schoolId,
                now);
    }

    /** The first invitation that an account accepted. For an account made by an invitation, it is that one. */
    Optional<Invitation> thatMade(long staffId) {
        return find("usedBy = ?1 order by usedAt", staffId).firstResultOptional();
    }

    long countSince(@Nullable Long schoolId, Instant since) {
        return count(OF + " and invitedAt > ?2", idOrProgramme(schoolId), since);
    }

    private static long idOrProgramme(@Nullable Long schoolId) {
        return schoolId == null ? PROGRAMME : schoolId;
    }
}
