package uk.thinkuknow.bookings.calendar;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Optional;

@Singleton
class Feeds implements PanacheRepository<Feed> {
    Optional<Feed> inForceWith(byte[] secretHash) {
        return find("secretHash = ?1 and endedAt is null", (Object) secretHash).firstResultOptional();
    }

    Optional<Feed> inForceOf(long staffId) {
        return find("staffId = ?1 and endedAt is null", staffId).firstResultOptional();
    }

    Optional<Feed> lockedOf(long staffId) {
        return find("staffId = ?1 and endedAt is null", staffId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
