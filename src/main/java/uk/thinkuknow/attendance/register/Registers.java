package uk.thinkuknow.attendance.register;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

@Singleton
public class Registers implements PanacheRepository<Register> {
    private static final String UNSETTLED = """
            SELECT r.* FROM session_v s JOIN register r ON r.session_id = s.id
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
}
