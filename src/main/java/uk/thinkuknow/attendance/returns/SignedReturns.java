package uk.thinkuknow.attendance.returns;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
class SignedReturns implements PanacheRepository<SignedReturn> {
    /** The version that counts. */
    Optional<SignedReturn> ofSession(long sessionId) {
        return find("sessionId = ?1 and supersededAt is null", sessionId).singleResultOptional();
    }

    /** The number of the next version of a session's return. */
    int nextNumber(long sessionId) {
        return 1
                + find("sessionId = ?1 order by number desc", sessionId)
                        .firstResultOptional()
                        .map(SignedReturn::number)
                        .orElse(0);
    }
}
