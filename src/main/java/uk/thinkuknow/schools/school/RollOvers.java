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

    Optional<RollOver> of(long schoolId, PublicId id) {
        return find("schoolId = ?1 and publicId = ?2", schoolId, id.value()).firstResultOptional();
    }
}
