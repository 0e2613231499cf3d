package uk.thinkuknow.schools.people;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.schools.imports.ImportUndoCheck;

/** Repository of claims to work at a school. */
@Singleton
class Claims implements PanacheRepository<Claim>, ImportUndoCheck {
    @Override
    public AddedRows since(long importId, Instant appliedAt) {
        return new AddedRows(
                Words.of("people.claim"),
                Words.of("people.claims"),
                getSession()
                        .createNativeQuery(
                                "select count(*) from school_claim b where b.made_at > ?2 and b.school_id in "
                                        + SCHOOLS,
                                Long.class)
                        .setParameter(1, importId)
                        .setParameter(2, appliedAt)
                        .getSingleResult());
    }

    /**
     * Locks a claim until the transaction ends, so that it is decided once. Call it before the first read of the
     * transaction.
     */
    Optional<Claim> locked(PublicId id) {
        return find("publicId", id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<Claim> openOf(long staffId) {
        return find("staffId = ?1 and state = ?2", staffId, Claim.State.OPEN).firstResultOptional();
    }

    /** How many claims a person has made at a school since then, also those they took back. */
    long countOf(long staffId, long schoolId, Instant since) {
        return count("staffId = ?1 and schoolId = ?2 and madeAt > ?3", staffId, schoolId, since);
    }

    Optional<Claim> lastOf(long staffId) {
        return find("staffId = ?1 order by id desc", staffId).firstResultOptional();
    }

    /** The open claims at a school, oldest first. */
    List<Claim> openAt(long schoolId) {
        return list("schoolId = ?1 and state = ?2 order by id", schoolId, Claim.State.OPEN);
    }

    /** The open claims at schools of an area that have no administrator, oldest first. */
    List<Claim> openWithoutAdministrator(Scope area, int atMost) {
        return getEntityManager()
                .createNativeQuery("""
                        select c.* from school_claim c
                        where c.is_open = 1
                          and not exists (select 1 from staff_school_v m
                            join staff_v p on p.id = m.staff_id and p.disabled_at is null where m.school_id = c.school_id
                            and m.part = 'ADMINISTRATOR' and m.valid_to is null)
                          and exists (select 1 from school_area_v sa join authority_v a on a.authority_key = sa.authority_key
                            where sa.school_id = c.school_id and sa.valid_to is null and %s)
                        order by c.id limit ?2""".formatted(Scope.sql("?1", "a")), Claim.class)
                .setParameter(1, area.token())
                .setParameter(2, atMost)
                .getResultList();
    }
}
