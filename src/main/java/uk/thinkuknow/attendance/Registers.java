package uk.thinkuknow.attendance;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.shared.PublicId;

@Singleton
class Registers implements PanacheRepository<Register> {
    private static final String AWAITING = """
            SELECT s.public_id FROM session s
            WHERE s.school_id = :school AND s.state = 'ENDED'
              AND NOT EXISTS (SELECT 1 FROM signed_return r WHERE r.session_id = s.id)
            ORDER BY s.started_at""";

    /** Held for whoever writes: a second click waits here and then finds the register signed. */
    Optional<Register> lockedOf(long sessionId) {
        return find("sessionId", sessionId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** Sessions of a school that have ended and have no signed return, oldest first. */
    List<PublicId> awaiting(long schoolId) {
        return getEntityManager()
                .createNativeQuery(AWAITING, String.class)
                .setParameter("school", schoolId)
                .getResultStream()
                .map(id -> new PublicId(String.valueOf(id)))
                .toList();
    }
}
