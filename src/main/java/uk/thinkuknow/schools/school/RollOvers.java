package uk.thinkuknow.schools.school;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.util.Optional;
import uk.thinkuknow.common.PublicId;

/** Repository of roll-overs. */
@Singleton
class RollOvers implements PanacheRepository<RollOver> {
    Optional<RollOver> of(long schoolId, String toYear) {
        return find("schoolId = ?1 and toYear = ?2", schoolId, toYear).firstResultOptional();
    }

    boolean hasEarlier(long classId) {
        return count("from RollOver r join r.links l where l.toClass = ?1", classId) > 0;
    }

    boolean hasLater(long classId) {
        return count("from RollOver r join r.links l where l.fromClass = ?1", classId) > 0;
    }

    Optional<RollOver> of(long schoolId, PublicId id) {
        return find("schoolId = ?1 and publicId = ?2", schoolId, id.value()).firstResultOptional();
    }
}
