package uk.thinkuknow.attendance.register;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.common.PublicId;

@Singleton
public class Registers implements PanacheRepository<Register> {
    private static final String AWAITING = """
            SELECT s.public_id FROM session s
            WHERE s.school_id = :school AND s.state = 'ENDED'
              AND NOT EXISTS (SELECT 1 FROM signed_return r WHERE r.session_id = s.id)
            ORDER BY s.started_at""";

    private static final String UNSETTLED = """
            SELECT r.* FROM session s JOIN register r ON r.session_id = s.id
            WHERE (s.started_by = :staff AND s.handed_to IS NULL OR s.handed_to = :staff)
              AND s.devices AND s.returned_at IS NOT NULL AND r.state = 'SIGNED' AND NOT r.settled
            ORDER BY s.started_at LIMIT 20""";

    public Optional<Register> ofSession(long sessionId) {
        return find("sessionId", sessionId).singleResultOptional();
    }

    /** Held for whoever writes: a second click waits here and then finds the register signed. */
    public Optional<Register> lockedOf(long sessionId) {
        return find("sessionId", sessionId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** Signed registers of hers that devices may still have something to say about, oldest first. */
    List<Register> unsettledOf(long staffId) {
        return getSession()
                .createNativeQuery(UNSETTLED, Register.class)
                .setParameter("staff", staffId)
                .getResultList();
    }

    /** Sessions of a school that have ended and have no signed return, oldest first. */
    public List<PublicId> awaiting(long schoolId) {
        return getEntityManager()
                .createNativeQuery(AWAITING, String.class)
                .setParameter("school", schoolId)
                .getResultStream()
                .map(id -> new PublicId(String.valueOf(id)))
                .toList();
    }
}
