package uk.thinkuknow.staffing;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

@Singleton
class Memberships implements PanacheRepository<Membership> {
    /** Those of a school that are in force, by name. */
    List<Membership> ofSchool(long schoolId) {
        return list("schoolId = ?1 and validTo is null order by id", schoolId);
    }

    List<Membership> ofStaff(long staffId) {
        return list("staffId = ?1 and validTo is null order by id", staffId);
    }

    Optional<Membership> of(long staffId, long schoolId) {
        return find("staffId = ?1 and schoolId = ?2 and validTo is null", staffId, schoolId)
                .firstResultOptional();
    }

    /** The same, held until the transaction ends: whoever asks meanwhile waits and finds what is left. */
    Optional<Membership> held(long staffId, long schoolId) {
        return find("staffId = ?1 and schoolId = ?2 and validTo is null", staffId, schoolId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    boolean hasAdministrator(long schoolId) {
        return count("schoolId = ?1 and part = ?2 and validTo is null", schoolId, Membership.Part.ADMINISTRATOR) > 0;
    }
}
