package uk.thinkuknow.attendance;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Optional;

@Singleton
class Registers implements PanacheRepository<Register> {
    /** Held for whoever writes: a second click waits here and then finds the register signed. */
    Optional<Register> lockedOf(long sessionId) {
        return find("sessionId", sessionId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }
}
